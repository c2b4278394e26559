import { posix } from "node:path";
import type { Answer, Question } from "../../host/desk/answer.ts";
import type { CommandLine } from "../command-line.ts";
import { isObject, type JsonObject } from "../json-file.ts";
import { seenPath, within } from "../place.ts";
import { says } from "../says.ts";
import { filterWorkspaces } from "./filter.ts";
import { npmProject, npmWorkspaces } from "./project.ts";
import { type NpmMember, nameOf } from "./workspaces.ts";

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
  const { view, cwd, virtualRoot } = question;
  const project = npmProject(view, start, line.options.has("--prefix"));
  if (project === null) return null;
  const { dir: root, content, startedIn } = project;
  const manifest = within(root, "package.json");
  const filters = line.options.get("--workspace") ?? [];
  if (!line.options.has("--workspaces") && filters.length === 0 && startedIn === null)
    return says(`${JSON.stringify(pick(content, keys), null, 2)}\n`, [manifest]);

  const workspaces = npmWorkspaces(view, root, content);
  if (workspaces === null) return null;
  const places = {
    root: seenPath(question, root),
    cwd: posix.join(virtualRoot, cwd),
    pathOf: ({ dir }: NpmMember) => seenPath(question, dir),
  };
  const inside = startedIn === null ? workspaces : [startedIn];
  const chosen = filters.length === 0 ? inside : filterWorkspaces(workspaces, filters, places);
  if (chosen === null || chosen.length === 0) return null;
  const withRoot = line.options.has("--include-workspace-root");
  const listed = withRoot ? [{ dir: root, manifest, content }, ...chosen] : chosen;
  const values = Object.fromEntries(listed.map((member) => [nameOf(member), pick(member.content, keys)]));
  return says(
    `${JSON.stringify(values, null, 2)}\n`,
    listed.map((member) => member.manifest),
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
