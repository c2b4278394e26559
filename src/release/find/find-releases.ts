import * as v from "valibot";
import { AuditError } from "../../audit-error.ts";
import type { Config, Sourced } from "../../config/config.ts";
import { type Release, releaseSchema } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import { releaseTools } from "../tools/release-tools.ts";
import { craftCommand } from "./craft-command.ts";
import type { FoundRelease } from "./found-release.ts";
import { makeTargets } from "./make-targets.ts";
import { otherCalls } from "./other-calls.ts";
import { recogniseRelease } from "./recognise-release.ts";
import { shellScripts } from "./shell-scripts.ts";
import { workflowJobs } from "./workflow-jobs.ts";
import { filesOfWorkflow } from "./writing-jobs.ts";

/** The name of the release that stands for what past releases did. */
const historyName = "history";

/**
 * The configuration with the releases of the repository: those that it names, else everything that may be how the
 * repository is released, the most specific evidence first, and what its past releases did.
 */
export function withReleases(config: Config, repository: Repository): Config {
  if (config.releases.length > 0) return config;
  const [tools, workflows] = [toolsOf(repository), found(workflowJobs(repository))];
  const files = new Map(
    workflows.map((workflow) => [workflow, filesOfWorkflow(repository, workflow.value.workflow ?? "")]),
  );
  const calls = (workflow: Sourced<Release>, tool: Sourced<Release>) =>
    isShownBy(tool, files.get(workflow) ?? new Set());
  const calling = workflows.filter((workflow) => tools.some((tool) => calls(workflow, tool)));
  const others = workflows.filter((workflow) => !calling.includes(workflow));
  // A step may number what it builds; a workflow that asks for the version and writes it is more than that.
  const [stepped, sure] = [tools.filter(isStep), tools.filter((tool) => !isStep(tool))];
  const asking = stepped.length === 0 ? [] : others.filter(asksForVersion);
  const withWorkflows = (tool: Sourced<Release>) => [
    ...calling.filter((workflow) => calls(workflow, tool)),
    tool,
  ];
  return {
    ...config,
    releases: [
      ...sure.flatMap(withWorkflows),
      ...asking,
      ...stepped.flatMap(withWorkflows),
      ...[
        ...found(craftCommand(repository)),
        ...scriptsOf(repository),
        ...others.filter((workflow) => !asking.includes(workflow)),
        ...ownCommands(repository),
      ].flatMap((release) => [release, ...otherCalls(release, repository)]),
      ...pastOf(repository),
    ],
  };
}

/** Every release tool whose configuration the repository has. */
function toolsOf(repository: Repository): Sourced<Release>[] {
  return releaseTools.flatMap((tool) => {
    const plan = tool.recognise(repository);
    return plan === null ? [] : [recognised({ name: tool.id, tool: tool.id }, plan.why)];
  });
}

function scriptsOf(repository: Repository): Sourced<Release>[] {
  try {
    return [recogniseRelease(repository)];
  } catch (error) {
    // What is not recognised is said when no other mechanism knows anything, see `nothingIsKnown`.
    if (error instanceof AuditError) return [];
    throw error;
  }
}

/** What is written in the languages of a shell and of make. */
function ownCommands(repository: Repository): Sourced<Release>[] {
  return found([...shellScripts(repository), ...makeTargets(repository)]);
}

function found(releases: readonly FoundRelease[]): Sourced<Release>[] {
  return releases.map(({ table, why }) => recognised(table, why));
}

/** Whether a tool is known by a step of a workflow, whose other steps then belong to the release as well. */
function isShownBy({ source }: Sourced<Release>, files: ReadonlySet<string>): boolean {
  return source.from === "recognised" && files.has(source.why.slice(0, source.why.indexOf(":")));
}

/** True for a tool of which nothing but a step of a workflow is known. */
function isStep({ source }: Sourced<Release>): boolean {
  return source.from === "recognised" && source.why.startsWith(".github/workflows/");
}

/** True for a workflow that is started by hand with the version. */
function asksForVersion({ value }: Sourced<Release>): boolean {
  return JSON.stringify(value).includes("{version}");
}

function pastOf({ git }: Repository): Sourced<Release>[] {
  if (git === null || git.head === null) return [];
  return [recognised({ name: historyName, history: true }, "the repository has been released before")];
}

function recognised(table: Record<string, unknown>, why: string): Sourced<Release> {
  return { value: v.parse(releaseSchema, table), source: { from: "recognised", why } };
}
