// node:assert/strict.

export * from "./assert.js";
export {
  deepStrictEqual as deepEqual,
  notDeepStrictEqual as notDeepEqual,
  notStrictEqual as notEqual,
  strict as default,
  strictEqual as equal,
} from "./assert.js";
