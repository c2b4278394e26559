// Stands in for `tinyglobby`.

import { find, folderOf, listOf } from "../globbing.js";

export { convertPathToPattern, escapePath, isDynamicPattern } from "./fast-glob.js";

export function globSync(patterns, options) {
  const given = typeof patterns === "string" || Array.isArray(patterns) ? { ...options, patterns } : patterns;
  const folders = given.expandDirectories !== false;
  const wanted = listOf(given.patterns ?? "**/*");
  const negated = wanted.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const positive = wanted.filter((pattern) => !pattern.startsWith("!"));
  return find(
    expand(positive, folders),
    expand([...listOf(given.ignore), ...negated], folders),
    folderOf(given.cwd),
    {
      dot: given.dot,
      absolute: given.absolute,
      onlyFiles: given.onlyFiles,
      onlyFolders: given.onlyDirectories,
      markFolders: given.onlyDirectories === true || given.onlyFiles === false,
      followLinks: given.followSymbolicLinks,
      caseSensitive: given.caseSensitiveMatch,
      deep: Number.isFinite(given.deep) ? given.deep : undefined,
    },
  );
}

export async function glob(patterns, options) {
  return globSync(patterns, options);
}

/** A folder stands for everything in it. */
function expand(patterns, folders) {
  return patterns.flatMap((pattern) => {
    const plain = pattern.replace(/\/$/, "");
    return !folders || plain.endsWith("*") ? [plain] : [plain, `${plain}/**`];
  });
}
