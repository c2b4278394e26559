import semver from "semver";
import { within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { mainFirst } from "../main-train.ts";
import type { DeclaredTrain, ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { changelogenStep } from "../shared/covering/javascript-entries.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { indentationOf } from "../shared/javascript/indentation.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import { packageIn } from "../shared/javascript/workspace.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { type ChangelogenCall, changelogenCalls } from "./calls.ts";
import { changelogenOptions } from "./settings.ts";

/**
 * changelogen: package.json of the folder in which it is started gets the version, and neither a lockfile nor another
 * package of a workspace follows. The changelog, whose words come from commits, is not written.
 * https://github.com/unjs/changelogen#readme and `src/semver.ts` there
 */
export const changelogen: ReleaseTool = { id: "changelogen", recognise, covering: changelogenStep };

/** A folder that is released, and how. */
interface Released {
  readonly call: ChangelogenCall;
  readonly train: DeclaredTrain;
}

function recognise(repository: Repository): ToolPlan | null {
  const released = changelogenCalls(repository).flatMap((call) => {
    const train = trainOf(repository, call);
    return train === null ? [] : [{ call, train }];
  });
  const trains = mainFirst(
    released.map(({ train }) => train),
    repository,
  );
  const first = released.find(({ train }) => train === trains[0]);
  if (first === undefined) return null;
  const { origin, script, dir } = first.call.call;
  const calling =
    script === null ? `${origin.path}:${origin.line} calls` : `the script ${JSON.stringify(script)} calls`;
  const folder = first.call.dir === "" ? "" : ` --dir ${first.call.dir}`;
  return {
    config: origin,
    why: `${calling} changelogen, which writes ${within(first.call.dir, "package.json")}`,
    call:
      script === null || dir !== ""
        ? `npx changelogen --release -r {version}${folder}`
        : `${managerOf(repository)} run ${script}`,
    trains,
    apply: async (host) => {
      for (const one of released) await apply(host, one);
    },
  };
}

/** Null for a folder without a package that has a version. */
function trainOf(repository: Repository, call: ChangelogenCall): DeclaredTrain | null {
  const own = packageIn(repository, call.dir);
  if (own === null || own.version === null) return null;
  const next = nextOf(own.version, call);
  return {
    ...{ name: call.dir, current: own.version, folders: [call.dir], packages: [own.name] },
    tag: call.isTagged ? tagOf(repository, call.dir) : null,
    ...(next !== null && { next }),
  };
}

/** `git tag` is given the message first, so that the body is the name of the tag. */
function tagOf(repository: Repository, dir: string): string | null {
  const template = tableOf(changelogenOptions(repository, dir)["templates"])["tagBody"];
  if (template instanceof Computed) return null;
  return (textOf(template) ?? "v{{newVersion}}").replaceAll("{{newVersion}}", "{version}");
}

/** Below 1.0.0 a major is a minor and a minor is a patch. Null where commit messages decide. */
function nextOf(current: string, { kind, preid }: ChangelogenCall): string | null {
  if (kind === null) return null;
  const below = { major: "minor", minor: "patch" } as const;
  const isBelow = current.startsWith("0.") && (kind === "major" || kind === "minor");
  const step = (isBelow ? below[kind] : kind) as semver.ReleaseType;
  return preid === "" ? semver.inc(current, step) : semver.inc(current, step, preid);
}

async function apply(host: ToolRelease, { call, train }: Released): Promise<void> {
  const { before, after, origin, script, dir } = call.call;
  const run = async (line: string) => {
    // Steps of a workflow around it are steps of the workflow.
    if (line === "" || script === null) return;
    const { exitCode } = await host.run(line, { origin, cwd: dir });
    if (exitCode !== 0) throw new ToolRefusal(`\`${line}\` ended with exit code ${exitCode}`, origin);
  };
  await run(before);
  const path = within(call.dir, "package.json");
  const text = host.read(path);
  const content = jsonObject(text);
  if (text !== null && content !== null)
    host.write(path, rewritten(text, { ...content, version: host.targetOf(train) }), origin);
  await run(after);
}

/** Only the start of a file is looked at for its indentation. In UTF-16 code units. */
const sample = 1024;

/** The text as https://github.com/unjs/confbox writes it: the blanks around it stay, and so does the indentation. */
function rewritten(text: string, content: object): string {
  const [start = ""] = /^\s*/u.exec(text) ?? [];
  const end = text.slice(text.trimEnd().length);
  return start + JSON.stringify(content, null, indentationOf(text.slice(0, sample))) + end;
}
