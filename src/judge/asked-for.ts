import type { Workspace } from "../workspace/workspace.ts";

const names = new WeakMap<Workspace, ReadonlySet<string>>();

/** The npm packages that a manifest of the repository asks for, or that the root maps to something. */
export function askedFor(workspace: Workspace): ReadonlySet<string> {
  const known = names.get(workspace);
  if (known !== undefined) return known;
  const asked = new Set(workspace.npm.flatMap((pkg) => [...pkg.dependencies]));
  for (const name of workspace.resolutions.keys()) asked.add(name);
  names.set(workspace, asked);
  return asked;
}
