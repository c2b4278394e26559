import type { Answer, Question } from "../../host/desk/answer.ts";
import { type CommandLine, programOf, readArguments } from "../command-line.ts";
import { readJsonObject } from "../json-file.ts";
import { placeOf, seenPath, upwards, within } from "../place.ts";
import { says } from "../says.ts";
import { findPnpmWorkspace, type PnpmProject, pnpmProjects } from "./projects.ts";

const options = {
  flags: [
    ["--recursive", "--workspace-root", "--json", "--parseable", "--long"],
    ["--only-projects", "--lockfile-only", "--exclude-peers", "--prod", "--dev", "--no-optional"],
    ["--silent", "--color", "--no-color"],
  ].flat(),
  valued: ["--depth", "--dir", "--loglevel", "--reporter"],
  aliases: {
    "-r": "--recursive",
    "-w": "--workspace-root",
    "-P": "--prod",
    "--production": "--prod",
    "-D": "--dev",
    "-s": "--silent",
    "-C": "--dir",
  },
};

/**
 * Answers `pnpm list --json` and `pnpm list --parseable --depth -1`, recursive or not, in every spelling, as pnpm 9 and
 * 10 do where nothing is installed: name, version, path and whether it is private, in order of the paths. In an
 * installed tree pnpm also lists dependencies, which is not answered.
 */
export function answerPnpm(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const line = program === "pnpm" ? readArguments(args, options) : null;
  if (line === null) return null;
  const multi = ["m", "multi", "recursive"].includes(line.operands[0] ?? "");
  const [subcommand, ...rest] = multi ? line.operands.slice(1) : line.operands;
  if (!["list", "ls", "la", "ll"].includes(subcommand ?? "") || rest.length > 0) return null;

  const cwd = placeOf(question, line.options.get("--dir")?.at(-1) ?? "");
  if (cwd === null) return null;
  const recursive = multi || line.options.has("--recursive");
  return recursive ? listAll(cwd, line, question) : listOne(cwd, line, question);
}

function listAll(cwd: string, line: CommandLine, question: Question): Answer | null {
  const workspace = findPnpmWorkspace(question.view, cwd);
  const all = workspace === null ? null : pnpmProjects(question.view, workspace);
  if (workspace === null || all === null) return null;
  const projects = atRoot(line) ? all.filter(({ dir }) => dir === workspace.dir) : all;
  if (workspace.sharedLockfile) return print([projects], line, question);
  return print(
    projects.map((project) => [project]),
    line,
    question,
  );
}

function listOne(cwd: string, line: CommandLine, question: Question): Answer | null {
  const workspace = findPnpmWorkspace(question.view, cwd);
  if (workspace === null) return null;
  const start = atRoot(line) ? workspace.dir : cwd;
  const dir = upwards(start).find((folder) => question.view.exists(within(folder, "package.json"))) ?? start;
  const manifest = within(dir, "package.json");
  const content = readJsonObject(question.view, manifest);
  return content === null ? null : print([[{ dir, manifest, content }]], line, question);
}

function atRoot(line: CommandLine): boolean {
  return line.options.has("--workspace-root");
}

/** Each group of projects is one listing; listings with dependencies are set apart by an empty line. */
function print(
  groups: readonly (readonly PnpmProject[])[],
  line: CommandLine,
  question: Question,
): Answer | null {
  const projectsOnly = line.options.get("--depth")?.at(-1) === "-1";
  const named = groups.flat().map(({ manifest }) => manifest);
  if (named.length === 0) return says("");
  if (line.options.has("--json")) {
    const texts = groups.map((group) =>
      JSON.stringify(
        group.map((project) => describe(project, question)),
        null,
        2,
      ),
    );
    return says(`${texts.join(projectsOnly ? "\n" : "\n\n")}\n`, named);
  }
  if (!line.options.has("--parseable") || !projectsOnly) return null;
  return says(
    `${groups
      .flat()
      .map(({ dir }) => seenPath(question, dir))
      .join("\n")}\n`,
    named,
  );
}

/** A field that the manifest does not have is left out by `JSON.stringify`. */
function describe({ dir, content }: PnpmProject, question: Question): object {
  const { name, version } = content;
  return { name, version, path: seenPath(question, dir), private: Boolean(content["private"]) };
}
