import { Option, Command as Program } from "commander";
import { nearestName } from "../config/nearest-name.ts";
import { occurrenceKinds } from "../inventory/occurrence.ts";
import { verdicts } from "../judge/verdict.ts";
import { formatNames } from "../report/format-names.ts";
import { groupings } from "../report/report-options.ts";
import { visible } from "../report/visible-text.ts";
import { choosing, oneOf, someOf } from "./choices.ts";
import { colourChoices } from "./colour.ts";
import type { Command, Perform } from "./command.ts";
import { addHelp, commandHelp, shownOptions } from "./command-help.ts";
import { addFormat } from "./formats.ts";
import { refuseIneffective } from "./ineffective-options.ts";
import type { ListFilter } from "./list-command.ts";
import { addRepositoryCommand } from "./repository-command.ts";
import { type CommandLine, settingsFrom } from "./settings.ts";
import { addSetup } from "./setup-commands.ts";
import { toolVersion } from "./tool-version.ts";

/** The command line as commander reads it. It throws a CommanderError instead of ending the process. */
export function program(perform: Perform): Program {
  const root = new Program("version-audit")
    .description(
      "Finds the version strings that a release would leave stale, by rehearsing the release script.",
    )
    .argument("[root]", "the repository, or a folder of it", ".")
    .version(toolVersion(), "--version")
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: shownOptions })
    .helpCommand("help [command]", "Show what a command takes, as --help does.")
    .exitOverride()
    .allowExcessArguments()
    .action((folder: string) => {
      refuseExcess(root);
      return perform(settingsFrom(root.opts<CommandLine>(), folder), loadAudit);
    });
  for (const option of sharedOptions()) root.addOption(option);
  addDiff(root, perform);
  addSuggest(root, perform);
  addList(root, perform);
  addExplain(root, perform);
  addRehearse(root, perform);
  addBaseline(root, perform);
  addSetup(root, perform);
  addHelp(root);
  root.hook("preAction", (_, command) => refuseIneffective(command));
  return root;
}

/** Of several words without a command the first is most likely one that is misspelt. Throws a CommanderError. */
function refuseExcess(root: Program): void {
  const [first = "", second] = root.args;
  if (second === undefined) return;
  const meant = nearestName(first, Object.keys(commandHelp));
  const reason =
    meant === null
      ? `too many arguments: one folder is audited, and ${visible(second)} is one more`
      : `there is no command ${visible(first)}\n(Did you mean ${meant}?)`;
  root.error(`error: ${reason}`);
}

async function loadAudit(): Promise<Command> {
  (await import("../release/thread/rehearser.ts")).startEarly();
  return (await import("./audit-command.ts")).auditCommand;
}

function sharedOptions(): Option[] {
  const names = formatNames.join(", ");
  const about: Readonly<Record<string, Option[]>> = {
    "What is audited:": [
      new Option("--config <file>", "a configuration other than version-audit.toml in the root"),
      new Option("--to <version>", "the version that the release would give, by default the next one"),
      new Option("--engine <engine>", "sandbox, or command to run the configured command natively in a copy")
        .default("sandbox")
        .argParser(oneOf(["sandbox", "command"])),
    ],
    "What is reported:": [
      new Option("--exclude <glob>", "report nothing that stands in these files; repeatable").argParser(
        (glob: string, earlier: readonly string[] = []) => [...earlier, glob],
      ),
      new Option("--since <revision>", "report only what has changed since the merge base with a revision"),
      new Option("--staged", "audit the index, and report only what is staged for the next commit"),
      new Option(
        "--baseline <file>",
        "a file of known findings, which are left out; the command baseline writes it",
      ),
      new Option(
        "--fail-on <severity>",
        "the least severity that gives exit code 1: error, warning, note, never",
      )
        .default("error")
        .argParser(oneOf(["error", "warning", "note", "never"])),
    ],
    "How it is printed:": [
      new Option("--format <format>", `${names}; repeatable, with a file as name:FILE`).argParser(
        choosing(formatNames, addFormat),
      ),
      new Option("--group-by <what>", "rule, or directory to see the text report folder by folder")
        .default("rule")
        .argParser(oneOf(groupings)),
      new Option("--output <file>", "write the report to a file"),
      new Option("--color <when>", "auto, always, never").default("auto").argParser(oneOf(colourChoices)),
      new Option("--quiet", "no progress and no notes on standard error"),
      new Option("--verbose", "every place and every note"),
    ],
  };
  return Object.entries(about).flatMap(([group, options]) =>
    options.map((option) => option.helpGroup(group)),
  );
}

function addDiff(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "diff", async ({ stat = false }: { stat?: boolean }) => {
    const { diffCommand } = await import("./diff-command.ts");
    return (settings) => diffCommand(settings, stat);
  })
    .description("Print the patch that the release would commit, for git apply.")
    .option("--stat", "only how much changes in which file");
}

function addSuggest(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "suggest", async (flags: { ignore: boolean; review?: string }) => {
    const { suggestCommand } = await import("./suggest-command.ts");
    return (settings) => suggestCommand(settings, flags);
  })
    .description("Print a patch that repairs what the release would leave behind, for git apply.")
    .option("--no-ignore", "no [[ignore]] for places that cannot be repaired otherwise")
    .option("--review <revision>", "a review of the pull request onto this revision, for gh api");
}

function addList(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "list", async (filter: ListFilter) => {
    const { listCommand } = await import("./list-command.ts");
    return (settings) => listCommand(settings, filter);
  })
    .description("List the version strings with their verdicts, as text or json.")
    .addOption(new Option("--verdict <verdicts>", verdicts.join(", ")).argParser(someOf(verdicts)))
    .addOption(new Option("--kind <kinds>", occurrenceKinds.join(", ")).argParser(someOf(occurrenceKinds)))
    .option("--subject <glob>", "what it is a version of, for example npm:@scope/*")
    .option("--path <glob>", "where it stands");
}

function addExplain(root: Program, perform: Perform): void {
  root
    .command("explain")
    .description("Show the evidence for the verdict of a place, as text or json.")
    .argument("<place>", "path, path:line or path:line:column")
    .option("--root <root>", "the repository, by default the one that the file lies in")
    .action((place: string, { root: folder = null }: { root?: string | null }) =>
      perform({ ...settingsFrom(root.opts<CommandLine>(), folder ?? "."), within: null }, async () => {
        const { explainCommand } = await import("./explain-command.ts");
        return (settings) => explainCommand(settings, place, folder);
      }),
    );
}

function addRehearse(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "rehearse", async () => {
    const { rehearseCommand } = await import("./rehearse-command.ts");
    return rehearseCommand;
  }).description("Tell the release as a story: writes, commands and what the script says, in order.");
}

function addBaseline(root: Program, perform: Perform): void {
  addRepositoryCommand(root, perform, "baseline", async ({ prune = false }: { prune?: boolean }) => {
    const { baselineCommand } = await import("./baseline-command.ts");
    return (settings) => baselineCommand(settings, prune);
  })
    .description(
      "Write the findings of now to a file, so that an audit with --baseline reports new ones only.",
    )
    .option("--prune", "only take out of the file what is repaired");
}
