import { posix } from "node:path";
import * as v from "valibot";

const table = v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {});

/** What a package.json says of its scripts and of the packages that it needs. */
const manifest = v.object({
  name: v.fallback(v.optional(v.string()), undefined),
  scripts: table,
  dependencies: table,
  devDependencies: table,
  optionalDependencies: table,
  peerDependencies: table,
});

export type Manifest = v.InferOutput<typeof manifest>;

/** The text of a file, by its absolute virtual path; null where there is none. */
export type ReadText = (path: string) => string | null;

/** The manifests of the folder and of those around it, the nearest first. One that is no JSON object is passed over. */
export function manifestsFrom(folder: string, read: ReadText): Manifest[] {
  const found: Manifest[] = [];
  for (let at = folder; at !== posix.dirname(at); at = posix.dirname(at)) {
    const text = read(posix.join(at, "package.json"));
    const parsed = text === null ? null : parse(text);
    if (parsed !== null) found.push(parsed);
  }
  return found;
}

/** True when a manifest names the package among those that it needs. */
export function declares(own: Manifest, name: string): boolean {
  const kinds = [own.dependencies, own.devDependencies, own.optionalDependencies, own.peerDependencies];
  return kinds.some((kind) => Object.hasOwn(kind, name));
}

function parse(text: string): Manifest | null {
  try {
    const result = v.safeParse(manifest, JSON.parse(text.replace(/^\uFEFF/u, "")));
    return result.success ? result.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
