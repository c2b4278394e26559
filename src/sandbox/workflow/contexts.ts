import { virtualRoot } from "../host/files/virtual-path.ts";
import { Secrets, Unknown, type Value } from "./expressions/value.ts";
import type { Workflow } from "./read-workflow.ts";

const branch = "main";

/** What a job finds in the environment on a runner of GitHub. */
export const runnerEnvironment: Readonly<Record<string, string>> = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_ACTOR: "release",
  GITHUB_EVENT_NAME: "workflow_dispatch",
  GITHUB_PATH: "/tmp/github-path",
  GITHUB_REF: `refs/heads/${branch}`,
  GITHUB_REF_NAME: branch,
  GITHUB_REF_TYPE: "branch",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_STEP_SUMMARY: "/tmp/github-step-summary",
  GITHUB_WORKSPACE: virtualRoot,
  RUNNER_OS: "Linux",
  RUNNER_TEMP: "/tmp",
};

/** How a workflow is started. */
interface Started {
  readonly workflow: Workflow;
  readonly inputs: Readonly<Record<string, string>>;
  /** As `owner/name`; null where it is not known. */
  readonly repository: string | null;
  /** The commit on which it runs; null where it is not known. */
  readonly revision: string | null;
}

/** The contexts of expressions when somebody starts the workflow by hand on its main branch. */
export function startingValues({
  workflow,
  inputs: given,
  repository,
  revision,
}: Started): Record<string, Value> {
  const inputs = Object.fromEntries(
    (workflow.inputs ?? []).map(({ name, type, default: otherwise, options }) => {
      const text =
        given[name] ??
        otherwise ??
        (type === "choice" ? (options[0] ?? "") : type === "boolean" ? "false" : "");
      return [
        name,
        { text, value: type === "boolean" ? text === "true" : type === "number" ? Number(text) : text },
      ] as const;
    }),
  );
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, { text }]) => [name, text]));
  return {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value])),
    github: {
      actor: "release",
      api_url: "https://api.github.com",
      event: { inputs: texts, repository: { default_branch: branch } },
      event_name: "workflow_dispatch",
      ref: `refs/heads/${branch}`,
      ref_name: branch,
      ref_type: "branch",
      repository: repository ?? new Unknown("github.repository"),
      run_id: new Unknown("github.run_id"),
      run_number: new Unknown("github.run_number"),
      server_url: "https://github.com",
      sha: revision ?? new Unknown("github.sha"),
      token: "token",
      workspace: virtualRoot,
    },
    job: { status: "success" },
    secrets: new Secrets(),
    runner: { os: "Linux", temp: "/tmp" },
  };
}
