import { UnknownPath } from "./json-path-steps.ts";
import { splitOutsideQuotes } from "./outside-quotes.ts";

/** What a predicate is asked about: one of the nodes that a step reached. */
export interface Candidate {
  /** 1-based, among those nodes. */
  readonly position: number;
  readonly count: number;
  /** With its prefix. */
  readonly name: string;
  /** The string values of the nodes that a path leads to from here. */
  readonly stringsAt: (path: string) => readonly string[];
}

/**
 * Whether a node passes a predicate: a position, or comparisons and `contains` and `starts-with` joined by `and` and `or`.
 * Throws an UnknownPath for more than that.
 */
export function passes(candidate: Candidate, predicate: string): boolean {
  if (/^\d+$/.test(predicate)) return candidate.position === Number(predicate);
  if (/^last\(\s*\)$/.test(predicate)) return candidate.position === candidate.count;
  return splitOutsideQuotes(predicate, " or ").some((part) =>
    splitOutsideQuotes(part, " and ").every((term) => holds(candidate, term.trim())),
  );
}

const literal = /^(?:'([^']*)'|"([^"]*)")$/;
const call = /^(contains|starts-with)\(([^,'"]+),\s*(?:'([^']*)'|"([^"]*)")\s*\)$/;
const negation = /^not\((.*)\)$/s;

function holds(candidate: Candidate, term: string): boolean {
  const negated = negation.exec(term)?.[1];
  if (negated !== undefined) return !holds(candidate, negated.trim());
  const called = call.exec(term);
  if (called !== null) {
    const [, name, operand = "", single, double] = called;
    const [value = ""] = stringsOf(candidate, operand.trim());
    const sought = single ?? double ?? "";
    return name === "contains" ? value.includes(sought) : value.startsWith(sought);
  }
  const equals = term.indexOf("=");
  if (equals === -1) return stringsOf(candidate, term).length > 0;
  const isNegated = term.charAt(equals - 1) === "!";
  const compared = literal.exec(term.slice(equals + 1).trim());
  if (compared === null) throw new UnknownPath(term);
  const operand = term.slice(0, isNegated ? equals - 1 : equals).trim();
  const sought = compared[1] ?? compared[2] ?? "";
  return stringsOf(candidate, operand).some((value) => (value === sought) !== isNegated);
}

function stringsOf(candidate: Candidate, operand: string): readonly string[] {
  if (operand === "local-name()") return [candidate.name.replace(/^[^:]*:/, "")];
  if (operand === "name()") return [candidate.name];
  const inner = /^normalize-space\((.*)\)$/.exec(operand)?.[1];
  if (inner !== undefined)
    return stringsOf(candidate, inner === "" ? "." : inner).map((text) => text.trim().split(/\s+/).join(" "));
  if (operand.replaceAll("text()", "").replaceAll("node()", "").includes("(")) throw new UnknownPath(operand);
  return candidate.stringsAt(operand);
}
