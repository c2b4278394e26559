import { virtualRoot } from "../host/files/virtual-path.ts";
import { Secrets, Unknown, type Value } from "./expressions/value.ts";
import type { Workflow, WorkflowInput } from "./read-workflow.ts";
import type { StartingEvent } from "./starting-event.ts";

/** What a job finds in the environment on a runner of GitHub, whatever has started it. */
const runnerEnvironment: Readonly<Record<string, string>> = {
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_PATH: "/tmp/github-path",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_RUN_ID: "1",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_STEP_SUMMARY: "/tmp/github-step-summary",
  GITHUB_WORKSPACE: virtualRoot,
  RUNNER_OS: "Linux",
  RUNNER_TEMP: "/tmp",
};

/** What a job finds in the environment. */
export function environmentOf(
  { name, ref, refName, refType }: StartingEvent,
  { actor }: Pick<Workflow, "actor">,
): Record<string, string> {
  const event = { GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_REF_NAME: refName };
  const person = { GITHUB_ACTOR: actor, GITHUB_TRIGGERING_ACTOR: actor };
  return { ...runnerEnvironment, ...person, ...event, GITHUB_REF_TYPE: refType };
}

/** How a workflow is started. */
interface Started {
  readonly workflow: Workflow;
  readonly event: StartingEvent;
  readonly inputs: Readonly<Record<string, string>>;
  /** As `owner/name`; null where it is not known. */
  readonly repository: string | null;
  /** The commit on which it runs; null where it is not known. */
  readonly revision: string | null;
}

/** The contexts of expressions when the workflow is started. */
export function startingValues({
  workflow,
  event,
  inputs: given,
  repository,
  revision,
}: Started): Record<string, Value> {
  const { texts, values } = inputValues(workflow.inputs ?? [], given);
  const [owner = null, name = null] = repository?.split("/") ?? [];
  const ofRepository = (field: string, value: string | null) => value ?? new Unknown(`github.${field}`);
  return {
    inputs: values,
    github: {
      actor: workflow.actor,
      api_url: "https://api.github.com",
      base_ref: "",
      event: {
        ...(event.name === "workflow_dispatch" ? { inputs: texts } : {}),
        ...event.payload,
        repository: { default_branch: "main", name: ofRepository("event.repository.name", name) },
      },
      event_name: event.name,
      head_ref: "",
      ref: event.ref,
      ref_name: event.refName,
      ref_type: event.refType,
      repository: ofRepository("repository", repository),
      repository_owner: ofRepository("repository_owner", owner),
      run_attempt: "1",
      // Names of branches and addresses are made of it, and no version: that is what the number of the run is for.
      run_id: "1",
      run_number: new Unknown("github.run_number"),
      server_url: "https://github.com",
      sha: ofRepository("sha", revision),
      token: "token",
      triggering_actor: workflow.actor,
      workspace: virtualRoot,
    },
    job: { status: "success" },
    secrets: new Secrets(),
    runner: { os: "Linux", temp: "/tmp" },
  };
}

/** What the inputs of a workflow hold, and as the texts that they were given as. */
export function inputValues(
  inputs: readonly WorkflowInput[],
  given: Readonly<Record<string, string>>,
): { readonly texts: Record<string, string>; readonly values: Record<string, Value> } {
  const texts: Record<string, string> = {};
  const values: Record<string, Value> = {};
  for (const { name, type, default: otherwise, options } of inputs) {
    const unsaid = type === "choice" ? (options[0] ?? "") : type === "boolean" ? "false" : "";
    const text = given[name] ?? otherwise ?? unsaid;
    texts[name] = text;
    values[name] = type === "boolean" ? text === "true" : type === "number" ? Number(text) : text;
  }
  return { texts, values };
}
