import type { Origin } from "../../host/record/run-record.ts";
import { wildcard } from "../functions/name-functions.ts";
import type { Make } from "../make.ts";
import type { RecipeLine, Rule, TargetVariable } from "../rules/rules.ts";
import { assignmentOf } from "../variables/assignment-text.ts";
import { hasPercent, stemOf, withStem, wordsOf } from "../words.ts";
import { findOutside } from "./references.ts";

/** Adds lines to the rules of a line; null when the line takes no recipe. */
export type RecipeTaker = ((line: RecipeLine) => void) | null;

/** Reads a line with a rule, or with a variable of a target. */
export function readRule(make: Make, line: string): RecipeTaker {
  const { place } = make;
  let text = line;
  let colon = findOutside(text, ":");
  if (colon === -1) {
    text = make.expand(line);
    if (text.trim() === "") return null;
    colon = findOutside(text, ":");
    if (text.includes("\n") || colon === -1) make.fail(missingSeparator(line));
  }
  const semicolon = findOutside(text, ";");
  if (semicolon !== -1 && semicolon < colon) make.fail(missingSeparator(line));
  if (text[colon - 1] === "&") make.refuse("a rule with grouped targets (&:)");
  const isDouble = text[colon + 1] === ":";
  const behind = text.slice(colon + (isDouble ? 2 : 1));
  const targets = wordsOf(make.expand(text.slice(0, colon))).flatMap((target) => globbed(make, target));
  const variable = targetVariable(behind);
  if (variable !== null) {
    for (const target of targets) keepVariable(make, target, variable);
    return null;
  }
  if (targets.length === 0) return () => {};
  if (targets.some((target) => target.includes("(") && target.endsWith(")")))
    make.refuse("a target in an archive");
  const cut = findOutside(behind, ";");
  const rules = rulesOf(make, targets, make.expand(cut === -1 ? behind : behind.slice(0, cut)), isDouble);
  const take = (recipe: RecipeLine) => {
    for (const rule of rules) addRecipe(make, rule, recipe, place);
  };
  if (cut !== -1) take({ text: behind.slice(cut + 1).trimStart(), origin: place });
  return take;
}

function missingSeparator(line: string): string {
  const isIndented = /^ {8}/.test(line);
  return `missing separator${isIndented ? " (did you mean TAB instead of 8 spaces?)" : ""}.`;
}

function targetVariable(behind: string): TargetVariable | null {
  const text = behind.trimStart();
  const words = /^(?:(?:override|export|private)\s+)*/.exec(text)?.[0] ?? "";
  const rest = text.slice(words.length);
  const assignment = assignmentOf(rest);
  if (assignment === null) return null;
  return { assignment, isOverride: words.includes("override"), isExported: words.includes("export") };
}

function keepVariable(make: Make, target: string, variable: TargetVariable): void {
  const { rules } = make;
  const immediate: TargetVariable =
    variable.assignment.operator === ":="
      ? {
          ...variable,
          assignment: {
            ...variable.assignment,
            value: make.expand(variable.assignment.value).replaceAll("$", "$$$$"),
          },
        }
      : variable;
  if (hasPercent(target)) rules.patternVariables.push({ pattern: target, variable: immediate });
  else rules.variables.set(target, [...(rules.variables.get(target) ?? []), immediate]);
}

