import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { AuditError } from "../audit-error.ts";
import { formatNames } from "../report/format-names.ts";
import { oneOf } from "./choices.ts";
import type { Format, Settings } from "./settings.ts";

/** Takes one `--format`: the name of a reporter, or `name:FILE`. */
export function addFormat(value: string, earlier: readonly Format[] = []): Format[] {
  const colon = value.indexOf(":");
  const name = oneOf(formatNames)(colon === -1 ? value : value.slice(0, colon));
  const file = colon === -1 ? null : value.slice(colon + 1);
  if (file === "") throw new InvalidArgumentError(`There is no file name behind ${name}:`);
  return [...earlier, { name, file: file === null ? null : resolve(file) }];
}

/**
 * The formats in which an audit is printed, text when none is named. `--output` stands for the file of the one that
 * names none. Throws an AuditError when two of them would go to standard output, and when all of them have a file while
 * `--output` names one more.
 */
export function auditFormats({ formats, output }: Settings): readonly Format[] {
  if (formats.length === 0) return [{ name: "text", file: output }];
  const printed = formats.filter(({ file }) => file === null);
  if (printed.length > 1) {
    const names = printed.map(({ name }) => name).join(" and ");
    const help = `Give all but one a file, for example --format ${printed[0]?.name}:FILE.`;
    throw usageError(`standard output cannot take ${names} at once`, help);
  }
  if (output !== null && printed.length === 0) {
    throw usageError("--output has no format left to take", "Leave it out, or name a format without a file.");
  }
  return formats.map((format) => ({ ...format, file: format.file ?? output }));
}

/** The format of a command that prints text or JSON. Throws an AuditError for another one or for several. */
export function textOrJson(command: string, { formats, output }: Settings): Format {
  const [format = { name: "text", file: null }, second] = formats;
  const isKnown = format.name === "text" || format.name === "json";
  if (isKnown && second === undefined) return { ...format, file: format.file ?? output };
  throw usageError(`${command} prints either text or json`, "Use --format text or --format json.");
}

/** An error of the command line itself, which lies in no file. */
export function usageError(message: string, help: string): AuditError {
  return new AuditError(message, { path: null, help });
}
