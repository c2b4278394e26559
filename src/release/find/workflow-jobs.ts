import type { Repository } from "../../repository/repository.ts";
import { readWorkflow } from "../../sandbox/workflow/read-workflow.ts";
import type { FoundRelease } from "./found-release.ts";
import { workflowStarts } from "./workflow-start.ts";
import { isCommitting, isWriting, jobChoices, stepsOf } from "./writing-jobs.ts";

const workflowPath = /^\.github\/workflows\/[^/]+\.ya?ml$/;
/** The likeliest to write a version come first. */
const likeliest = [/bump|set-version|update-version/i, /version/i, /cut|prepare/i, /release/i];
/** What is done with a version that is released already. */
const afterwards = /announce|comment|notif|deploy|deprecat|docs|nightly|check|test|accept|audit|size/i;
const mostWorkflows = 3;

/**
 * Jobs of workflows that somebody starts by hand, giving a version or the step of a release, or that a tag or a push
 * starts, and whose commands change files: their own, those of workflows that they call, and of actions of the repository.
 * Whether they write the version is for the rehearsal to show.
 */
export function workflowJobs(repository: Repository): FoundRelease[] {
  const found = repository.paths
    .filter((path) => workflowPath.test(path) && !afterwards.test(path))
    .flatMap((path) => releasesOf(repository, path));
  const rank = ({ path }: { readonly path: string }) => likeliest.findIndex((sign) => sign.test(path)) >>> 0;
  return found
    .toSorted((a, b) => Number(a.isUnasked) - Number(b.isUnasked) || rank(a) - rank(b))
    .slice(0, mostWorkflows)
    .flatMap(({ releases }) => releases);
}

/** One way to start a workflow, with the jobs that may be the release. */
interface Found {
  readonly path: string;
  /** Whether something else than a person starts it. */
  readonly isUnasked: boolean;
  readonly releases: readonly FoundRelease[];
}

function releasesOf(repository: Repository, path: string): Found[] {
  const workflow = readWorkflow(repository.read(path) ?? "");
  if (workflow === null) return [];
  const steps = new Map(workflow.jobs.map((job) => [job, stepsOf(repository, path, job)]));
  const writing = workflow.jobs.filter((job) => isWriting(steps.get(job) ?? []));
  return workflowStarts(workflow, path, repository).flatMap(({ args, tag, why, hasToCommit }) => {
    const jobs = hasToCommit ? writing.filter((job) => isCommitting(steps.get(job) ?? [])) : writing;
    const releases = jobChoices(jobs).map((job) => ({
      table: { name: "release", workflow: path, job, args, ...(tag === undefined ? {} : { tag }) },
      why: `${path} ${why}, and ${said(job)} changes files`,
    }));
    return releases.length === 0 ? [] : [{ path, isUnasked: hasToCommit, releases }];
  });
}

function said(job: string | readonly string[]): string {
  return typeof job === "string" ? `its job ${job}` : `each of its jobs ${job.join(", ")}`;
}
