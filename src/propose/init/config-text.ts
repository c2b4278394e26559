import { tomlLines } from "../../config/toml-text.ts";
import type { Candidate } from "../../findings/diagnosis/diagnosis.ts";
import type { ProposedCouple } from "./proposed-couples.ts";
import type { ProposedGenerator } from "./proposed-generators.ts";
import type { ReleaseProgram } from "./release-programs.ts";
import { messageOf, oneLine, rejectionOf } from "./trial-text.ts";
import { isDone, type Trial } from "./try-releases.ts";
import { understoodLines } from "./understood-text.ts";

/** What `version-audit init` has found out. */
export interface Proposal {
  /** The preset that knows the repository, which then says everything else; null without one. */
  readonly preset: string | null;
  /** What was understood with nothing configured; empty where that was nothing. */
  readonly understood: readonly Candidate[];
  /** The script that a trial proved to be the release, where nothing was understood; null where none did. */
  readonly release: Trial | null;
  /** What was tried and does not write versions. */
  readonly rejected: readonly Trial[];
  /** Package scripts that release with a program; where a script writes versions, only those that are plainly the release. */
  readonly programs: readonly ReleaseProgram[];
  readonly product: Readonly<Record<string, readonly string[]>>;
  readonly generators: readonly ProposedGenerator[];
  readonly couples: readonly ProposedCouple[];
  /** Names and generators change a verdict, so that they are proposed as comments. */
  readonly isTentative: boolean;
}

const head = `# How this repository is released, for version-audit. Every table is described in
# https://github.com/version-audit/version-audit/blob/main/docs/configuration.md`;

/** The text of a commented `version-audit.toml`. What nobody could tell stands in it as a comment to complete. */
export function configText(proposal: Proposal): string {
  const { preset, product, generators, couples, isTentative } = proposal;
  if (preset !== null) return `${presetText(preset)}\n`;
  const sections = [
    [head],
    releaseLines(proposal),
    ...[
      ...(Object.keys(product).length === 0 ? [] : [productLines(product)]),
      ...generators.map(generatorLines),
    ].map((lines) => (isTentative ? tentative(lines) : lines)),
    ...couples.map(coupleLines),
    ignoreLines,
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function presetText(preset: string): string {
  return `${head}\n
# The preset knows this repository. A table written here replaces the preset's tables of the same name.
preset = ${JSON.stringify(preset)}`;
}

/** What changes a verdict is for somebody to decide. */
function tentative(lines: readonly string[]): string[] {
  const commented = lines.map((line) => (line.startsWith("#") ? line : `# ${line}`));
  return [
    ...commented,
    "# With these lines some verdicts are others: take the comment signs away if they are right.",
  ];
}

function releaseLines(proposal: Proposal): string[] {
  const { understood, release, programs } = proposal;
  if (understood.length > 0) return [...programLines(programs), ...understoodLines(understood)];
  if (release === null) return draftLines(proposal);
  const { table, script, why, written, rehearsal } = release;
  const { env, answers, ...rest } = table;
  const stands = [env, answers].some((given) => given !== undefined);
  return [
    `# ${script}: ${why}, and a rehearsal of it gives ${written} ${written === 1 ? "file" : "files"} the new version.`,
    ...programLines(programs),
    ...(isDone(release) ? [] : [`# It does not come to its end: ${messageOf(release)}`]),
    "[[release]]",
    ...tomlLines(rest),
    ...(stands ? ["# What the script asks of the network and the environment, answered by stand-ins."] : []),
    ...subtable("answers", answers),
    ...subtable("env", env),
    ...(rehearsal.commands.some(({ answer }) => answer === "not run")
      ? [
          "",
          "# `version-audit rehearse` shows its commands; none of them is run, and [release.answers] can answer them.",
        ]
      : []),
  ];
}

function subtable(name: string, values: unknown): string[] {
  if (typeof values !== "object" || values === null) return [];
  return [`[release.${name}]`, ...tomlLines({ ...values })];
}

function draftLines({ rejected, programs }: Proposal): string[] {
  // What did not come to its end may be what would have written the version.
  const likeliest = rejected.find((trial) => !isDone(trial)) ?? rejected[0];
  const first = likeliest?.table ?? { name: "release", entry: "scripts/release.ts", args: ["{version}"] };
  const packages = missingPackages(rejected);
  return [
    ...(packages.length === 0
      ? []
      : [
          `# Missing: ${packages.join(", ")}. Scripts that were tried import what is not installed here. Install the packages of`,
          "# the repository and run `version-audit init --force`, or complete these lines by hand.",
          "#",
        ]),
    "# Missing: the script that writes the new version, and how it is called. Complete these lines and take the",
    "# comment signs away. A tool that is no JavaScript is named by `command`, for --engine command.",
    ...rejected.map((trial) => `# ${trial.script} was tried and ${rejectionOf(trial)}`),
    ...programLines(programs),
    "# [[release]]",
    ...tomlLines(first).map((line) => `# ${line}`),
    '# command = "npm version {version} --no-git-tag-version"   # instead of entry and args',
  ];
}

function programLines(programs: Proposal["programs"]): string[] {
  return programs.map(
    ({ name, command }) =>
      `# The package script ${JSON.stringify(name)} starts a program, which is not rehearsed: ${oneLine(command)}`,
  );
}

/** The packages that scripts import and that are not installed, each once. */
export function missingPackages(rejected: readonly Trial[]): string[] {
  const names = rejected.flatMap(({ rehearsal: { outcome } }) =>
    outcome.ended === "stopped"
      ? (/^the script needs the package `(.+?)`/.exec(outcome.message)?.[1] ?? [])
      : [],
  );
  return [...new Set(names)].sort();
}

function productLines(product: Proposal["product"]): string[] {
  return [
    "# What is ours by name, wherever prose, images and addresses speak of it.",
    "[product]",
    ...tomlLines(product),
  ];
}

function generatorLines({ by, paths }: ProposedGenerator): string[] {
  if (paths.length > 0)
    return ["# The release refreshes this after the bump.", "[[generated]]", ...tomlLines({ paths, by })];
  return [
    "# The release runs this too. If it writes versions, say where and take the comment signs away.",
    "# [[generated]]",
    '# paths = ["path/of/its/output/**"]',
    ...tomlLines({ by }).map((line) => `# ${line}`),
  ];
}

function coupleLines({ name, members }: ProposedCouple): string[] {
  const listed = members.map((member) => `  { ${tomlLines(member).join(", ")} },`);
  return ["# These must agree.", "[[couple]]", ...tomlLines({ name }), "members = [", ...listed, "]"];
}

const ignoreLines = [
  "# What stays behind on purpose is said with its reason.",
  "# [[ignore]]",
  '# path = "examples/legacy/**"',
  '# reason = "shows how an old version was used"',
];
