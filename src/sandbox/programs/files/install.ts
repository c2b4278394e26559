import { posix } from "node:path";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { type Options, readOptions } from "../options.ts";

/** `install`, with `-m -d -D -t -T -C -p`: copies files, or makes folders. Owners and stripping are refused. */
export const install: Program = (call) => {
  const options = readOptions("install", call.args, {
    flags: "cCdDpT",
    values: "mt",
    long: {
      compare: "C",
      directory: "d",
      mode: "m",
      "preserve-timestamps": "p",
      "target-directory": "t",
      "no-target-directory": "T",
    },
  });
  const mode = options.value("m") ?? "755";
  if (!/^0?[0-7]{3}$/.test(mode)) throw new Refused("install", `-m ${mode}`, "only numbers are known");
  const { operands } = options;
  if (options.has("d")) {
    for (const name of operands) call.overlay.makeFolder(resolveVirtual(call.cwd, name), true);
    return { stdout: "", stderr: "", exitCode: operands.length === 0 ? 1 : 0 };
  }
  return copied(call, options, Number.parseInt(mode, 8));
};

function copied(call: ProgramCall, options: Options, mode: number): ProgramResult {
  const { overlay, cwd } = call;
  const given = options.value("t");
  const names = given === null ? options.operands.slice(0, -1) : options.operands;
  const target = given ?? options.operands.at(-1) ?? "";
  if (names.length === 0) return { stdout: "", stderr: "install: missing file operand\n", exitCode: 1 };
  const to = resolveVirtual(cwd, target);
  if (options.has("D")) overlay.makeFolder(given === null ? posix.dirname(to) : to, true);
  const isFolder = overlay.kindOf(to) === "folder" && !options.has("T");
  if (!isFolder && (names.length > 1 || given !== null))
    return { stdout: "", stderr: `install: target '${target}' is not a directory\n`, exitCode: 1 };
  const errors: string[] = [];
  for (const name of names) {
    const from = resolveVirtual(cwd, name);
    const place = isFolder ? posix.join(to, posix.basename(from)) : to;
    try {
      if (overlay.kindOf(from) !== "file") throw new SystemError("ENOENT", "install", from);
      overlay.writeFile(place, overlay.read(from));
      overlay.setMode(place, mode);
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      errors.push(`install: cannot install '${name}': ${error.message}\n`);
    }
  }
  return { stdout: "", stderr: errors.join(""), exitCode: errors.length === 0 ? 0 : 1 };
}
