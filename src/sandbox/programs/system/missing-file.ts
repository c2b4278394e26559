import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf } from "../command-line.ts";
import { placeOf } from "../place.ts";
import { fails } from "../says.ts";

/** How an interpreter ends that is given a file which is not there. */
interface Interpreter {
  /** Options that may stand before the file and take no value. */
  readonly flags: RegExp;
  /** What it completes the name of a file with. */
  readonly completions: readonly string[];
  readonly ends: (file: string, absolute: string) => Answer;
}

/** What Node completes the name of an entry with: https://nodejs.org/api/modules.html#all-together */
const ofNode = ["", ".js", ".json", ".node", "/package.json", "/index.js", "/index.json", "/index.node"];

const shell = (name: string): Interpreter => ({
  flags: /^-[eux]+$/u,
  completions: [""],
  ends: (file) => fails(127, `${name}: ${file}: No such file or directory`),
});

const python: Interpreter = {
  flags: /^-[uBEs]+$/u,
  completions: [""],
  ends: (_, absolute) =>
    fails(2, `python3: can't open file '${absolute}': [Errno 2] No such file or directory`),
};

const interpreters: Readonly<Record<string, Interpreter>> = {
  node: {
    flags: /^--enable-source-maps$/u,
    completions: ofNode,
    ends: (_, absolute) => fails(1, `Error: Cannot find module '${absolute}'`),
  },
  bash: shell("bash"),
  sh: shell("sh"),
  python3: python,
  python: python,
  ruby: {
    flags: /^-w$/u,
    completions: [""],
    ends: (file) => fails(1, `ruby: No such file or directory -- ${file} (LoadError)`),
  },
  perl: {
    flags: /^-w$/u,
    completions: [""],
    ends: (file) => fails(2, `Can't open perl script "${file}": No such file or directory`),
  },
};

/**
 * Answers `node FILE`, `bash FILE` and their kin, and a file that is started by its own path, where the repository has no
 * such file, which is an error. A command before it that was not run may have made the file; then nobody knows.
 */
export function answerMissingFile(question: Question): Answer | null {
  if (question.commands.some(({ answer, argv }) => answer === "not run" && programOf(argv).program !== "git"))
    return null;
  const [first = ""] = question.argv;
  const { program, args } = programOf(question.argv);
  const interpreter = interpreters[program];
  if (interpreter === undefined) {
    const ends = () => fails(127, `sh: 1: ${first}: not found`);
    return first.includes("/") ? missing(question, first, { completions: [""], ends }) : null;
  }
  const file = args.find((arg) => !interpreter.flags.test(arg)) ?? "";
  const isFile = file !== "" && !file.startsWith("-") && file !== "inspect";
  return isFile ? missing(question, file, interpreter) : null;
}

function missing(
  question: Question,
  file: string,
  { completions, ends }: Pick<Interpreter, "completions" | "ends">,
): Answer | null {
  const path = placeOf(question, file);
  if (path === null || /(?:^|\/)node_modules(?:\/|$)/u.test(path)) return null;
  if (completions.some((ending) => question.view.exists(path + ending))) return null;
  return ends(file, `${question.virtualRoot}/${path}`);
}
