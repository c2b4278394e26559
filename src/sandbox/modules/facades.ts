/** The sources of the small modules that stand between what a script imports and what there is. */

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** A module of Node: ours, with every name that ours lacks put there as a refusal, given by its key. */
export function builtinFacade(
  file: string,
  hasDefault: boolean,
  refusals: ReadonlyMap<string, number>,
): string {
  const names = [...refusals.keys()];
  return [
    `export * from "${file}";`,
    `import * as all from "${file}";`,
    `import { refuse } from "rehearsal:/refusal.js";`,
    ...names.map((name, index) => `const m${index} = refuse(${refusals.get(name)});`),
    exportList(names.map((name, index) => [`m${index}`, name])),
    hasDefault
      ? `export { default } from "${file}";`
      : `export default { ...all, ${names.map((name, index) => `${name}: m${index}`).join(", ")} };`,
  ].join("\n");
}

/** A package that the sandbox does not have: its import succeeds, its use stops the rehearsal. */
export function refusalFacade(key: number, names: readonly string[]): string {
  return [
    `import { refuse } from "rehearsal:/refusal.js";`,
    `const it = refuse(${key});`,
    `export default it;`,
    exportList(names.filter((name) => name !== "default").map((name) => ["it", name])),
  ].join("\n");
}

/** A CommonJS module for those who import it. Its names are known because it has run already. */
export function commonJsFacade(name: string, exported: readonly string[]): string {
  const names = exported.filter((wanted) => wanted !== "default" && identifier.test(wanted));
  return [
    `import { requireNamed } from "rehearsal:/commonjs.js";`,
    `const it = requireNamed(${JSON.stringify(name)});`,
    `export default it;`,
    ...names.map((wanted, index) => `const e${index} = it[${JSON.stringify(wanted)}];`),
    exportList(names.map((wanted, index) => [`e${index}`, wanted])),
  ].join("\n");
}

/** A JSON file. Node gives its default only; the runners of TypeScript give the keys of an object as names too. */
export function jsonFacade(text: string, hasNames: boolean): string {
  const source = text.replace(/^\uFEFF/, "");
  const keys = hasNames ? keysOf(source) : [];
  const names = keys.filter((key) => key !== "default" && identifier.test(key));
  return [
    `const it = JSON.parse(${JSON.stringify(source)});`,
    `export default it;`,
    ...names.map((key, index) => `const e${index} = it[${JSON.stringify(key)}];`),
    exportList(names.map((key, index) => [`e${index}`, key])),
  ].join("\n");
}

/** None when the text is no JSON object; the module itself then says what is wrong with it. */
function keysOf(source: string): string[] {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

function exportList(pairs: readonly (readonly [local: string, name: string])[]): string {
  return `export { ${pairs.map(([local, name]) => `${local} as ${name}`).join(", ")} };`;
}
