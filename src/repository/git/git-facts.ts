import { resolve, sep } from "node:path";
import type { GitFacts } from "../repository.ts";
import type { Environment } from "./environment.ts";
import { askGit, scrubbed } from "./git.ts";

/**
 * What local git knows of the repository in which a folder lies; the reason as text when git refuses to say.
 * @param root absolute path of the audited root
 */
export function readGitFacts(root: string, environment?: Environment): GitFacts | string {
  // Before the first commit this fails at HEAD, after it has answered the other questions.
  const asked = ["--show-toplevel", "--is-shallow-repository", "HEAD", "HEAD^@"];
  const answer = askGit(root, "rev-parse", asked, { environment });
  const [folder = "", shallow = "", revision = "", parent] = linesOf(answer.stdout);
  if (!answer.ok && shallow === "") return withCure(answer.reason);
  // Without a commit, a file that is called HEAD would be taken for what is meant.
  const head = /^[0-9a-f]{40,64}$/u.test(revision) ? revision : null;
  const topLevel = resolve(folder);
  if (root !== topLevel && !root.startsWith(topLevel.endsWith(sep) ? topLevel : topLevel + sep)) {
    return `its configuration names the work tree ${topLevel}, in which this folder does not lie`;
  }

  // The branch that is checked out is marked with an asterisk, all others with a space.
  const format = "--format=%(HEAD)%(refname)";
  const asking = [format, "refs/heads", "refs/tags"];
  const dated = askGit(root, "for-each-ref", ["--sort=creatordate", ...asking], { environment });
  // The date stands in the object, which a copy of a part of the repository may lack.
  const references = dated.ok ? dated : askGit(root, "for-each-ref", asking, { environment });
  if (!references.ok) return references.reason;
  const names = linesOf(references.stdout);
  const remote = askGit(root, "config", ["--get", "remote.origin.url"], { environment });
  return {
    topLevel,
    tags: namesWith(names, " refs/tags/"),
    head,
    branch: head === null ? unbornBranch(root, environment) : (namesWith(names, "*refs/heads/")[0] ?? null),
    remote: remote.ok ? remote.stdout.toString().trim() : null,
    shallow: shallow === "true",
    isFirst: parent === undefined,
    ...(environment && { environment: scrubbed(environment) }),
  };
}

/** The formats of a repository that an older git refuses by their names in its configuration, and what reads them. */
const newerFormats: readonly (readonly [name: RegExp, what: string])[] = [
  [/refstorage/iu, "its references are kept as a reftable, which git reads from 2.45 on"],
  [/objectformat/iu, "its objects are named by SHA-256, which git reads from 2.29 on"],
];

/** Says what a refusal of git means that only a newer git cures. */
function withCure(reason: string): string {
  if (!/extension/u.test(reason)) return reason;
  const known = newerFormats.find(([name]) => name.test(reason));
  return `${reason}; ${known === undefined ? "a newer git may read it" : known[1]}`;
}

/** A branch without a commit is no reference yet. */
function unbornBranch(root: string, environment?: Environment): string | null {
  const answer = askGit(root, "symbolic-ref", ["--quiet", "--short", "HEAD"], { environment });
  return linesOf(answer.stdout)[0] ?? null;
}

function namesWith(names: readonly string[], prefix: string): string[] {
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

function linesOf(output: Buffer): string[] {
  return output
    .toString()
    .split("\n")
    .filter((line) => line !== "");
}
