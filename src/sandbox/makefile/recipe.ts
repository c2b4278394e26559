import type { Make } from "./make.ts";
import type { RecipeLine, Rule } from "./rules/rules.ts";
import { shellWords } from "./shell-words.ts";

/** A line of a recipe, expanded. */
interface Line {
  readonly text: string;
  readonly isQuiet: boolean;
  readonly isIgnored: boolean;
  readonly isAlways: boolean;
  readonly origin: RecipeLine["origin"];
}

/** Carries out the recipe of a target; all of it is expanded before the first line runs. True when anything was run. */
export function runRecipe(make: Make, target: string, recipe: readonly RecipeLine[]): boolean {
  const isOne = make.rules.special.has(".ONESHELL");
  const lines = isOne ? oneShell(make, recipe) : recipe.flatMap((line) => linesOf(make, line));
  const environment = make.environment();
  let hasRun = false;
  for (const line of lines) {
    make.host.tick();
    if (line.text.trim() === "") continue;
    const isShown =
      make.options.isDry || !(line.isQuiet || make.options.isSilent || isNamed(make, ".SILENT", target));
    hasRun = true;
    if (isShown) make.host.print(`${line.text}\n`);
    if (make.options.isDry && !line.isAlways) continue;
    make.place = line.origin;
    const argv = [...shellWords(make), line.text];
    const exitCode = make.host.run({ argv, cwd: make.cwd, env: environment, origin: line.origin });
    if (exitCode === 0) continue;
    const where = `[${line.origin.path}:${line.origin.line}: ${target}] Error ${exitCode}`;
    const isIgnored = line.isIgnored || make.options.ignoresErrors || isNamed(make, ".IGNORE", target);
    if (!isIgnored) throw new RecipeFailure(where);
    make.host.complain(`${make.name}: ${where} (ignored)\n`);
  }
  return hasRun;
}

/** A recipe has failed, and with it everything that needs its target. */
export class RecipeFailure extends Error {}

function isNamed(make: Make, special: string, target: string): boolean {
  const named = make.rules.special.get(special);
  return named !== undefined && (named.length === 0 || named.includes(target));
}

const prefix = /^[\s@+-]*/;

function linesOf(make: Make, { text, origin }: RecipeLine): Line[] {
  const [first = ""] = prefix.exec(text) ?? [];
  const isRecursive = /\$[({]MAKE[)}]/.test(text);
  make.place = origin;
  return make
    .expand(text)
    .split(/(?<!\\)\n/)
    .map((line): Line => {
      const [own = ""] = prefix.exec(line) ?? [];
      const signs = first + own;
      return {
        text: line.slice(own.length),
        isQuiet: signs.includes("@"),
        isIgnored: signs.includes("-"),
        isAlways: signs.includes("+") || isRecursive,
        origin,
      };
    });
}

/** The signs of the first line count for all; those of the others are taken away. */
function oneShell(make: Make, recipe: readonly RecipeLine[]): Line[] {
  const [first] = recipe;
  if (first === undefined) return [];
  const lines = recipe.map((line) => linesOf(make, line));
  const [head] = lines[0] ?? [];
  if (head === undefined) return [];
  return [
    {
      ...head,
      text: lines
        .flat()
        .map(({ text }) => text)
        .join("\n"),
      origin: first.origin,
    },
  ];
}

/** The variables that only a recipe knows. */
export function automaticVariables(
  target: string,
  { orderOnly }: Pick<Rule, "orderOnly">,
  {
    needed,
    newer,
    first,
    stem,
  }: { needed: readonly string[]; newer: readonly string[]; first: string; stem: string },
): Record<string, string> {
  const unique = [...new Set(needed)];
  const plain: Readonly<Record<string, string>> = {
    "@": target,
    "%": "",
    "<": first,
    "?": [...new Set(newer)].join(" "),
    "^": unique.join(" "),
    "+": needed.join(" "),
    "|": [...new Set(orderOnly)].join(" "),
    "*": stem,
  };
  const parts = Object.keys(plain).flatMap((name) => [
    [`${name}D`, `$(patsubst %/,%,$(dir $${name}))`],
    [`${name}F`, `$(notdir $${name})`],
  ]);
  return { ...plain, ...Object.fromEntries(parts) };
}
