import type { Answer, Question } from "../answer.ts";
import type { CommandLine } from "./command-line.ts";
import { isObject, type JsonObject, readJsonObject } from "./json-file.ts";
import { type NpmMember, nameOf, npmMembers, workspaceGlobs } from "./npm-workspaces.ts";
import { upwards, within } from "./place.ts";
import { says } from "./says.ts";

/**
 * Answers `npm pkg get [<key>...]`, for the package of a folder or, with `-w` and `--workspaces`, for members by name.
 * Inside a member npm works from the workspace root, as if the member had been named with `-w`.
 */
export function answerPkgGet(
  start: string,
  keys: readonly string[],
  line: CommandLine,
  question: Question,
): Answer | null {
  const { view } = question;
  const dir = upwards(start).find((folder) => view.exists(within(folder, "package.json")));
  if (dir === undefined) return null;
  const root = line.options.has("--prefix") ? dir : rootOf(question, dir);
  const manifest = within(root, "package.json");
  const content = readJsonObject(view, manifest);
  if (content === null) return null;

  const members = npmMembers(view, root, workspaceGlobs(content));
  const all = line.options.has("--workspaces");
  const names = [...(line.options.get("--workspace") ?? [])];
  if (root !== dir && names.length === 0 && !all) names.push(dir);
  if (!all && names.length === 0)
    return says(`${JSON.stringify(pick(content, keys), null, 2)}\n`, [manifest]);

  const chosen = all
    ? members
    : names.flatMap((name) => members.filter((member) => isCalled(member, name, root)));
  if (chosen.length === 0) return null;
  const withRoot = line.options.has("--include-workspace-root");
  const listed = withRoot ? [{ dir: root, manifest, content }, ...chosen] : chosen;
  const values = Object.fromEntries(listed.map((member) => [nameOf(member), pick(member.content, keys)]));
  return says(
    `${JSON.stringify(values, null, 2)}\n`,
    listed.map((member) => member.manifest),
  );
}

function rootOf(question: Question, dir: string): string {
  const above = upwards(dir).slice(1);
  const root = above.find((folder) => {
    const content = readJsonObject(question.view, within(folder, "package.json"));
    const globs = content === null ? [] : workspaceGlobs(content);
    return globs.length > 0 && npmMembers(question.view, folder, globs).some((member) => member.dir === dir);
  });
  return root ?? dir;
}

/** `-w` takes a name, a folder, or a folder above. */
function isCalled(member: NpmMember, name: string, root: string): boolean {
  const folder = within(root, name.replace(/^\.\//, "").replace(/\/$/, ""));
  return (
    nameOf(member) === name ||
    member.dir === folder ||
    member.dir === name ||
    member.dir.startsWith(`${folder}/`)
  );
}

/** No key gives everything, one key its value, more keys an object; an unknown key is left out. */
function pick(content: JsonObject, keys: readonly string[]): unknown {
  if (keys.length === 0) return content;
  const found = keys.flatMap((key) => {
    const value = valueAt(content, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const [only] = found;
  return keys.length === 1 && only !== undefined ? only[1] : Object.fromEntries(found);
}

/** Reads `a.b[0].c`, the key syntax of `npm pkg`. */
function valueAt(content: JsonObject, key: string): unknown {
  const steps = key.split(/[.[\]]/).filter((step) => step !== "");
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? value[step] : undefined;
  }, content);
}
