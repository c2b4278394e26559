import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf } from "../command-line.ts";
import { placeOf } from "../place.ts";
import { fails } from "../says.ts";

/** What Node completes the name of an entry with: https://nodejs.org/api/modules.html#all-together */
const completions = ["", ".js", ".json", ".node", "/package.json", "/index.js", "/index.json", "/index.node"];

/** Answers `node FILE` for a file of the repository that is not there, which is an error. */
export function answerMissingFile(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const [file = ""] = args;
  if (program !== "node" || file === "" || file.startsWith("-") || file === "inspect") return null;
  const path = placeOf(question, file);
  if (path === null || /(?:^|\/)node_modules(?:\/|$)/u.test(path)) return null;
  if (completions.some((ending) => question.view.exists(path + ending))) return null;
  return fails(1, `Error: Cannot find module '${question.virtualRoot}/${path}'`);
}
