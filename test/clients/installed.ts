import { spawnSync } from "node:child_process";

/** Whether a program is there. In CI, where the clients are installed, a missing one is a failure and no reason to skip. */
export function isInstalled(program: string): boolean {
  const found = spawnSync(program, ["--version"]).status === 0;
  if (!found && process.env["VERSION_AUDIT_CLIENTS"] === "required")
    throw new Error(`${program} is not installed, though VERSION_AUDIT_CLIENTS requires it`);
  return found;
}
