import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf } from "../command-line.ts";
import { fails, lines, says } from "../says.ts";

const programName = /^[\w.+-]+$/;

/**
 * Answers `which <program>...` and `command -v <program>`: every program is taken to be installed, because a release is
 * rehearsed as it goes on a machine that is set up for it.
 */
export function answerWhich(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const names = program === "which" ? args : program === "command" && args[0] === "-v" ? args.slice(1) : [];
  if (names.length === 0) return program === "which" ? fails(1) : null;
  return names.every((name) => programName.test(name))
    ? says(lines(names.map((name) => `/usr/bin/${name}`)))
    : null;
}
