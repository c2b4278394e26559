import { boundedGlob } from "../../../repository/files/bounded-glob.ts";
import type { NxProject } from "./projects.ts";

/**
 * The projects that patterns name: by name, `tag:x`, `directory:x`, with `!` in front to take them out again, one after the
 * other. A plain word means every project whose name holds it as a word.
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/utils/find-matching-projects.ts
 */
export function matchingProjects(
  patterns: readonly string[],
  projects: readonly NxProject[],
): readonly NxProject[] {
  const found = new Set<NxProject>();
  const [first] = patterns;
  for (const pattern of first?.startsWith("!") === true ? ["*", ...patterns] : patterns) {
    const isTaken = pattern.startsWith("!");
    const named = projectsNamed(isTaken ? pattern.slice(1) : pattern, projects);
    for (const project of named) {
      if (isTaken) found.delete(project);
      else found.add(project);
    }
  }
  return [...found];
}

function projectsNamed(pattern: string, projects: readonly NxProject[]): readonly NxProject[] {
  const [, kind, rest] = /^(name|tag|directory|unlabeled):(.*)$/su.exec(pattern) ?? [];
  const isName = kind === undefined || projects.some(({ name }) => name === pattern);
  const value = isName ? pattern : (rest ?? "");
  if (value === "*") return projects;
  const isMeant = boundedGlob(value, { dot: true });
  const byTag = () => projects.filter(({ tags }) => tags.some((tag) => tag === value || isMeant(tag)));
  const byFolder = () => projects.filter(({ dir }) => dir === value || isMeant(dir === "" ? "." : dir));
  if (!isName && kind === "tag") return byTag();
  if (!isName && kind === "directory") return byFolder();
  const byName = projectsByName(value, isMeant, projects);
  return byName.length > 0 || kind === "name" ? byName : byFolder();
}

function projectsByName(
  value: string,
  isMeant: (name: string) => boolean,
  projects: readonly NxProject[],
): readonly NxProject[] {
  const exact = projects.filter(({ name }) => name === value);
  if (exact.length > 0) return exact;
  if (/[*|{}()[]/u.test(value)) return projects.filter(({ name }) => isMeant(name));
  const word = value.toLowerCase();
  return projects.filter(({ name }) => holdsWord(name.toLowerCase(), word));
}

/** A word ends where neither a letter, a digit, a hyphen nor an at sign goes on. */
function holdsWord(name: string, word: string): boolean {
  const goesOn = (character: string) => /[@a-z0-9-]/u.test(character);
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1))
    if (!goesOn(name.charAt(at - 1)) && !goesOn(name.charAt(at + word.length))) return true;
  return false;
}
