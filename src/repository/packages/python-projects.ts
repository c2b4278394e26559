import type { Document } from "../documents/document.ts";
import { valuesByKey } from "../documents/values-by-key.ts";
import type { Repository } from "../repository.ts";
import type { PythonProject } from "./workspace.ts";

/** Every pyproject.toml with a name, sorted by path; the standard table is asked before Poetry's. */
export function pythonProjects(
  repository: Repository,
  documentOf: (path: string) => Document | null,
): readonly PythonProject[] {
  const projects: PythonProject[] = [];
  for (const manifest of repository.paths) {
    if (!/(?:^|\/)pyproject\.toml$/u.test(manifest)) continue;
    const values = valuesByKey(documentOf(manifest)?.scalars ?? []);
    const name = values.get("project.name") ?? values.get("tool.poetry.name");
    const version = values.get("project.version") ?? values.get("tool.poetry.version");
    if (typeof name !== "string") continue;
    projects.push({ name, manifest, version: typeof version === "string" ? version : null });
  }
  return projects;
}
