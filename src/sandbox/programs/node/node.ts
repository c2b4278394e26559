import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf } from "../command-line.ts";
import { isObject, readJsonObject } from "../json-file.ts";
import { placeOf } from "../place.ts";
import { says } from "../says.ts";

/** `require("./package.json").version`: a JSON file of the repository and a way of plain names into it. */
const requiredValue = /^require\((["'])(\.{1,2}\/[^"']+\.json)\1\)((?:\.[A-Za-z_$][\w$]*)+);?$/;
const logged = /^console\.log\((.*)\);?$/;

/** What `process.version` says inside of the sandbox. */
const nodeVersion = "v22.12.0";

/**
 * Answers `node --version`, `node -p "require('./package.json').version"` and `node -e "console.log(...)"` of the same, which is how
 * scripts read a version. Any other program text is not run.
 */
export function answerNode(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const [option = "", source = "", ...rest] = args;
  if (program !== "node" || rest.length > 0) return null;
  if (/^(?:-v|--version)$/.test(option) && source === "") return says(`${nodeVersion}\n`);
  const prints = ["-p", "--print", "-pe"].includes(option);
  const evaluates = ["-e", "--eval"].includes(option);
  const expression = prints ? source.trim() : evaluates ? logged.exec(source.trim())?.[1] : undefined;
  const [, , file, keys] = requiredValue.exec(expression ?? "") ?? [];
  if (file === undefined || keys === undefined) return null;

  const path = placeOf(question, file);
  let value: unknown = path === null ? null : readJsonObject(question.view, path);
  if (path === null || value === null) return null;
  for (const key of keys.slice(1).split(".")) {
    if (!isObject(value)) return null;
    value = value[key];
  }
  return typeof value === "object" ? null : says(`${String(value)}\n`, [path]);
}
