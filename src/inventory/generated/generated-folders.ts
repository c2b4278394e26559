import ignore from "ignore";
import type { Repository } from "../../repository/repository.ts";

/** A file by which a generator marks the folder that it writes. */
interface Marker {
  readonly generator: string;
  /** Relative to the marked folder. */
  readonly file: string;
  /** The file, relative to the marked folder, that lists what the generator wrote; null when it writes no such list. */
  readonly list: string | null;
  /** The file, relative to the marked folder, whose patterns name what the generator leaves alone. */
  readonly exceptions: string | null;
}

/**
 * https://openapi-generator.tech/docs/customization/#ignore-file-format,
 * https://buildwithfern.com/learn/sdks/overview/custom-code, https://www.speakeasy.com/docs/sdks/customize/code
 */
const markers: readonly Marker[] = [
  {
    generator: "openapi-generator",
    file: ".openapi-generator/VERSION",
    list: ".openapi-generator/FILES",
    exceptions: ".openapi-generator-ignore",
  },
  {
    generator: "swagger-codegen",
    file: ".swagger-codegen/VERSION",
    list: null,
    exceptions: ".swagger-codegen-ignore",
  },
  { generator: "Fern", file: ".fernignore", list: null, exceptions: ".fernignore" },
  { generator: "Speakeasy", file: ".speakeasy/gen.lock", list: null, exceptions: ".genignore" },
];

/**
 * The files of folders that a generator writes and has marked as its own, with the generator: those that its list names
 * or, without a list, all that lie in the folder, in both cases without those that its ignore file excepts.
 */
export function generatedFolders(repository: Repository): Map<string, string> {
  const generated = new Map<string, string>();
  for (const path of repository.paths) {
    const marker = markers.find(({ file }) => path === file || path.endsWith(`/${file}`));
    if (marker === undefined) continue;
    const dir = path.slice(0, path.length - marker.file.length);
    for (const file of filesOf(marker, dir, repository))
      if (file !== marker.exceptions) generated.set(dir + file, marker.generator);
  }
  return generated;
}

function filesOf(marker: Marker, dir: string, repository: Repository): string[] {
  const listed = linesOf(marker.list, dir, repository);
  const inside = repository.paths
    .filter((path) => path.startsWith(dir))
    .map((path) => path.slice(dir.length));
  const own = listed === null ? inside : inside.filter((file) => listed.has(file));
  const excepted = ignore().add([...(linesOf(marker.exceptions, dir, repository) ?? [])]);
  return own.filter((file) => !excepted.ignores(file));
}

function linesOf(file: string | null, dir: string, repository: Repository): Set<string> | null {
  if (file === null || !repository.has(dir + file)) return null;
  const text = repository.read(dir + file);
  return text === null ? null : new Set(text.split(/\r?\n/).filter((line) => line !== ""));
}
