import { Unknown, type Value } from "./expressions/value.ts";
import type { Workflow } from "./read-workflow.ts";

const branch = "main";

/** What starts a workflow, as its steps see it. */
export interface StartingEvent {
  readonly name: "workflow_dispatch" | "push" | "release";
  readonly ref: string;
  readonly refName: string;
  readonly refType: "branch" | "tag";
  /** What the context `github.event` holds besides the repository. */
  readonly payload: Readonly<Record<string, Value>>;
}

/**
 * The event that starts a workflow: with a tag its push, or a release where no push starts it; else somebody, or a push to
 * the main branch where nobody can.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function startingEvent({ inputs, starts }: Workflow, tag: string | null): StartingEvent {
  const onBranch = { ref: `refs/heads/${branch}`, refName: branch, refType: "branch" } as const;
  const only = (field: string) => new Unknown(`github.event.${field}`);
  const pushed = { head_commit: only("head_commit"), commits: only("commits"), before: only("before") };
  if (tag !== null) {
    const onTag = { ref: `refs/tags/${tag}`, refName: tag, refType: "tag" } as const;
    if (starts.tags !== null || !starts.isReleased)
      return { ...onTag, name: "push", payload: { ...pushed, ref: onTag.ref } };
    const known = { tag_name: tag, name: tag, target_commitish: branch, draft: false, prerelease: false };
    const release = { ...known, body: only("release.body"), id: only("release.id") };
    return { ...onTag, name: "release", payload: { action: "published", release } };
  }
  const isPush = inputs === null && starts.isPushed;
  return {
    ...onBranch,
    name: isPush ? "push" : "workflow_dispatch",
    payload: { ...(isPush ? pushed : {}), ref: onBranch.ref },
  };
}
