import type { Repository } from "../../repository/repository.ts";
import type { FoundRelease } from "./found-release.ts";
import { givesVersion, writesFiles } from "./shell-text.ts";

const names = ["GNUmakefile", "makefile", "Makefile"];
const telling =
  /^(?:(?:bump|set|update|prepare|cut|new)[-_.]?(?:version|release)s?|(?:version|release)[-_.]?(?:bump|set|update|prepare)|bump|version|release|tag)$/i;
/** The likeliest to write a version come first. */
const likeliest = [/bump|set|update/i, /version/i, /prepare|cut|new/i, /release/i];
const mostTargets = 3;

/**
 * The targets of the makefile in the root that are named after a release, whose recipe changes files and takes the
 * version from a variable.
 */
export function makeTargets(repository: Repository): FoundRelease[] {
  const makefile = names.find((name) => repository.has(name));
  const text = makefile === undefined ? null : repository.read(makefile);
  if (makefile === undefined || text === null) return [];
  const found = recipesOf(text).flatMap(({ target, recipe }) => {
    const variable =
      telling.test(target) && writesFiles(recipe) ? givesVersion(recipe, /\$[({](\w+)[)}]/g) : null;
    return variable === null ? [] : [{ target, variable }];
  });
  const rank = (target: string) => likeliest.findIndex((sign) => sign.test(target));
  return found
    .toSorted((a, b) => rank(a.target) - rank(b.target))
    .slice(0, mostTargets)
    .map(({ target, variable }) => ({
      table: { name: "release", target, makefile, args: [`${variable}={version}`] },
      why: `the target ${target} of ${makefile} changes files and takes a version as ${variable}`,
    }));
}

/** Every target with the lines of its recipe, also of those that the target needs. */
function recipesOf(text: string): { target: string; recipe: string }[] {
  const rules = new Map<string, { needs: readonly string[]; recipe: string }>();
  let current: string[] = [];
  for (const line of text.replaceAll("\\\n", " ").split("\n")) {
    const [, targets = "", needs = ""] =
      /^([\w.-][\w. -]{0,200}):(?![:=])([^=]*)$/.exec(line.split("#", 1)[0] ?? "") ?? [];
    if (line.startsWith("\t")) for (const name of current) add(rules, name, [], `${line}\n`);
    else if (targets !== "") {
      current = targets.trim().split(/\s+/);
      const [before = "", inline = ""] = needs.split(";", 2);
      for (const name of current) add(rules, name, before.trim().split(/\s+/), inline);
    } else if (line.trim() !== "") current = [];
  }
  return [...rules].map(([target, { needs, recipe }]) => ({
    target,
    recipe: recipe + needs.map((need) => rules.get(need)?.recipe ?? "").join(""),
  }));
}

function add(
  rules: Map<string, { needs: readonly string[]; recipe: string }>,
  name: string,
  needs: readonly string[],
  recipe: string,
): void {
  const held = rules.get(name) ?? { needs: [], recipe: "" };
  rules.set(name, { needs: [...held.needs, ...needs], recipe: held.recipe + recipe });
}
