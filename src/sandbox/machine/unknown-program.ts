import { posix } from "node:path";
import type { Script } from "../script.ts";

const languages: ReadonlyMap<string, string> = new Map([
  ["lua", "Lua"],
  ["perl", "Perl"],
  ["php", "PHP"],
  ["python", "Python"],
  ["python2", "Python"],
  ["python3", "Python"],
  ["ruby", "Ruby"],
]);

/** What is in the way where a script starts a program that the sandbox does not know: a sentence without a full stop. */
export function unknownProgram([program = "", ...args]: readonly string[]): string {
  const language = languages.get(posix.basename(program));
  if (language === undefined) return `the sandbox does not know ${program}`;
  const first = args.find((arg) => !arg.startsWith("-") || /^-(?:[cemr])?$/.test(arg)) ?? "-";
  if (first === "-m") return `${program} -m ${args[args.indexOf("-m") + 1] ?? ""} is not rehearsed`;
  return first.startsWith("-")
    ? `a program in ${language} stands here, which is not rehearsed`
    : `${first} is a script in ${language}, which is not rehearsed`;
}

/** What to do about it. */
export function waysAround({ kind, entry, args, version }: Script): string {
  const answered = "answer it under [release.answers] where it only prints";
  if (kind === "workflow")
    return `put the steps of the release into a script and rehearse that natively, with \`command\` and --engine command, or ${answered}`;
  const words =
    kind === "makefile"
      ? ["make", "-f", entry, ...args]
      : [entry.includes("/") ? entry : `./${entry}`, ...args];
  const line = words.join(" ").replaceAll(version, "{version}");
  return `rehearse natively with command = ${JSON.stringify(line)} and --engine command, or ${answered}`;
}
