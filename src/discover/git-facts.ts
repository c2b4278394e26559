import { resolve, sep } from "node:path";
import { askGit, type Environment } from "./git.ts";
import type { GitFacts } from "./repository.ts";

/** How a repository was opened, for the questions that later stages ask about it. */
const environments = new WeakMap<GitFacts, Environment>();

/** The environment with which these facts were read; undefined for facts that were made by hand. */
export function environmentOf(facts: GitFacts): Environment | undefined {
  return environments.get(facts);
}

/**
 * What local git knows of the repository in which a folder lies; the reason as text when git refuses to say.
 * @param root absolute path of the audited root
 */
export function readGitFacts(root: string, environment?: Environment): GitFacts | string {
  // One process answers three questions; before the first commit it fails at HEAD, after it has answered the others.
  const asked = ["--show-toplevel", "--is-shallow-repository", "HEAD", "--symbolic-full-name", "HEAD"];
  const answer = askGit(root, "rev-parse", asked, environment);
  const [folder = "", shallow = "", head, reference] = linesOf(answer.stdout);
  const unborn = !answer.ok && shallow !== "";
  if (!answer.ok && !unborn) return answer.reason;
  const topLevel = resolve(folder);
  if (root !== topLevel && !root.startsWith(topLevel.endsWith(sep) ? topLevel : topLevel + sep)) {
    return `its configuration names the work tree ${topLevel}, in which this folder does not lie`;
  }

  const tags = askGit(root, "for-each-ref", ["--format=%(refname:strip=2)", "refs/tags"], environment);
  if (!tags.ok) return tags.reason;
  const remote = askGit(root, "config", ["--get", "remote.origin.url"], environment);
  const facts: GitFacts = {
    topLevel,
    tags: linesOf(tags.stdout),
    head: unborn ? null : (head ?? null),
    branch: branchOf(unborn ? unbornReference(root, environment) : reference),
    remote: remote.ok ? remote.stdout.toString().trim() : null,
    shallow: shallow === "true",
  };
  if (environment !== undefined) environments.set(facts, environment);
  return facts;
}

function unbornReference(root: string, environment?: Environment): string | undefined {
  return linesOf(askGit(root, "symbolic-ref", ["-q", "HEAD"], environment).stdout)[0];
}

/** `HEAD` instead of a reference means that it is detached. */
function branchOf(reference: string | undefined): string | null {
  const prefix = "refs/heads/";
  return reference?.startsWith(prefix) ? reference.slice(prefix.length) : null;
}

function linesOf(output: Buffer): string[] {
  return output
    .toString()
    .split("\n")
    .filter((line) => line !== "");
}
