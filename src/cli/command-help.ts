import { Option, type Command as Program } from "commander";

/** A command line and what it is for. */
export type Example = readonly [line: string, what: string];

/** What the help of a command says beyond its arguments and its own options. */
interface CommandHelp {
  /** The shared options that have an effect on it, without hyphens. */
  readonly takes: readonly string[];
  readonly examples: readonly Example[];
  /** What its exit codes mean. */
  readonly codes: readonly (readonly [code: number, meaning: string])[];
}

const release = ["config", "to", "engine"];
const made = [
  [0, "it is printed"],
  [2, "the audit could not be made"],
] as const;

/** The help of the commands by their names; a test asks for every command, and runs every example. */
export const commandHelp: Readonly<Record<string, CommandHelp>> = {
  diff: {
    takes: [...release, "output", "quiet"],
    examples: [
      ["version-audit diff", "the patch of the next release"],
      ["version-audit diff --to 2.4.0", "the patch of the release of that version"],
      ["version-audit diff --to 2.4.0 --stat", "how much changes in which file"],
      ["version-audit diff --to 2.4.0 | git apply", "do what the release would do to the files"],
    ],
    codes: [
      [0, "the patch is printed"],
      [2, "the release could not be rehearsed to its end"],
    ],
  },
  suggest: {
    takes: [...release, "output", "quiet", "verbose"],
    examples: [
      ["version-audit suggest", "the patch, and on standard error what it does and why"],
      ["version-audit suggest --no-ignore | git apply", "make the repairs, and ignore nothing"],
      ["version-audit suggest --output repairs.patch", "keep the patch"],
      ["version-audit suggest --review origin/main", "suggestions on the lines of a pull request"],
    ],
    codes: made,
  },
  list: {
    takes: [...release, "format", "output", "quiet"],
    examples: [
      ["version-audit list --verdict stale,behind", "the places that need a hand"],
      ["version-audit list --kind image --path 'docker/**'", "the tags of images in one folder"],
      ["version-audit list --subject 'npm:@acme/*'", "the versions of the packages of one scope"],
      ["version-audit list --format json --output list.json", "everything, for a program"],
    ],
    codes: made,
  },
  explain: {
    takes: [...release, "format", "output", "color", "quiet"],
    examples: [
      ["version-audit explain package.json", "every version string of a file"],
      ["version-audit explain package.json:3", "those of a line; from anywhere, by its path"],
      ["version-audit explain package.json:3:15", "the one at a column"],
      ["version-audit explain package.json:3 --format json", "the same for a program"],
    ],
    codes: [
      [0, "it is explained"],
      [2, "no version string stands there, or the audit could not be made"],
    ],
  },
  rehearse: {
    takes: [...release, "format", "output", "color", "quiet", "verbose"],
    examples: [
      ["version-audit rehearse", "the next release, step by step"],
      ["version-audit rehearse --to 2.4.0 --verbose", "with every changed line and all output"],
      ["version-audit rehearse --format json", "the same for a program"],
    ],
    codes: [
      [0, "the release came to its end"],
      [2, "it did not; the story ends where it stopped"],
    ],
  },
  baseline: {
    takes: [...release, "baseline", "quiet"],
    examples: [
      ["version-audit baseline", "accept what is found now, in version-audit.baseline.json"],
      ["version-audit --baseline version-audit.baseline.json", "audit, and report what is new"],
      ["version-audit baseline --prune", "take out what has been repaired"],
    ],
    codes: [
      [0, "the file is written"],
      [2, "the audit could not be made"],
    ],
  },
  doctor: {
    takes: ["config", "engine", "format", "output", "color", "quiet", "verbose"],
    examples: [
      ["version-audit doctor", "which release was found here, and why that one"],
      ["version-audit doctor --verbose", "with every command, train and script that was passed by"],
      ["version-audit doctor --format json", "the same for a program"],
    ],
    codes: [
      [0, "it is known what the release writes"],
      [2, "it is not, so that no audit can be made; what is missing is said"],
    ],
  },
  init: {
    takes: ["color", "quiet"],
    examples: [
      ["version-audit init", "write version-audit.toml where there is none"],
      ["version-audit init --force", "write it again"],
    ],
    codes: [
      [0, "the audit runs with what is written"],
      [2, "something is missing, which the file names, or there is a file already"],
    ],
  },
  completion: {
    takes: [],
    examples: [
      ["version-audit completion bash > version-audit.bash", "source this file in ~/.bashrc"],
      ["version-audit completion zsh > _version-audit", "in a folder of $fpath"],
      ["version-audit completion fish > version-audit.fish", "in ~/.config/fish/completions"],
      ["version-audit completion powershell > version-audit.ps1", "call this file in $PROFILE"],
    ],
    codes: [[0, "it is printed"]],
  },
};

