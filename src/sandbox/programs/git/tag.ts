import type { Answer, Question } from "../../host/desk/answer.ts";
import { readArguments } from "../command-line.ts";
import { lines, says } from "../says.ts";
import { hasClass, matchesWildcard } from "../wildcard.ts";
import { compareVersionOrder } from "./version-order.ts";

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The orders that follow from the names alone; dates of tags are a matter of history. */
const orders = new Map([
  ["refname", compareCodeUnits],
  ["v:refname", compareVersionOrder],
  ["version:refname", compareVersionOrder],
]);

/**
 * Answers `git tag [-l | --list] [<pattern>...] [--sort=[-]<key>]` from the tag names that discovery read. Creating a
 * tag is no question, and what depends on commits (`--points-at`, `--merged`, dates) is left to history.
 */
export function answerTag(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, {
    flags: ["--list"],
    valued: ["--sort", "--format"],
    aliases: { "-l": "--list" },
  });
  if (line === null) return null;
  if (!line.options.has("--list") && line.operands.length > 0) return null;
  if (line.operands.some(hasClass)) return null;

  const key = line.options.get("--sort")?.at(-1) ?? "refname";
  const compare = orders.get(key.replace(/^-/, ""));
  const format = line.options.get("--format")?.at(-1) ?? "%(refname:short)";
  if (compare === undefined || format !== "%(refname:short)") return null;

  const tags = (question.repository.git?.tags ?? [])
    .filter(
      (tag) => line.operands.length === 0 || line.operands.some((pattern) => matchesWildcard(pattern, tag)),
    )
    .toSorted((a, b) => compare(a, b) || compareCodeUnits(a, b));
  return says(lines(key.startsWith("-") ? tags.toReversed() : tags));
}
