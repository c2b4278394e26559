// Loads the bundle, which is one script, and hands out its parts. Beside it lies what V8 has made of it for each of them when
// the package was built, which saves a third of what a small audit takes. That is written by the build alone, never by
// an audit, and is used by nothing but the very Node that wrote it, with the same settings and the same bundle: any other
// compiles the bundle.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";

const place = new URL("bundle.cjs", import.meta.url);

/** Its script, the first line of what is made of it, and its parts, once a part was asked for. */
let loaded = null;

/** @param {string} name one of those that scripts/bundle.js lists */
export function part(name) {
  loaded ??= load(name);
  return loaded.parts[name]();
}

/** What V8 has made of the bundle so far, for the build to write down. */
export function compiledCode() {
  return Buffer.concat([loaded.conditions, loaded.script.createCachedData()]);
}

/** The place of the code that is there for a part. */
export function codePlace(name) {
  return new URL(`code/${name}.bin`, import.meta.url);
}

function load(name) {
  const bytes = readFileSync(place);
  const conditions = conditionsOf(bytes);
  const cachedData = codeFor(name, conditions);
  const filename = fileURLToPath(place);
  // The bundle is plain ASCII, see scripts/bundle.js, and is taken into the heap of V8 byte by byte.
  const script = new Script(bytes.latin1Slice(), { filename, ...(cachedData && { cachedData }) });
  const parts = script.runInThisContext()(createRequire(place), place.href);
  return { script, conditions, parts };
}

function codeFor(name, conditions) {
  const file = codePlace(name);
  if (!existsSync(file)) return null;
  const code = readFileSync(file);
  return code.subarray(0, conditions.length).equals(conditions) ? code.subarray(conditions.length) : null;
}

/** One line of all that the code depends on: the build of Node, the settings of V8, and every byte of the bundle. */
function conditionsOf(bytes) {
  const { variables } = process.config;
  const build = Object.keys(variables).filter((key) => key.startsWith("v8_"));
  const facts = [
    [
      process.version,
      process.versions.v8,
      process.platform,
      process.arch,
      cachedDataVersionTag(),
      crc32(bytes),
    ],
    ...build.map((key) => [key, variables[key]]),
  ];
  return Buffer.from(`${facts.join(" ")}\n`);
}
