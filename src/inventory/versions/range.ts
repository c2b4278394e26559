import { satisfies } from "semver";
import type { SubjectType } from "../occurrence.ts";

/** Ecosystems in which a bare number asks for all that is compatible: https://doc.rust-lang.org/cargo/reference/specifying-dependencies.html */
const caretByDefault = new Set<SubjectType>(["crate"]);

/** Ecosystems in which `~1.2` takes in everything below 2: https://getcomposer.org/doc/articles/versions.md#tilde-version-range- */
const wideTilde = new Set<SubjectType>(["composer"]);

const piece = /^(\^|~>|~=|~)?[ \t]?v?(\d+(?:\.\d+){0,2}(?:-[\w.-]+)?)$/u;

/**
 * True for a requirement that takes in what is compatible with a version, `^1.2`, `~> 1.2` or `^3.13|^4.0`, and takes in
 * this one. Bounds, exact versions and what is written otherwise are no such ranges; behind `workspace:` stands the range
 * that is published.
 * @param text the requirement as it is written
 * @param type what is asked for
 */
export function rangeAdmits(text: string, type: SubjectType | null, version: string): boolean {
  return text
    .replace(/^workspace:/u, "")
    .split(/\|\|?/u)
    .map((alternative) => semverRange(alternative.trim(), type))
    .some((range) => range !== null && satisfies(version, range, { includePrerelease: true }));
}

/** The same in the grammar of npm; null for what is no range of compatible versions. */
function semverRange(alternative: string, type: SubjectType | null): string | null {
  const [, operator, numbers = ""] = piece.exec(alternative) ?? [];
  if (numbers === "") return null;
  if (operator === undefined) return type !== null && caretByDefault.has(type) ? `^${numbers}` : null;
  if (operator === "^") return alternative.replace(/^\^[ \t]?v?/u, "^");
  const isWide = operator !== "~" || (type !== null && wideTilde.has(type));
  // https://guides.rubygems.org/patterns/#pessimistic-version-constraint : all but the last number stay.
  const isOfTwo = numbers.split("-")[0]?.split(".").length === 2;
  return isWide && isOfTwo ? `^${numbers.split(".")[0]}.${numbers.split(".")[1]}` : `~${numbers}`;
}