function globbed(make: Make, name: string): string[] {
  if (!/[*?[]/.test(name)) return [name];
  const found = wildcard(make, name);
  return found.length === 0 ? [name] : found;
}

/** A rule that a line speaks of, and whether it has taken a recipe from this line. */
interface Spoken {
  readonly rule: Rule;
  readonly name: string;
  isTaken: boolean;
}

function rulesOf(make: Make, targets: readonly string[], text: string, isDouble: boolean): Spoken[] {
  const colon = findOutside(text, ":");
  const statics = colon === -1 ? null : wordsOf(text.slice(0, colon));
  const [needed = "", ordered = ""] = split(colon === -1 ? text : text.slice(colon + 1));
  const [prerequisites, orderOnly] = [needed, ordered].map((names) =>
    wordsOf(names).flatMap((name) => (name === ".WAIT" ? [] : globbed(make, name))),
  ) as [string[], string[]];
  if (statics === null && targets.some(hasPercent)) {
    if (targets.some((target) => !hasPercent(target))) make.fail("mixed implicit and normal rules.");
    const rule = { targets, prerequisites, orderOnly, recipe: null, stem: null, origin: make.place };
    make.rules.patterns.push(rule);
    return [{ rule, name: targets.join(" "), isTaken: false }];
  }
  return targets.map((target): Spoken => {
    const pattern = statics?.[0] ?? null;
    const stem = pattern === null ? null : stemOf(pattern, target);
    if (pattern !== null && stem === null) make.fail(`target '${target}' does not match the target pattern.`);
    const named = (names: readonly string[]) =>
      stem === null ? [...names] : names.map((name) => withStem(name, stem));
    const rule = ruleFor(make, target, isDouble);
    if (special(make, target, prerequisites)) return { rule, name: target, isTaken: false };
    rule.prerequisites.push(...named(prerequisites));
    rule.orderOnly.push(...named(orderOnly));
    rule.stem ??= stem;
    return { rule, name: target, isTaken: false };
  });
}

function split(text: string): string[] {
  const bar = findOutside(text, "|");
  return bar === -1 ? [text] : [text.slice(0, bar), text.slice(bar + 1)];
}

const knownSuffixes =
  ".out .a .ln .o .c .cc .C .cpp .p .f .F .m .r .y .l .ym .yl .s .S .mod .sym .def .h .info .dvi .tex .texinfo .texi .txinfo .w .ch .web .sh .elc .el".split(
    " ",
  );
const harmless = new Set(
  ".SUFFIXES .PRECIOUS .INTERMEDIATE .SECONDARY .DELETE_ON_ERROR .IGNORE .SILENT .EXPORT_ALL_VARIABLES .NOTPARALLEL .ONESHELL .POSIX .LOW_RESOLUTION_TIME".split(
    " ",
  ),
);

/** True for a target by which a makefile says something about others. */
function special(make: Make, target: string, prerequisites: readonly string[]): boolean {
  const { rules } = make;
  if (target === ".PHONY") for (const name of prerequisites) rules.phony.add(name);
  else if (target === ".SECONDEXPANSION" || target === ".DEFAULT")
    make.refuse(`the special target ${target}`);
  else if (harmless.has(target))
    rules.special.set(target, [...(rules.special.get(target) ?? []), ...prerequisites]);
  else return false;
  return true;
}

function ruleFor(make: Make, target: string, isDouble: boolean): Rule {
  const { rules } = make;
  const fresh = (): Rule => ({
    prerequisites: [],
    orderOnly: [],
    recipe: null,
    stem: null,
    origin: make.place,
  });
  if (/^\.[A-Z_]+$/.test(target)) return fresh();
  if (isSuffixRule(make, target)) make.refuse(`the suffix rule ${target}`);
  if (rules.first === null && (!target.startsWith(".") || target.includes("/"))) rules.first = target;
  if (isDouble) {
    const rule = fresh();
    rules.doubleColon.set(target, [...(rules.doubleColon.get(target) ?? []), rule]);
    return rule;
  }
  const rule = rules.explicit.get(target) ?? fresh();
  rules.explicit.set(target, rule);
  return rule;
}

/** `.c` and `.c.o`, of suffixes that make knows or that the makefile names. */
function isSuffixRule({ rules }: Make, target: string): boolean {
  const suffixes = [...knownSuffixes, ...(rules.special.get(".SUFFIXES") ?? [])];
  return suffixes.some((first) => target === first || suffixes.some((second) => target === first + second));
}

/** The first line from another rule takes the place of the recipe that there was. */
function addRecipe(make: Make, spoken: Spoken, line: RecipeLine, place: Origin): void {
  const { rule, name } = spoken;
  if (!spoken.isTaken && rule.recipe !== null) {
    const old = rule.recipe[0]?.origin ?? rule.origin;
    make.host.complain(
      `${place.path}:${line.origin.line}: warning: overriding recipe for target '${name}'\n${old.path}:${old.line}: warning: ignoring old recipe for target '${name}'\n`,
    );
    rule.recipe = null;
  }
  spoken.isTaken = true;
  rule.recipe = [...(rule.recipe ?? []), line];
}