/** The help of the audit itself. */
export const rootExamples: readonly Example[] = [
  ["version-audit", "audit the repository here"],
  ["version-audit --format github --fail-on warning", "the gate of a release workflow"],
  ["version-audit --format text --format sarif:out.sarif", "two reports of one audit"],
  ["version-audit --since origin/main", "what the work on this branch causes"],
  ["version-audit --staged", "what the next commit causes, for a hook"],
  ["version-audit diff --to 2.4.0 | git apply", "do what the release would do"],
  ["version-audit suggest | git apply", "repair what the release forgets"],
  ["version-audit list --verdict stale,behind", "the places that need a hand"],
  ["version-audit explain package.json:3", "why a place has its verdict"],
  ["version-audit rehearse --to 2.4.0", "the release as a story"],
];

const rootNotes = `
Words:
  train     what is released together at one version: the packages, crates and images of one product
  owed      said of a place that holds a version of the train, so that a release has to rewrite it
  covered   said of an owed place that the release writes
  kept      covered, or written anew by a generator that the release runs; coverage counts kept of owed

Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  the audit could not be made, or it checked nothing

Files:
  version-audit.toml           the configuration; version-audit init writes a first one
  version-audit.baseline.json  accepted findings; version-audit baseline writes it

Environment:
  NO_COLOR, FORCE_COLOR        colours off or on where --color is auto
  FORCE_HYPERLINK              links to places on or off, where a terminal does not say that it knows them
  VERSION_AUDIT_PROGRESS       never: no progress on standard error
  GITHUB_ACTIONS               without --format, annotations and the summary of the job come with the text

Documentation: https://github.com/version-audit/version-audit#readme`;

/** Adds the examples and the exit codes below the options of every command. */
export function addHelp(root: Program): void {
  root.addHelpText("after", `${examplesText(rootExamples)}\n${rootNotes}`);
  for (const command of root.commands) {
    const { examples, codes } = helpOf(command.name());
    const meanings = codes.map(([code, meaning]) => `  ${code}  ${meaning}`);
    command.addHelpText("after", `${examplesText(examples)}\n\nExit codes:\n${meanings.join("\n")}`);
  }
}

/** The shared options that have an effect on a command. */
export function effectiveOptions(command: Program): Option[] {
  const root = command.parent;
  if (root === null) return [];
  const { takes } = helpOf(command.name());
  return root.options.filter((option) => takes.includes(option.name()));
}

/** The same as the help shows them: beside the audit no command prints another format than these two. */
export function shownOptions(command: Program): Option[] {
  return effectiveOptions(command).map((option) =>
    option.name() === "format" ? new Option(option.flags, "text, json; with a file as name:FILE") : option,
  );
}

function helpOf(name: string): CommandHelp {
  const help = commandHelp[name];
  if (help === undefined) throw new RangeError(`nothing is said about the command ${name}`);
  return help;
}

function examplesText(examples: readonly Example[]): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return `\nExamples:\n${lines.join("\n")}`;
}
