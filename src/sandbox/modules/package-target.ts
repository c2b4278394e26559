import * as v from "valibot";

/** The fields of a package.json that say which file an import of the package means. */
const packageFields = v.object({
  name: v.optional(v.string()),
  type: v.optional(v.string()),
  main: v.fallback(v.optional(v.string()), undefined),
  exports: v.optional(v.unknown()),
  imports: v.optional(v.unknown()),
});

export type PackageFields = v.InferOutput<typeof packageFields>;

/** The fields of a package.json; null when it is no JSON object. */
export function readPackageFields(text: string): PackageFields | null {
  try {
    const result = v.safeParse(packageFields, JSON.parse(text));
    return result.success ? result.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * The file that an import of a package means, as a path relative to the package, not yet completed by an extension;
 * null when the package does not export it. `subpath` is `.` or starts with `./`.
 * See https://nodejs.org/api/esm.html#resolution-algorithm-specification.
 */
export function packageTarget(fields: PackageFields, subpath: string, isImport: boolean): string | null {
  const { exports } = fields;
  if (exports === undefined || exports === null)
    return subpath === "." ? (fields.main ?? "./index.js") : subpath;
  const table =
    isTable(exports) && Object.keys(exports).some((key) => key.startsWith(".")) ? exports : { ".": exports };
  return fromTable(table, subpath, isImport);
}

/** What a `#name` of the package's own `imports` means; null when it has no such name. */
export function importsTarget(fields: PackageFields, name: string, isImport: boolean): string | null {
  return isTable(fields.imports) ? fromTable(fields.imports, name, isImport) : null;
}

type Table = Readonly<Record<string, unknown>>;

function fromTable(table: Table, key: string, isImport: boolean): string | null {
  if (Object.hasOwn(table, key) && !key.includes("*")) return resolveTarget(table[key], "", isImport);
  let best: { pattern: string; rest: string } | null = null;
  for (const pattern of Object.keys(table)) {
    const rest = restOf(pattern, key);
    const length = pattern.indexOf("*");
    if (rest !== null && (best === null || length > best.pattern.indexOf("*"))) best = { pattern, rest };
  }
  return best === null ? null : resolveTarget(table[best.pattern], best.rest, isImport);
}

function resolveTarget(target: unknown, rest: string, isImport: boolean): string | null {
  if (typeof target === "string") return target.replaceAll("*", rest);
  if (Array.isArray(target)) {
    for (const option of target) {
      const found = resolveTarget(option, rest, isImport);
      if (found !== null) return found;
    }
  } else if (isTable(target)) {
    const conditions = ["node", "default", "module-sync", isImport ? "import" : "require"];
    for (const [condition, option] of Object.entries(target)) {
      const found = conditions.includes(condition) ? resolveTarget(option, rest, isImport) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

/** What the star of a pattern stands for; null when the pattern does not match. */
export function restOf(pattern: string, key: string): string | null {
  const star = pattern.indexOf("*");
  if (star === -1) return null;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  const fits = key.length >= head.length + tail.length && key.startsWith(head) && key.endsWith(tail);
  return fits ? key.slice(head.length, key.length - tail.length) : null;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
