import { posix } from "node:path";
import type { View } from "../host/desk/answer.ts";
import type { Started } from "../host/desk/started.ts";
import { toRepositoryPath, toVirtualPath } from "../host/files/virtual-path.ts";
import { isObject, readJsonObject } from "../programs/json-file.ts";
import { npmMembers, workspaceGlobs } from "../programs/npm/workspaces.ts";
import { upwards, within } from "../programs/place.ts";
import { findPnpmWorkspace, pnpmProjects } from "../programs/pnpm/projects.ts";

/** What a package manager is told to run, and where. */
type Call = Pick<Started, "argv" | "cwd">;

/** The option of each package manager that names a package of the workspace, and that which names a folder. */
const options: Readonly<Record<string, { readonly name: RegExp; readonly folder: RegExp }>> = {
  // https://pnpm.io/filtering
  pnpm: { name: /^(?:--filter|-F)$/, folder: /^(?:--dir|-C)$/ },
  // https://docs.npmjs.com/cli/commands/npm-run-script
  npm: { name: /^(?:--workspace|-w)$/, folder: /^(?:--prefix|-C)$/ },
  // https://yarnpkg.com/cli/run
  yarn: { name: /^$/, folder: /^--cwd$/ },
  // https://bun.sh/docs/cli/filter
  bun: { name: /^(?:--filter|-F)$/, folder: /^--cwd$/ },
};

/**
 * `pnpm --filter tools release`, `npm run release -w tools`, `yarn workspace tools release` and their kin as the call that they
 * are in the folder of that package: `pnpm release`. Any other call as it is, as is one for packages that are not exactly one.
 */
export function inWorkspace(call: Call, view: View): Call {
  const [manager = "", ...words] = call.argv;
  const known = options[manager];
  if (known === undefined) return call;
  if (manager === "yarn" && words[0] === "workspace" && words.length > 2)
    return moved(call, folderNamed(words[1] ?? "", manager, call.cwd, view), [manager, ...words.slice(2)]);
  const before: string[] = [];
  let folder: string | null = null;
  let at = 0;
  for (let runs = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [option = "", joined] = word.startsWith("--") ? splitOption(word) : [word];
    if (word === "--") break;
    if (known.name.test(option) || known.folder.test(option)) {
      const value = joined ?? words[++at] ?? "";
      if (folder !== null) return call;
      folder = known.folder.test(option)
        ? toRepositoryPath(posix.resolve(call.cwd, value))
        : folderNamed(value, manager, call.cwd, view);
      if (folder === null) return call;
    } else if (word.startsWith("-")) before.push(word);
    else {
      // pnpm and bun leave what stands behind the name of a script to that; npm reads its own options there.
      if (manager !== "npm" && !/^(?:run|run-script|exec)$/.test(word)) break;
      if (manager !== "npm" && runs++ > 0) break;
      before.push(word);
    }
  }
  const argv = [manager, ...before, ...words.slice(at)];
  return folder === null || !isRunning(argv) ? call : moved(call, folder, argv);
}

/** What is asked of a package manager that runs nothing of the package is for others to answer. */
function isRunning([manager = "", ...words]: readonly string[]): boolean {
  const verb = words.find((word) => !word.startsWith("-")) ?? "";
  const isScript =
    manager === "pnpm" && !/^(?:i|add|install|list|ls|pack|publish|update|version|why)$/.test(verb);
  return isScript || /^(?:run|run-script|exec)$/.test(verb);
}

function splitOption(word: string): [string, string?] {
  const at = word.indexOf("=");
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function moved(call: Call, folder: string | null, argv: readonly string[]): Call {
  return folder === null ? call : { argv, cwd: toVirtualPath(folder) };
}

/** The folder of the one package that a filter names; null where it is a pattern, or names none or several. */
function folderNamed(filter: string, manager: string, cwd: string, view: View): string | null {
  if (filter === "" || /[*?[\]{}!^]|\.\.\./u.test(filter)) return null;
  const from = toRepositoryPath(cwd);
  if (from === null) return null;
  const members = manager === "pnpm" ? pnpmMembers(from, view) : membersOf(from, view);
  if (/^\.{0,2}\//u.test(filter) || members.some(({ dir }) => dir === filter)) {
    const place = toRepositoryPath(posix.resolve(cwd, filter));
    return members.find(({ dir }) => dir === place)?.dir ?? null;
  }
  const exact = members.filter(({ name }) => name === filter);
  // A scope may be left out where no other package has that name.
  const alike =
    exact.length > 0 || manager !== "pnpm"
      ? exact
      : members.filter(({ name }) => name.endsWith(`/${filter}`));
  const [only, second] = alike;
  return only === undefined || second !== undefined ? null : only.dir;
}

interface Member {
  readonly dir: string;
  readonly name: string;
}

function pnpmMembers(from: string, view: View): readonly Member[] {
  const workspace = findPnpmWorkspace(view, from);
  const projects = workspace === null ? null : pnpmProjects(view, workspace);
  return (projects ?? []).map(({ dir, content }) => ({ dir, name: nameIn(content) }));
}

function membersOf(from: string, view: View): readonly Member[] {
  for (const root of upwards(from)) {
    const manifest = readJsonObject(view, within(root, "package.json"));
    const globs = manifest === null ? [] : workspaceGlobs(manifest);
    if (globs.length > 0)
      return npmMembers(view, root, globs).map(({ dir, content }) => ({ dir, name: nameIn(content) }));
  }
  return [];
}

function nameIn(manifest: unknown): string {
  const name = isObject(manifest) ? manifest["name"] : null;
  return typeof name === "string" ? name : "";
}
