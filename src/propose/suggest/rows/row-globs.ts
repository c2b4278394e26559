import { groupBy } from "../../../repository/collections/group-by.ts";

/**
 * Globs that stand for all of some files, the most general first: a wildcard for what differs between them, the same
 * spelt out, and any depth below what they have in common. A single file stands for itself. Whether a glob stands for
 * more than the files is for the caller to see.
 */
export function globsFor(paths: readonly string[]): string[] {
  const [first, ...others] = paths;
  if (first === undefined) return [];
  if (others.length === 0) return /[*?[\]{}()!]/u.test(first) ? [] : [first];
  if (paths.some((path) => /[*?[\]{}()!,]/u.test(path))) return [];
  const parts = paths.map((path) => path.split("/"));
  return [...sameDepth(parts), ...anyDepth(parts), ...spelt(parts)];
}

function sameDepth(parts: readonly (readonly string[])[]): string[] {
  const [first = []] = parts;
  if (parts.some((each) => each.length !== first.length)) return [];
  const columns = first.map((_, index) => [...new Set(parts.map((each) => each[index] ?? ""))]);
  const differing = columns.filter((column) => column.length > 1);
  const joined = (write: (column: readonly string[]) => string) =>
    columns.map((column) => (column.length === 1 ? (column[0] ?? "") : write(column))).join("/");
  const named = joined((column) => `{${column.join(",")}}`);
  const wild = joined(() => "*");
  if (differing.length !== 1) return [];
  return columns.at(-1)?.length === 1 ? [wild, named] : [wildFile(columns, wild), named];
}

/** Files of a folder that differ in their names may have the extension in common. */
function wildFile(columns: readonly (readonly string[])[], wild: string): string {
  const extensions = new Set((columns.at(-1) ?? []).map((name) => /\.[^.]*$/u.exec(name)?.[0] ?? ""));
  const [extension = ""] = extensions;
  return extensions.size === 1 ? wild + extension : wild;
}

function anyDepth(parts: readonly (readonly string[])[]): string[] {
  const folders = commonFolders(parts);
  if (folders.length === 0) return [];
  const names = new Set(parts.map((each) => each.at(-1) ?? ""));
  const [name = ""] = names;
  const extensions = new Set([...names].map((each) => /\.[^.]*$/u.exec(each)?.[0] ?? ""));
  const [extension = ""] = extensions;
  if (names.size > 1 && (extensions.size > 1 || extension === "")) return [];
  return [[...folders, "**", names.size === 1 ? name : `*${extension}`].join("/")];
}

/** A glob that somebody wants to read is no longer. */
const longest = 120;

/** Every file by its name, below the folder that they have in common. */
function spelt(parts: readonly (readonly string[])[]): string[] {
  const folder = commonFolders(parts);
  const files = parts.map((each) => each.slice(folder.length).join("/"));
  const glob = [...folder, `{${files.join(",")}}`].join("/");
  return glob.length > longest ? [] : [glob];
}

function commonFolders(parts: readonly (readonly string[])[]): string[] {
  const [first = []] = parts;
  const differs = first.findIndex((part, index) =>
    parts.some((each) => each[index] !== part || index >= each.length - 1),
  );
  return first.slice(0, differs);
}

/** Divides files into those that are most alike: the same name below the same folder but one, else one by one. */
export function familiesOf(paths: readonly string[]): string[][] {
  const families = groupBy(paths, (path) => {
    const parts = path.split("/");
    return [...parts.slice(0, -2), "", parts.at(-1)].join("/");
  });
  return families.size === 1 ? paths.map((path) => [path]) : [...families.values()];
}
