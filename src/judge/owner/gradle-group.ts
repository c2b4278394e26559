import { oncePer } from "../../repository/collections/once-per.ts";
import type { Repository } from "../../repository/repository.ts";

/** Where Gradle is told the group of its projects: https://docs.gradle.org/current/userguide/publishing_setup.html */
const buildFile = /(?:^|\/)(?:[\w.-]+\.gradle(?:\.kts)?|gradle\.properties)$/u;
const declared =
  /^[ \t]{0,40}(?:project\.)?\w{0,40}group(?:Id|_id)?[ \t]{0,10}[=\s][ \t]{0,10}["']?([\w-]+(?:\.[\w-]+)+)["']?[ \t]*$/gimu;

/** The groups that build files give to the projects of a repository. Empty where none is written as a plain text. */
const groupsOf = oncePer((repository: Repository): ReadonlySet<string> => {
  const groups = new Set<string>();
  for (const path of repository.paths)
    if (buildFile.test(path))
      for (const [, group = ""] of (repository.read(path) ?? "").matchAll(declared)) groups.add(group);
  return groups;
});

/**
 * True for `cn.acme:lamp` where the projects here are published as `dev.lumen`, so that a project called `lamp` is not
 * meant. False where no group is known, and for a group above or below one of those here.
 */
export function isOfOtherGroup(name: string, repository: Repository): boolean {
  const [group = "", artifact] = name.split(":");
  if (artifact === undefined) return false;
  const groups = [...groupsOf(repository)];
  const isRelated = (own: string): boolean =>
    `${own}.`.startsWith(`${group}.`) || `${group}.`.startsWith(`${own}.`);
  return groups.length > 0 && !groups.some(isRelated);
}
