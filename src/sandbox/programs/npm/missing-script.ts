import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf } from "../command-line.ts";
import { isObject, readJsonObject } from "../json-file.ts";
import { upwards, within } from "../place.ts";
import { fails } from "../says.ts";

/** What npm runs without a script of that name: https://docs.npmjs.com/cli/v11/commands/npm-run */
const builtIn: readonly string[] = ["env", "restart", "start"];

/**
 * Answers `npm run NAME` and `pnpm run NAME` where the package has no script of that name, which is an error. What a
 * script does that is there, is not for this to say.
 */
export function answerMissingScript(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const [subcommand = "", name = "", ...rest] = args;
  if (!["npm", "pnpm"].includes(program) || !["run", "run-script"].includes(subcommand)) return null;
  if (name === "" || name.startsWith("-") || builtIn.includes(name)) return null;
  const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (own.some((argument) => argument.startsWith("-"))) return null;
  const folder = upwards(question.cwd).find((dir) => question.view.exists(within(dir, "package.json")));
  const manifest =
    folder === undefined ? null : readJsonObject(question.view, within(folder, "package.json"));
  if (manifest === null) return null;
  const { scripts = {} } = manifest;
  if (!isObject(scripts) || typeof scripts[name] === "string") return null;
  return program === "npm"
    ? fails(1, `npm error Missing script: "${name}"`)
    : fails(1, `ERR_PNPM_NO_SCRIPT  Missing script: ${name}`);
}
