import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { bytesOf } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { fileText, isFolder } from "../files/file-text.ts";
import { replaceInPlace } from "../files/replace-in-place.ts";
import { PatternRecord } from "./pattern-record.ts";
import { readScript } from "./read-script.ts";
import { SedReader, sedInput } from "./sed-input.ts";
import { readSedOptions, type SedOptions } from "./sed-options.ts";
import { SedOutput } from "./sed-output.ts";
import { SedRun } from "./sed-run.ts";

/**
 * GNU's sed 4.9 with its extensions (https://www.gnu.org/software/sed/manual/sed.html), and `-i ''` of BSD for scripts that
 * both take alike. Refused: `e`, `l`, `R`, `W`, `v`, `--posix`, `--debug`.
 */
export const sed: Program = (call) => {
  const options = readSedOptions(call.args);
  const source = options.script.map((part) => ("text" in part ? part.text : scriptFile(call, part.file)));
  const script = source.join("\n");
  const isQuiet = options.isQuiet || /^#n(?:\n|$)/.test(script);
  const commands = readScript(script, options);
  const delimiter = options.hasNullData ? "\0" : "\n";
  const outputs = new Map<string, SedOutput>();
  const fileOutput = (name: string) => {
    const output = outputs.get(name) ?? new SedOutput(delimiter);
    outputs.set(name, output);
    return output;
  };
  for (const { action } of commands) {
    if (action.kind === "file" && action.name === "w") fileOutput(action.file);
    if (action.kind === "substitute" && action.substitution.file !== null)
      fileOutput(action.substitution.file);
  }
  const record = new PatternRecord(call, options.inPlace !== null);
  const run = new SedRun({
    commands,
    isQuiet,
    delimiter,
    fileText: (name) => (name === "/dev/stdin" ? call.stdin : fileText(call, name)),
    fileOutput,
    matched: (...asked) => record.add(...asked),
  });
  const result = overFiles(call, options, { run, record, delimiter });
  for (const [name, output] of outputs)
    if (name !== "/dev/stdout") call.overlay.writeFile(resolveVirtual(call.cwd, name), bytesOf(output.text));
  return result;
};

function overFiles(
  call: ProgramCall,
  options: SedOptions,
  {
    run,
    record,
    delimiter,
  }: { readonly run: SedRun; readonly record: PatternRecord; readonly delimiter: string },
): ProgramResult {
  const errors: string[] = [];
  const inputs = (options.files.length === 0 ? ["-"] : options.files).flatMap((name) => {
    if (name === "-" && options.inPlace === null) return [sedInput(name, call.stdin, delimiter)];
    if (isFolder(call, name)) throw new Refused("sed", name, "it is a folder");
    const text = fileText(call, name);
    if (text === null) errors.push(`sed: can't read ${name}: No such file or directory\n`);
    return text === null ? [] : [sedInput(name, text, delimiter)];
  });
  if (options.inPlace !== null && options.files.length === 0)
    return { stdout: "", stderr: "sed: no input files\n", exitCode: 1 };
  const stdout = new SedOutput(delimiter);
  let exitCode: number | null = null;
  for (const group of options.isSeparate ? inputs.map((input) => [input]) : [inputs]) {
    const output = options.inPlace === null ? stdout : new SedOutput(delimiter);
    const [only] = group;
    if (group.length === 1 && only !== undefined && only.name !== "-") record.begin(only.name);
    ({ exitCode } = run.over(new SedReader(group, options.isSeparate), output));
    record.end();
    if (options.inPlace !== null && only !== undefined)
      replaceInPlace(call, {
        name: only.name,
        suffix: options.inPlace,
        text: output.text,
        followsLinks: options.followsLinks,
      });
    if (exitCode !== null) break;
  }
  return { stdout: stdout.text, stderr: errors.join(""), exitCode: exitCode ?? (errors.length > 0 ? 2 : 0) };
}

function scriptFile(call: ProgramCall, name: string): string {
  const text = name === "-" ? call.stdin : fileText(call, name);
  if (text === null) throw new Refused("sed", `-f ${name}`, "the file is not there");
  return text.replace(/\n$/, "");
}
