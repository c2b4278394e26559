import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf, readArguments } from "../command-line.ts";
import { placeOf } from "../place.ts";
import { answerPkgGet } from "./pkg.ts";
import { answerQuery } from "./query.ts";

const options = {
  flags: ["--json", "--workspaces", "--include-workspace-root", "--silent"],
  valued: ["--prefix", "--workspace", "--loglevel"],
  aliases: {
    "-w": "--workspace",
    "-ws": "--workspaces",
    "--ws": "--workspaces",
    "-iwr": "--include-workspace-root",
    "-C": "--prefix",
    "-s": "--silent",
  },
};

/** Answers `npm pkg get [<key>...]` and `npm query .workspace`. */
export function answerNpm(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const line = program === "npm" ? readArguments(args, options) : null;
  if (line === null) return null;
  const prefix = line.options.get("--prefix")?.at(-1);
  const start = placeOf(question, prefix ?? "");
  if (start === null) return null;
  const [subcommand, operand, ...rest] = line.operands;
  if (subcommand === "pkg" && operand === "get") return answerPkgGet(start, rest, line, question);
  if (subcommand === "query" && operand === ".workspace" && rest.length === 0)
    return answerQuery(start, question);
  return null;
}
