import { resolveVirtual } from "../host/files/virtual-path.ts";
import type { Make } from "./make.ts";
import { automaticVariables, runRecipe } from "./recipe.ts";
import { implicitRule, refuseBuiltin } from "./rules/implicit-rule.ts";
import type { RecipeLine, Rule } from "./rules/rules.ts";
import { assignWithin } from "./variables/assignment.ts";
import type { Scope } from "./variables/variables.ts";
import { stemOf } from "./words.ts";

/** What is known of a target that has been looked after. */
interface Made {
  /** Whoever needs it has to be made anew. */
  readonly isNew: boolean;
  readonly hasRun: boolean;
}

/**
 * Brings targets up to date. All files of a checkout have one age, because Git keeps none: a target that is there is
 * older than what it needs only when the rehearsal has changed that since.
 */
export class Builder {
  readonly #make: Make;
  readonly #made = new Map<string, Made>();
  readonly #running = new Set<string>();

  constructor(make: Make) {
    this.#make = make;
  }

  /** Makes a target and what it needs. True when a recipe has run on the way. */
  goal(name: string): boolean {
    return this.#update(name, null).hasRun;
  }

  #update(name: string, neededBy: string | null): Made {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const make = this.#make;
    make.host.tick();
    if (this.#running.size > 150) make.refuse("targets that need one another more than 150 levels deep");
    this.#running.add(name);
    const scope: Scope = new Map();
    const exported = new Map(make.variables.exported);
    const made = make.variables.within([scope], () => {
      for (const { assignment, isOverride, isExported } of make.rules.variablesOf(name)) {
        assignWithin(make, assignment, scope, isOverride);
        if (isExported) make.variables.exported.set(assignment.name, true);
      }
      const several = make.rules.doubleColon.get(name);
      if (several === undefined) return this.#one(name, make.rules.explicit.get(name) ?? null, neededBy);
      const all = several.map((rule) => this.#one(name, rule, neededBy));
      return { isNew: all.some(({ isNew }) => isNew), hasRun: all.some(({ hasRun }) => hasRun) };
    });
    make.variables.exported = exported;
    this.#running.delete(name);
    this.#made.set(name, made);
    return made;
  }

  #one(name: string, rule: Rule | null, neededBy: string | null): Made {
    const make = this.#make;
    const isPhony = make.rules.isPhony(name);
    const implied = isPhony || (rule !== null && rule.recipe !== null) ? null : implicitRule(make, name);
    if (implied === null && rule?.recipe == null && !isPhony && (rule !== null || !this.#isThere(name)))
      refuseBuiltin(make, name);
    if (rule === null && implied === null && !isPhony && !this.#isThere(name)) {
      const needed = neededBy === null ? "" : `, needed by '${neededBy}'`;
      make.fail(`No rule to make target '${name}'${needed}.`);
    }
    const needed = [...(implied?.prerequisites ?? []), ...(rule?.prerequisites ?? [])];
    const orderOnly = [...(implied?.orderOnly ?? []), ...(rule?.orderOnly ?? [])];
    const before = this.#age(name);
    const { newer, isNew, hasRun } = this.#needed(name, needed, orderOnly, before);
    const recipe = implied?.recipe ?? rule?.recipe ?? null;
    const mustMake = before === null || isPhony || isNew || make.options.remakesAll;
    if (!mustMake || (rule === null && implied === null)) return { isNew: false, hasRun };
    if (recipe === null) return { isNew: isPhony || before === null || isNew, hasRun };
    const stem = implied?.stem ?? rule?.stem ?? suffixStem(name);
    const first = (implied?.prerequisites ?? rule?.prerequisites ?? [])[0] ?? "";
    const values = automaticVariables(name, { orderOnly }, { needed, newer, first, stem });
    const ran = this.#run(name, recipe, values);
    const after = this.#age(name);
    return {
      isNew: isPhony || after === null || after !== before || make.options.isDry,
      hasRun: hasRun || ran,
    };
  }

  #needed(name: string, needed: readonly string[], orderOnly: readonly string[], age: number | null) {
    const newer: string[] = [];
    let [isNew, hasRun] = [false, false];
    for (const [index, each] of [...needed, ...orderOnly].entries()) {
      if (this.#running.has(each)) {
        this.#make.host.complain(`${this.#make.name}: Circular ${name} <- ${each} dependency dropped.\n`);
        continue;
      }
      const made = this.#update(each, name);
      hasRun ||= made.hasRun;
      if (index >= needed.length) continue;
      const its = this.#age(each);
      if (age !== null && !made.isNew && its !== null && its <= age) continue;
      newer.push(each);
      isNew = true;
    }
    return { newer, isNew, hasRun };
  }

  #run(name: string, recipe: readonly RecipeLine[], values: Readonly<Record<string, string>>): boolean {
    const make = this.#make;
    const scope: Scope = new Map(
      Object.entries(values).map(([key, value]) => [
        key,
        { value, isRecursive: /^.[DF]$/.test(key), origin: "automatic" as const },
      ]),
    );
    return make.variables.within([scope], () => runRecipe(make, name, recipe));
  }

  #isThere(name: string): boolean {
    return this.#age(name) !== null;
  }

  #age(name: string): number | null {
    const { host, cwd } = this.#make;
    const path = resolveVirtual(cwd, name);
    return host.overlay.kindOf(path) === null ? null : host.age(path);
  }
}

/** In a plain rule `$*` is the name without a suffix that make knows. */
function suffixStem(name: string): string {
  const suffixes = [
    ".c",
    ".cc",
    ".cpp",
    ".o",
    ".a",
    ".sh",
    ".h",
    ".s",
    ".S",
    ".p",
    ".tex",
    ".dvi",
    ".txt",
    ".y",
    ".l",
    ".out",
  ];
  for (const suffix of suffixes.filter((each) => each !== ".txt")) {
    const stem = stemOf(`%${suffix}`, name);
    if (stem !== null && stem !== "") return stem;
  }
  return "";
}
