import { posix } from "node:path";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { fileText, isFolder } from "../files/file-text.ts";
import { matchesName } from "../files/name-pattern.ts";
import { type GrepOptions, readGrepOptions } from "./grep-options.ts";
import { grepPattern } from "./grep-pattern.ts";
import { type Found, searchLines } from "./search-lines.ts";

/** GNU's grep 3.8 (https://www.gnu.org/software/grep/manual/grep.html). Refused: `-b`, `-T`, `-u`, `-z`, `-D`, `--binary-files`. */
export const grep: Program = (call) => grepAs("grep", call);
export const egrep: Program = (call) => grepAs("egrep", call);
export const fgrep: Program = (call) => grepAs("fgrep", call);

function grepAs(program: string, call: ProgramCall): ProgramResult {
  const options = readGrepOptions(call.args, program, (name) =>
    name === "-" ? call.stdin : fileText(call, name),
  );
  const errors: string[] = [];
  const files = filesOf(call, options, errors);
  const { has } = options;
  const isRecursive = has("r") || has("R");
  const isNamed = has("H") || options.files.length > 1 || (isRecursive && files.isDeep);
  const { stdout, hasMatch } = searchFiles(program, options, files.all, isNamed && !has("h"));
  const exitCode = errors.length > 0 && !(has("q") && hasMatch) ? 2 : hasMatch ? 0 : 1;
  return { stdout, stderr: has("s") ? "" : errors.join(""), exitCode };
}

/** What is said of files in which a pattern is looked for, and whether it is found at all. */
export function searchFiles(
  program: string,
  options: GrepOptions,
  files: readonly SearchedFile[],
  showsName: boolean,
): { readonly stdout: string; readonly hasMatch: boolean } {
  const { has } = options;
  const pattern = grepPattern(program, options);
  let stdout = "";
  let hasMatch = false;
  let hasContext = false;
  for (const { name, shown, text } of files) {
    const found = searchLines(text, pattern, options);
    if (found.matches > 0) hasMatch = true;
    if (has("q")) continue;
    const title = `${shown}${has("Z") ? "\0" : ""}`;
    if (has("l") || has("L")) {
      if (found.matches > 0 === has("l")) stdout += has("Z") ? title : `${title}\n`;
      continue;
    }
    if (has("c")) {
      stdout += `${showsName ? `${title}${has("Z") ? "" : ":"}` : ""}${found.matches}\n`;
      continue;
    }
    if (isBinary(text) && !has("a") && found.lines.length > 0) {
      if (!has("I")) throw new Refused(program, name, "it is no text, and lines of it would be shown");
      continue;
    }
    const lines = shownLines(found, options, showsName ? title : null, hasContext);
    hasContext ||= lines !== "";
    stdout += lines;
  }
  return { stdout, hasMatch };
}

function shownLines({ lines }: Found, options: GrepOptions, name: string | null, hasBefore: boolean): string {
  const isApart = options.before > 0 || options.after > 0;
  let text = "";
  let lastNumber = hasBefore ? Number.NEGATIVE_INFINITY : null;
  for (const { number, text: line, isMatch } of lines) {
    const sign = isMatch ? ":" : "-";
    if (isApart && lastNumber !== null && number > lastNumber + 1 && !options.has("o")) text += "--\n";
    lastNumber = number;
    const parts = [
      ...(name === null ? [] : [`${name}${name.endsWith("\0") ? "" : sign}`]),
      ...(options.has("n") ? [`${number}${sign}`] : []),
    ];
    text += `${parts.join("")}${line}\n`;
  }
  return text;
}

/** A file, the name by which it is shown, and its byte text. */
export interface SearchedFile {
  readonly name: string;
  readonly shown: string;
  readonly text: string;
}

function filesOf(
  call: ProgramCall,
  options: GrepOptions,
  errors: string[],
): { all: SearchedFile[]; isDeep: boolean } {
  const isRecursive = options.has("r") || options.has("R");
  const names = options.files.length > 0 ? options.files : [isRecursive ? "" : "-"];
  const all: SearchedFile[] = [];
  let isDeep = false;
  for (const name of names) {
    if (name === "-") all.push({ name, shown: "(standard input)", text: call.stdin });
    else if (name === "" && isRecursive && options.files.length === 0) {
      isDeep = true;
      all.push(...below(call, options, "", call.cwd));
    } else if (isFolder(call, name)) {
      if (!isRecursive) errors.push(`grep: ${name}: Is a directory\n`);
      else {
        isDeep = true;
        all.push(
          ...below(call, options, name.endsWith("/") ? name : `${name}/`, resolveVirtual(call.cwd, name)),
        );
      }
    } else {
      const text = fileText(call, name);
      if (text === null) errors.push(`grep: ${name}: No such file or directory\n`);
      else if (isWanted(name, options)) all.push({ name, shown: name, text });
    }
  }
  return { all, isDeep };
}

/** The files in a folder and below it, in the order of their names; real systems have an order of their own. */
function below(call: ProgramCall, options: GrepOptions, prefix: string, folder: string): SearchedFile[] {
  return call.overlay.entries(folder).flatMap(({ name, kind }): SearchedFile[] => {
    const shown = prefix + name;
    const path = posix.join(folder, name);
    const target = kind === "link" && options.has("R") ? call.overlay.kindOf(path) : kind;
    if (target === "folder") {
      const isExcluded = options.excludeFolders.some((pattern) => matchesName(pattern, name));
      return isExcluded ? [] : below(call, options, `${shown}/`, path);
    }
    const text = target === "file" && isWanted(name, options) ? fileText(call, path) : null;
    return text === null ? [] : [{ name, shown, text }];
  });
}

function isWanted(path: string, { include, exclude }: GrepOptions): boolean {
  const name = posix.basename(path);
  if (exclude.some((pattern) => matchesName(pattern, name))) return false;
  return include.length === 0 || include.some((pattern) => matchesName(pattern, name));
}

function isBinary(text: string): boolean {
  return /[\0\udc80-\udcff]/.test(text) && /\0|(?<![\ud800-\udbff])[\udc80-\udcff]/.test(text);
}
