import type { Answer, Question } from "../../host/desk/answer.ts";
import { readArguments } from "../command-line.ts";
import { fails, says } from "../says.ts";

/** The name under which a rehearsed commit would be made. Nothing of the user's own configuration is read. */
const author = new Map([
  ["user.name", "Release Rehearsal"],
  ["user.email", "rehearsal@example.invalid"],
]);

/** Answers `git config [--get] <name>` for the author and for the URL of the remote. */
export function answerConfig(args: readonly string[], question: Question): Answer | null {
  const line = readArguments(args, { flags: ["--get", "--global", "--local"], valued: [] });
  const name = line?.operands[0] === "get" ? line.operands[1] : line?.operands[0];
  const asks = line?.operands.length === (line?.operands[0] === "get" ? 2 : 1);
  if (name === undefined || !asks) return null;
  const value = name === "remote.origin.url" ? remoteOf(question) : author.get(name.toLowerCase());
  if (value === undefined) return null;
  return value === null ? fails(1) : says(`${value}\n`);
}

/** Answers `git remote`, `git remote -v` and `git remote get-url origin`. */
export function answerRemote(args: readonly string[], question: Question): Answer | null {
  const asked = args.join(" ");
  const url = remoteOf(question);
  if (asked === "") return says(url === null ? "" : "origin\n");
  if (asked === "-v") return says(url === null ? "" : `origin\t${url} (fetch)\norigin\t${url} (push)\n`);
  if (asked !== "get-url origin") return null;
  return url === null ? fails(2, "error: No such remote 'origin'") : says(`${url}\n`);
}

/** Answers `git fetch`: nothing is fetched, and the tags that are here are all the tags there are. */
export function answerFetch(): Answer {
  return says("");
}

function remoteOf(question: Question): string | null {
  return question.repository.git?.remote ?? null;
}
