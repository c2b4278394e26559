import semver from "semver";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { type CommandLine, programOf, readArguments } from "../command-line.ts";
import { isObject, readJsonObject } from "../json-file.ts";
import { type NpmMember, npmMembers, workspaceGlobs } from "../npm/workspaces.ts";
import { upwards, within } from "../place.ts";
import { lines, says } from "../says.ts";

const options = { flags: ["--json", "--silent", "--no-private"], valued: [], aliases: { "-s": "--silent" } };

/**
 * Answers `yarn workspaces list --json` of yarn 2 and newer and `yarn workspaces info [--json]` of yarn 1. Each of the
 * two knows only one of the subcommands, so the question itself tells which yarn is asked.
 */
export function answerYarn(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const line = program === "yarn" || program === "yarnpkg" ? readArguments(args, options) : null;
  if (line === null) return null;
  const asked = line.operands.join(" ");
  const root = upwards(question.cwd).find((folder) => hasWorkspaces(question, folder));
  if (root === undefined) return null;
  if (asked === "workspaces list" && line.options.has("--json")) return list(root, line, question);
  return asked === "workspaces info" ? info(root, line, question) : null;
}

function hasWorkspaces(question: Question, folder: string): boolean {
  const content = readJsonObject(question.view, within(folder, "package.json"));
  return content !== null && workspaceGlobs(content).length > 0;
}

function rootMember(root: string, question: Question): NpmMember {
  const manifest = within(root, "package.json");
  return { dir: root, manifest, content: readJsonObject(question.view, manifest) ?? {} };
}

/** One JSON object a line: the root as `.`, then the members by path. */
function list(root: string, line: CommandLine, question: Question): Answer {
  const top = rootMember(root, question);
  const members = npmMembers(question.view, root, workspaceGlobs(top.content));
  const all = [top, ...members.toSorted((a, b) => (a.dir < b.dir ? -1 : 1))];
  const listed = all.filter(
    ({ content }) => !line.options.has("--no-private") || content["private"] !== true,
  );
  const texts = listed.map(({ dir, content }) =>
    JSON.stringify({ location: locationOf(dir, root), name: content["name"] ?? null }),
  );
  return says(
    lines(texts),
    listed.map(({ manifest }) => manifest),
  );
}

function locationOf(dir: string, root: string): string {
  if (dir === root) return ".";
  return root === "" ? dir : dir.slice(root.length + 1);
}

/** Yarn 1 reads no exclamation marks, and passes over members without a name or a version. */
function info(root: string, line: CommandLine, question: Question): Answer {
  const globs = workspaceGlobs(rootMember(root, question).content).filter((glob) => !glob.startsWith("!"));
  const members = new Map<string, NpmMember & { version: string }>();
  for (const member of npmMembers(question.view, root, globs)) {
    const { name, version } = member.content;
    if (typeof name === "string" && typeof version === "string") members.set(name, { ...member, version });
  }
  const entries = [...members].map(([name, member]) => {
    const wanted = requirements(member).filter(([dependency]) => members.has(dependency));
    const fits = wanted.filter(([dependency, range]) =>
      semver.satisfies(members.get(dependency)?.version ?? "", range),
    );
    const workspaceDependencies = fits.map(([dependency]) => dependency);
    const mismatched = wanted
      .map(([dependency]) => dependency)
      .filter((dependency) => !workspaceDependencies.includes(dependency));
    const location = locationOf(member.dir, root);
    return [name, { location, workspaceDependencies, mismatchedWorkspaceDependencies: mismatched }] as const;
  });
  const json = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  const silent = line.options.has("--silent");
  const named = [...members.values()].map(({ manifest }) => manifest);
  return says(silent ? json : `yarn workspaces v1.22.22\n${json}Done in 0.01s.\n`, named);
}

/** Name and range of every dependency, in the order in which yarn 1 reads the fields. */
function requirements({ content }: NpmMember): readonly (readonly [string, string])[] {
  return ["devDependencies", "dependencies", "optionalDependencies"].flatMap((field) => {
    const dependencies = content[field];
    if (!isObject(dependencies)) return [];
    return Object.entries(dependencies).map(([name, range]) => [name, String(range)] as const);
  });
}
