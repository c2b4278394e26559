import { createHash } from "node:crypto";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { bytesOf } from "../../host/files/byte-text.ts";
import { readOptions } from "../options.ts";
import { readInputs, said } from "./input.ts";

/** `md5sum` and its kin, of files or of what is read. Checking a list is refused. */
function checksum(
  program: string,
  algorithm: string,
): (call: ProgramCall, args?: readonly string[]) => ProgramResult {
  return (call, args = call.args) => {
    const options = readOptions(program, args, { flags: "bt", long: { binary: "b", text: "t" } });
    const sign = options.has("b") ? "*" : " ";
    const inputs = readInputs(call, program, options.operands);
    const lines = inputs.all.map(({ name, text }) => {
      if (name !== null && /[\\\n\r]/.test(name)) throw new Refused(program, name, "such a name is escaped");
      return `${createHash(algorithm).update(bytesOf(text)).digest("hex")} ${sign}${name ?? "-"}\n`;
    });
    return said(lines.join(""), inputs.errors);
  };
}

export const md5sum = checksum("md5sum", "md5");
export const sha1sum = checksum("sha1sum", "sha1");
export const sha256sum = checksum("sha256sum", "sha256");
export const sha512sum = checksum("sha512sum", "sha512");

/** The script of Perl that does the same, with `-a` for the algorithm. */
export const shasum: Program = (call) => {
  const [option, number = "", ...rest] = call.args;
  const [, attached] = /^-a(1|256|512)$/.exec(option ?? "") ?? [];
  if (attached !== undefined) return checksum("shasum", `sha${attached}`)(call, call.args.slice(1));
  if (option === "-a" && /^(?:1|256|512)$/.test(number))
    return checksum("shasum", `sha${number}`)(call, rest);
  if (option?.startsWith("-")) throw new Refused("shasum", option, "it is not known");
  return checksum("shasum", "sha1")(call);
};
