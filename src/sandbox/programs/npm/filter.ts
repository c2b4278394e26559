import { posix } from "node:path";
import { type NpmMember, nameOf } from "./workspaces.ts";

/** A glob among the filters, which npm compares with the folders in a way that is not followed here. */
const glob = /[*?[\]{}\\]|[!+@]\(|^[!#]/;

/**
 * The workspaces that `-w` asks for, filter by filter: by name, by folder, or every one directly in a folder. A filter
 * that matches nothing is passed over, as npm does when another one matches. Null for a glob.
 * https://github.com/npm/cli/blob/v11.0.0/lib/utils/get-workspaces.js
 * @param root the folder of the project, absolute
 * @param cwd absolute
 * @param pathOf the absolute path of a workspace
 */
export function filterWorkspaces<M extends NpmMember>(
  members: readonly M[],
  filters: readonly string[],
  places: { root: string; cwd: string; pathOf: (member: M) => string },
): readonly M[] | null {
  const { root, cwd, pathOf } = places;
  const from = cwd === root || cwd.startsWith(`${root}/`) ? cwd : root;
  const chosen = new Set<M>();
  for (const filter of filters) {
    if (glob.test(filter) || filter === "" || ["/", "./"].includes(posix.normalize(filter))) return null;
    const fromRoot = posix.relative(root, posix.resolve(cwd, filter));
    const folders = [fromRoot, trim(filter)].filter((folder) => folder !== "" && folder !== ".");
    for (const member of members) {
      const path = pathOf(member);
      const seen = posix.relative(from, path);
      const isDirectlyIn = folders.includes(posix.dirname(seen)) && !posix.basename(seen).startsWith(".");
      if (filter === nameOf(member) || posix.resolve(from, filter) === path || isDirectlyIn)
        chosen.add(member);
    }
  }
  return [...chosen];
}

function trim(filter: string): string {
  const normal = posix.normalize(filter);
  return normal.endsWith("/") ? normal.slice(0, -1) : normal;
}
