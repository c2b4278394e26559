import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { occurrencesIn } from "../judge/occurrences-in.ts";
import {
  type InternalRequirement,
  internalRequirements,
  isExample,
  isLocal,
} from "../repository/packages/internal-requirements.ts";
import type { Rule } from "./rule.ts";

/**
 * An example that asks for an internal package in a way of its own: no version that a release could write and none of
 * the forms that the other examples use. Versions that the release misses are reported as stale or behind.
 */
export const exampleSpec: Rule = {
  id: "example-spec",
  summary: "an example asks for an internal package unlike the others, and no release writes it",
  check: (audit) => {
    const manifests = audit.workspace.npm.map(({ manifest }) => manifest).filter(isExample);
    const requirements = internalRequirements(manifests, audit);
    const odd = requirements.filter((requirement) => isOdd(requirement, audit));
    const kept = requirements.length - odd.length;
    // A convention needs examples that keep it, several times as many as do not.
    if (kept < fewest || kept < odd.length * 3) return [];
    return odd.map((requirement) => result(requirement, kept, requirements.length, audit));
  },
};

/**
 * A choice that no data decides: three are what one small example asks for, and in the four revisions of rivet that
 * were looked at the examples have 93 to 130 requirements, of which at most three are odd.
 */
const fewest = 4;

/** Neither a version, nor any version, nor the package of the workspace itself. */
function isOdd({ manifest, spec, span }: InternalRequirement, { occurrences }: AuditSoFar): boolean {
  if (spec === "*" || spec === "" || isLocal(spec)) return false;
  return !occurrencesIn(manifest, occurrences).some(
    ({ span: { start } }) => span.start <= start && start < span.end,
  );
}

function result(
  { manifest, name, spec, span }: InternalRequirement,
  kept: number,
  all: number,
  { repository }: AuditSoFar,
): Result {
  return {
    severity: "warning",
    message: `${manifest} asks for ${name} by ${spec}`,
    location: repository.locate(manifest, span),
    label: "no release writes this",
    related: [],
    why: `${kept} of ${all} requirements of the examples are \`*\`, local, or a version that a release can write`,
    help: `ask for it like the other examples, by "*" or by a version that the release writes`,
    family: "example-spec",
  };
}
