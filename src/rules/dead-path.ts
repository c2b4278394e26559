import picomatch from "picomatch";
import type { Sourced } from "../config/config.ts";
import type { AuditSoFar } from "./audit.ts";
import type { Result, Rule } from "./rule.ts";

/**
 * A path of the user's configuration that matches no file. A preset knows several eras of its repository, of which a
 * revision is only one, so its paths may be dead. Other rules say so of ignores, couples and lists.
 */
export const deadPath: Rule = {
  id: "dead-path",
  summary: "a path of the configuration that matches no file",
  check: (audit) => [
    ...audit.config.generated.flatMap((table) => deadPaths("generated", table, audit)),
    ...audit.config.frozen.flatMap((table) => deadPaths("frozen", table, audit)),
  ],
};

function deadPaths(
  name: string,
  { value, source }: Sourced<{ readonly paths: readonly string[] }>,
  { repository }: AuditSoFar,
): Result[] {
  if (source.from !== "file") return [];
  const isDead = (glob: string) => {
    const matches = picomatch(glob, { dot: true });
    return !repository.paths.some((path) => matches(path));
  };
  return value.paths.filter(isDead).map((glob) => ({
    severity: "error",
    message: `no file of the repository matches ${JSON.stringify(glob)} of a [[${name}]]`,
    location: source.location,
    label: "this table has a dead path",
    related: [],
    why: null,
    help: "correct the path, or remove it",
    family: null,
  }));
}
