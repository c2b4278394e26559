import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { flagOf, listOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { type WorkflowStep, workflowSteps } from "../shared/workflows/workflow-steps.ts";

/** One place where the repository starts release-please. */
export interface Invocation {
  /** The options in the words of the action's inputs. */
  readonly options: Table;
  /** True where a configuration is read even though a release type is named. */
  readonly isManifest: boolean;
  /** The major version of the action; null where something else starts it, or nothing tells. */
  readonly actionMajor: number | null;
  readonly origin: Origin;
}

/** The steps that use the action or the command, and the file of the GitHub app. */
export function releasePleaseInvocations(repository: Repository): readonly Invocation[] {
  return [...workflowSteps(repository).flatMap(ofStep), ...ofApp(repository)];
}

const action = /(?:^|\/)release-please-action$/;

function ofStep({ action: used, major, inputs, run, origin }: WorkflowStep): Invocation[] {
  if (used !== null && action.test(used)) {
    // Version 3 of the action reads the configuration by this command, later ones know no command.
    const isManifest = major === 3 && String(inputs["command"] ?? "").startsWith("manifest");
    return [{ options: inputs, isManifest, actionMajor: major, origin }];
  }
  const words = run?.split(/[\s\\]+/) ?? [];
  const program = words.findIndex((word, index) => isProgram(word) && commands.has(words[index + 1] ?? ""));
  if (program === -1) return [];
  const isManifest = words[program + 1] === "manifest-pr";
  return [{ options: optionsOf(words.slice(program + 2)), isManifest, actionMajor: null, origin }];
}

const commands = new Set(["release-pr", "manifest-pr", "github-release", "manifest-release"]);

function isProgram(word: string): boolean {
  return word === "release-please" || word.startsWith("release-please@");
}

/** `--name=value` and `--name value`. */
function optionsOf(words: readonly string[]): Table {
  return Object.fromEntries(
    words.flatMap((word, index) => {
      if (!word.startsWith("--")) return [];
      const [name = "", ...value] = word.slice(2).split("=");
      const text = value.length > 0 ? value.join("=") : (words[index + 1] ?? "");
      return [[name, text.replace(/^["']|["']$/g, "")]];
    }),
  );
}

const appFile = ".github/release-please.yml";

/** The options of the app, https://github.com/googleapis/repo-automation-bots, `packages/release-please`. */
function ofApp(repository: Repository): Invocation[] {
  const text = repository.has(appFile) ? repository.read(appFile) : null;
  if (text === null) return [];
  const root = tableOf(plainYaml(text));
  const origin: Origin = { path: appFile, line: 1, column: 1, function: null };
  return [root].map((table) => ({
    options: {
      "release-type": table["releaseType"],
      "config-file": table["manifestConfig"],
      "manifest-file": table["manifestFile"],
      "package-name": table["packageName"],
      path: table["path"],
      "extra-files": listOf(table["extraFiles"]).join("\n"),
    },
    isManifest: flagOf(table["manifest"]) === true,
    actionMajor: null,
    origin,
  }));
}
