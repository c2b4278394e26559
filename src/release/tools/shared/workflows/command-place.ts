import type { Repository } from "../../../../repository/repository.ts";
import type { Origin } from "../../../rehearsal.ts";
import { workflowSteps } from "./workflow-steps.ts";

/** Where people write down what a release starts, apart from workflows: the recipes first, prose last. */
const files = [
  ...[
    "Makefile",
    "makefile",
    "GNUmakefile",
    "justfile",
    "Justfile",
    ".justfile",
    "Taskfile.yml",
    "Taskfile.yaml",
  ],
  ...[
    "pyproject.toml",
    "noxfile.py",
    "tasks.py",
    "tox.ini",
    "RELEASING.md",
    "RELEASE.md",
    "docs/RELEASING.md",
    "CONTRIBUTING.md",
  ],
];

/** The first line of a workflow, a recipe or a description of releases that starts a command; null for none. */
export function placeOfCommand(repository: Repository, command: RegExp): Origin | null {
  for (const { run, origin } of workflowSteps(repository)) {
    const index = run?.split("\n").findIndex((line) => command.test(line)) ?? -1;
    if (index !== -1) return { ...origin, line: origin.line + (run?.includes("\n") === true ? index : 0) };
  }
  for (const path of files) {
    const text = repository.has(path) ? repository.read(path) : null;
    const index = text?.split("\n").findIndex((line) => command.test(line)) ?? -1;
    if (index !== -1) return { path, line: index + 1, column: 1, function: null };
  }
  return null;
}
