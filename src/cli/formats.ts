import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { AuditError } from "../audit-error.ts";
import { reporters, textReporter } from "../report/reporters.ts";
import { unknownName } from "./choices.ts";
import type { Format, Settings } from "./settings.ts";

/** Takes one `--format`: the name of a reporter, or `name:FILE`. */
export function addFormat(value: string, earlier: readonly Format[] = []): Format[] {
  const colon = value.indexOf(":");
  const name = colon === -1 ? value : value.slice(0, colon);
  const reporter = reporters.find((candidate) => candidate.name === name);
  if (reporter === undefined) {
    const names = reporters.map((candidate) => candidate.name);
    throw new InvalidArgumentError(unknownName(name, names));
  }
  const file = colon === -1 ? null : value.slice(colon + 1);
  if (file === "") throw new InvalidArgumentError(`There is no file name behind ${name}:`);
  return [...earlier, { reporter, file: file === null ? null : resolve(file) }];
}

/**
 * The formats in which an audit is printed, text when none is named. `--output` stands for the file of the one that
 * names none. Throws an AuditError when two of them would go to standard output.
 */
export function auditFormats({ formats, output }: Settings): readonly Format[] {
  if (formats.length === 0) return [{ reporter: textReporter, file: output }];
  const printed = formats.filter(({ file }) => file === null);
  if (printed.length > 1) {
    const names = printed.map(({ reporter }) => reporter.name).join(" and ");
    const help = `Give all but one a file, for example --format ${printed[0]?.reporter.name}:audit.out.`;
    throw usageError(`standard output cannot take ${names} at once`, help);
  }
  if (output !== null && printed.length === 0) {
    throw usageError("--output has no format left to take", "Leave it out, or name a format without a file.");
  }
  return formats.map((format) => ({ ...format, file: format.file ?? output }));
}

/** The format of a command that prints text or JSON. Throws an AuditError for another one or for several. */
export function textOrJson(
  command: string,
  { formats, output }: Settings,
): { name: "text" | "json"; file: string | null } {
  const [format, second] = formats;
  const name = format?.reporter.name ?? "text";
  if (second === undefined && (name === "text" || name === "json"))
    return { name, file: format?.file ?? output };
  throw usageError(`${command} prints either text or json`, "Use --format text or --format json.");
}

/** An error of the command line itself, which lies in no file. */
export function usageError(message: string, help: string): AuditError {
  return new AuditError(message, { path: null, line: null, column: null, help });
}
