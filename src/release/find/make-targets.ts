import type { Repository } from "../../repository/repository.ts";
import type { FoundRelease } from "./found-release.ts";
import { shellCalls } from "./shell-calls.ts";
import { writesFiles } from "./shell-text.ts";

const names = ["GNUmakefile", "makefile", "Makefile"];
/** A makefile of its own for releases, wherever it stands. */
const ofReleases =
  /(?:^|\/)(?:(?:release|version|bump)\.(?:mk|make|makefile)|makefile\.(?:release|version|bump))$/i;
const telling =
  /^(?:(?:bump|set|update|prepare|cut|new)[-_.]?(?:version|release)s?|(?:version|release)[-_.]?(?:bump|set|update|prepare)|(?:release|promote)[-_.]manifests?|bump|version|release|tag)$/i;
/** The likeliest to write a version come first. */
const likeliest = [/bump|set|update/i, /version/i, /prepare|cut|new/i, /release/i];
const mostTargets = 3;

/**
 * The targets of the makefile in the root, and of one that is named after releases, that are named after a release
 * themselves, and whose recipe changes files and takes the version from a variable of make or of the environment.
 */
export function makeTargets(repository: Repository): FoundRelease[] {
  const inRoot = names.find((name) => repository.has(name));
  const makefiles = [
    ...(inRoot === undefined ? [] : [inRoot]),
    ...repository.paths.filter((path) => ofReleases.test(path)),
  ];
  const found = makefiles.flatMap((makefile) => {
    const text = repository.read(makefile) ?? "";
    return recipesOf(text).flatMap(({ target, recipe }) => {
      const args = telling.test(target) && writesFiles(recipe) ? argumentsOf(recipe, text) : null;
      return args === null ? [] : [{ target, makefile, args }];
    });
  });
  const rank = (target: string) => likeliest.findIndex((sign) => sign.test(target));
  return found
    .toSorted((a, b) => rank(a.target) - rank(b.target))
    .slice(0, mostTargets)
    .map(({ target, makefile, args }) => ({
      table: { name: "release", target, makefile, args },
      why: `the target ${target} of ${makefile} changes files and takes a version as ${/^\w+/.exec(args.at(-1) ?? "")?.[0]}`,
    }));
}

/** Variables on the command line of make are variables of the environment for its recipes as well. */
function argumentsOf(recipe: string, makefile: string): string[] | null {
  const names = [...new Set([...recipe.matchAll(/\$[({](\w+)[)}]/g)].map(([, name = ""]) => name))];
  // What the makefile sets holds the version that is current, where another variable is there to be given.
  const set = new Set([...makefile.matchAll(/^(\w{1,60})[ \t]{0,20}[:?]?=/gm)].map(([, name]) => name));
  const free = names.filter((name) => !set.has(name));
  const coming = [free.filter((name) => newName.test(name)), free, names].flatMap((some) =>
    some.filter((name) => versionName.test(name)),
  );
  const [variable] = coming;
  if (variable !== undefined) {
    const held = free.filter((name) => formerName.test(name)).map((name) => `${name}={current}`);
    return [...held, `${variable}=${markOf(makefile)}{version}`];
  }
  const [call] = shellCalls(recipe.replaceAll("$$", "$"), "");
  const given = Object.entries(call?.env ?? {}).map(([name, value]) => `${name}=${value}`);
  return given.length === 0
    ? null
    : given.toSorted((a, b) => Number(a.endsWith("{version}")) - Number(b.endsWith("{version}")));
}

const versionName = /^(?:(?:new|next|release|target|bump|app|pkg)_?)?(?:version|ver)$|^v$/i;
const newName = /^(?:new|next|target)_?ver/i;
const formerName = /^(?:current|old|prev|previous|last|former)_?ver(?:sion)?$/i;

/** Where the version that the makefile holds is written as a tag, the one that it is given is, too. */
function markOf(makefile: string): string {
  return /^VERSION\s*[:?]?=\s*v\d/m.test(makefile) ? "v" : "";
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
