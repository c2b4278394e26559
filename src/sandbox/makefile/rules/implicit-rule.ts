import { resolveVirtual } from "../../host/files/virtual-path.ts";
import type { Make } from "../make.ts";
import { stemOf, withStem } from "../words.ts";
import type { PatternRule, Rule } from "./rules.ts";

/** The pattern rule by which a target can be made, with its `%` filled in; null when there is none. */
export function implicitRule(make: Make, name: string): Rule | null {
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  const candidates = make.rules.patterns
    .filter(({ recipe }) => recipe !== null)
    .flatMap((rule) => rule.targets.flatMap((pattern) => candidate(rule, pattern, name, folder)))
    .sort((a, b) => a.stem.length - b.stem.length);
  for (const { rule, stem, prefix } of candidates) {
    const named = (names: readonly string[]) =>
      names.map((each) => (/(?:^|[^\\])%/.test(each) ? prefix + withStem(each, stem) : each));
    const [prerequisites, orderOnly] = [named(rule.prerequisites), named(rule.orderOnly)];
    if ([...prerequisites, ...orderOnly].every((each) => isPossible(make, each)))
      return { prerequisites, orderOnly, recipe: rule.recipe, stem: prefix + stem, origin: rule.origin };
  }
  const chain = candidates.find(({ rule }) => rule.prerequisites.length > 0);
  if (chain !== undefined && !exists(make, name) && !make.rules.has(name) && mayBeChained(make, chain.rule))
    make.refuse(`the chain of pattern rules that makes ${name}`);
  return null;
}

function candidate(rule: PatternRule, pattern: string, name: string, folder: string) {
  // A pattern without a slash is held against the name without its folder.
  const isShort = !pattern.includes("/");
  const stem = stemOf(pattern, isShort ? name.slice(folder.length) : name);
  return stem === null || stem === "" ? [] : [{ rule, stem, prefix: isShort ? folder : "" }];
}

function isPossible(make: Make, name: string): boolean {
  return exists(make, name) || make.rules.isMentioned(name);
}

/** A prerequisite that another pattern rule could make. */
function mayBeChained(make: Make, { prerequisites }: Rule): boolean {
  return prerequisites.every((each) =>
    make.rules.patterns.some(
      ({ targets, recipe }) => recipe !== null && targets.some((pattern) => stemOf(pattern, each) !== null),
    ),
  );
}

function exists({ host, cwd }: Make, name: string): boolean {
  return host.overlay.kindOf(resolveVirtual(cwd, name)) !== null;
}

const compiled = ["c", "cc", "cpp", "C", "p", "f", "F", "m", "r", "s", "S", "mod"];
/** What GNU make makes by itself: the suffix of the target, and those of what it is made of. */
const builtin: readonly (readonly [string, readonly string[]])[] = [
  ["", [...compiled, "o", "sh"]],
  [".o", compiled],
  [".c", ["y", "l"]],
  [".s", [...compiled, "S"]],
  [".tex", ["web", "cweb"]],
  [".dvi", ["tex", "texinfo", "texi", "txinfo"]],
  [".info", ["texinfo", "texi", "txinfo"]],
];

/** A target that GNU make would make by a rule of its own ends the rehearsal. */
export function refuseBuiltin(make: Make, name: string): void {
  if (make.rules.special.get(".SUFFIXES")?.length === 0) return;
  for (const [suffix, sources] of builtin) {
    if (!name.endsWith(suffix)) continue;
    const stem = name.slice(0, name.length - suffix.length);
    const source = sources.map((each) => `${stem}.${each}`).find((each) => exists(make, each));
    if (source !== undefined) make.refuse(`the built-in rule by which make makes ${name} of ${source}`);
  }
}
