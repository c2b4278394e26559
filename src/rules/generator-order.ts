import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt, relatedAt } from "../findings/script-place.ts";
import type { Rule } from "./rule.ts";
import { behindInput } from "./shared/generators/behind-input.ts";
import { type DeclaredGenerator, declaredGenerators } from "./shared/generators/declared-generator.ts";
import { type LateInput, lateInputs } from "./shared/generators/late-input.ts";

/**
 * A generator that runs before a later step refreshes its input. Where its output is behind already, generated-behind
 * says so with this reason.
 */
export const generatorOrder: Rule = {
  id: "generator-order",
  summary: "a generator runs before a later step refreshes its input",
  check(audit) {
    const generators = declaredGenerators(audit);
    return generators.flatMap((generator) => {
      const [late] = generator.outputs.length === 0 ? [] : lateInputs(generator, generators);
      return late === undefined || behindInput(generator, audit.release.current) !== null
        ? []
        : (result(late, generator, audit) ?? []);
    });
  },
};

function result(late: LateInput, { table, outputs }: DeclaredGenerator, audit: AuditSoFar): Result | null {
  const location = placeAt(late.run.command.origin, audit);
  if (location === null) return null;
  return {
    severity: "warning",
    message: `\`${table.value.by}\` runs before ${late.refreshedBy} refreshes its input ${late.input}`,
    location,
    label: "this reads the input of the last release",
    related: [
      ...relatedAt(late.origin, `${late.input} is refreshed here`, audit),
      ...outputs.slice(0, 1).map(({ path, span }) => ({
        ...audit.repository.locate(path, span),
        message: "so this stays one release behind",
      })),
    ],
    why: "what it writes holds the new version only after the next release",
    help: `start it after ${late.input} is refreshed`,
    family: null,
  };
}
