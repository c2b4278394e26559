import { type Program, type ProgramCall, Refused } from "../../host/desk/program.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { readOptions } from "../options.ts";
import { said } from "../text/input.ts";

/**
 * `stat` of GNU with a format of names, kinds and sizes of files. Owners, times and modes are not kept of a repository, and
 * what BSD's `-f` asks for is something else to GNU: both are refused.
 */
export const stat: Program = (call) => {
  const options = readOptions("stat", call.args, {
    flags: "L",
    values: "c",
    long: { format: "c", dereference: "L" },
  });
  const format = options.value("c");
  if (format === null)
    throw new Refused("stat", call.args.join(" "), "it shows times and owners, which are not kept");
  const errors: string[] = [];
  const lines = options.operands.map((name) => {
    const path = resolveVirtual(call.cwd, name);
    if (name !== "" && call.overlay.kindOf(path, options.has("L")) !== null)
      return `${shown(call, { format, name, path, follow: options.has("L") })}\n`;
    errors.push(`stat: cannot statx '${name}': No such file or directory\n`);
    return "";
  });
  return said(lines.join(""), errors);
};

interface Shown {
  readonly format: string;
  readonly name: string;
  readonly path: string;
  readonly follow: boolean;
}

function shown({ overlay }: ProgramCall, { format, name, path, follow }: Shown): string {
  const { kind, size } = overlay.status(path, follow);
  return format.replace(/%(.?)/gs, (whole, letter: string) => {
    if (letter === "%") return "%";
    if (letter === "n") return name;
    if (letter === "s" && kind === "file") return String(size);
    if (letter === "F" && kind === "file") return size === 0 ? "regular empty file" : "regular file";
    if (letter === "F") return kind === "folder" ? "directory" : "symbolic link";
    throw new Refused("stat", whole, "it is not kept of a repository, or not known");
  });
}
