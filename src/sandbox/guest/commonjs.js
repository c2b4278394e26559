// CommonJS: `require`, `module` and what belongs to them.

import { compile, importNow, request } from "./host.js";
import { dirname } from "./node/path.js";
import { fileURLToPath } from "./node/url.js";
import { refuseModule } from "./refusal.js";
import { caught, watch, watchCallback } from "./rejections.js";

const modules = new Map();
const failures = new Map();
let main;

/** The `require` of a file, given by its absolute path or as a URL. */
export function createRequire(from) {
  const base = typeof from === "string" && from.startsWith("/") ? from : fileURLToPath(from);
  const require = (specifier) => load(base, specifier);
  require.resolve = (specifier) => resolve(base, specifier).name;
  require.cache = Object.create(null);
  require.extensions = Object.create(null);
  require.main = main;
  return require;
}

/** Runs a CommonJS module once, by its resolved name, and gives its exports. Throws what it threw the first time. */
export function requireNamed(name) {
  if (failures.has(name)) throw failures.get(name).error;
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = {
    children: [],
    exports: {},
    filename: name,
    id: name,
    loaded: false,
    path: dirname(name),
    paths: [],
  };
  modules.set(name, module);
  main ??= module;
  module.require = createRequire(name);
  try {
    const run = compile(name);
    const scope = [module.exports, module.require, module, name, module.path, watch, watchCallback, caught];
    Reflect.apply(run, module.exports, scope);
    module.loaded = true;
  } catch (error) {
    failures.set(name, { error });
    throw error;
  }
  return module.exports;
}

/** The names that a CommonJS module exports; none when it fails, which then is said where it is imported. */
export function exportedNames(name) {
  try {
    const exports = requireNamed(name);
    return typeof exports === "object" || typeof exports === "function" ? Object.keys(exports ?? {}) : [];
  } catch {
    return [];
  }
}

function resolve(base, specifier) {
  if (typeof specifier !== "string") throw new TypeError('The "id" argument must be of type string');
  try {
    return request("module.resolve", base, specifier);
  } catch (error) {
    if (String(error.message).startsWith("Cannot find ")) error.code = "MODULE_NOT_FOUND";
    throw error;
  }
}

function load(base, specifier) {
  const { name, form, key } = resolve(base, specifier);
  if (form === "refusal") return refuseModule(key);
  if (form === "commonjs") return requireNamed(name);
  if (form === "json") return json(name);
  const { all } = importNow(name);
  if (all === undefined) throw new Error(`require() of ${name}, which uses await at its top level`);
  return Object.hasOwn(all, "module.exports")
    ? all["module.exports"]
    : name.startsWith("node:")
      ? all.default
      : all;
}

function json(name) {
  if (!modules.has(name))
    modules.set(name, { exports: JSON.parse(request("module.text", name).replace(/^\uFEFF/, "")) });
  return modules.get(name).exports;
}
