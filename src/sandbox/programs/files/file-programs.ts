import { posix } from "node:path";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual, temporaryFolder } from "../../host/files/virtual-path.ts";
import { type Options, readOptions } from "../options.ts";

export const rm: Program = (call) => {
  const options = readOptions("rm", call.args, {
    flags: "rRfvd",
    long: { recursive: "r", force: "f", verbose: "v", dir: "d" },
  });
  if (options.has("v") || options.has("d")) throw new Refused("rm", "-v", "it is not known");
  const recursive = options.has("r") || options.has("R");
  return each("rm", options.operands, call, (path) =>
    call.overlay.remove(path, { recursive, force: options.has("f") }),
  );
};

export const rmdir: Program = (call) => {
  const options = readOptions("rmdir", call.args, { flags: "" });
  return each("rmdir", options.operands, call, (path) => call.overlay.removeFolder(path, false));
};

export const mkdir: Program = (call) => {
  const options = readOptions("mkdir", call.args, {
    flags: "p",
    values: "m",
    long: { parents: "p", mode: "m" },
  });
  return each("mkdir", options.operands, call, (path) => call.overlay.makeFolder(path, options.has("p")));
};

/** Times are not kept, so that those which are given make no difference. */
export const touch: Program = (call) => {
  const options = readOptions("touch", call.args, {
    flags: "amc",
    values: "dtr",
    long: { "no-create": "c", date: "d", reference: "r" },
  });
  return each("touch", options.operands, call, (path) => {
    const isThere = call.overlay.kindOf(path) !== null;
    if (!isThere && !options.has("c")) call.overlay.writeFile(path, new Uint8Array());
  });
};

export const cp: Program = (call) => {
  const options = readOptions("cp", call.args, {
    flags: "rRafpnLPdHT",
    values: "t",
    long: {
      recursive: "r",
      archive: "a",
      force: "f",
      "no-clobber": "n",
      "target-directory": "t",
      "no-target-directory": "T",
    },
  });
  const recursive = ["r", "R", "a"].some((flag) => options.has(flag));
  return transfer("cp", call, options, (from, to) => {
    const isFolder = call.overlay.kindOf(from) === "folder";
    if (isFolder && !recursive) throw new SystemError("EISDIR", "cp", from);
    if (call.overlay.kindOf(posix.dirname(to)) === null) throw new SystemError("ENOENT", "cp", to);
    if (from === to) throw new SystemError("EINVAL", "cp", from);
    const keepsLinks =
      options.has("a") || options.has("d") || options.has("P") || (recursive && !options.has("L"));
    if (keepsLinks && hasLinks(call, from)) throw new Refused("cp", from, "it is or holds a link");
    call.overlay.copyTree(from, to, !options.has("n"));
    const mode = call.overlay.kindOf(from) === "file" ? call.overlay.status(from, true).mode : null;
    if (mode !== null && !options.has("n")) call.overlay.setMode(to, mode);
  });
};

export const mv: Program = (call) => {
  const options = readOptions("mv", call.args, {
    flags: "fnT",
    values: "t",
    long: { force: "f", "no-clobber": "n", "target-directory": "t", "no-target-directory": "T" },
  });
  return transfer("mv", call, options, (from, to) => {
    if (options.has("n") && call.overlay.kindOf(to, false) !== null) return;
    call.overlay.rename(from, to);
  });
};

export const ln: Program = (call) => {
  const options = readOptions("ln", call.args, {
    flags: "sfnT",
    long: { symbolic: "s", force: "f", "no-dereference": "n" },
  });
  const [target, name, ...more] = options.operands;
  if (!options.has("s") || target === undefined || name === undefined || more.length > 0)
    throw new Refused("ln", options.operands.join(" "), "only symbolic links by their names are known");
  const asked = resolveVirtual(call.cwd, name);
  const isFolder = call.overlay.kindOf(asked, !options.has("n")) === "folder";
  const path = isFolder && !options.has("T") ? posix.join(asked, posix.basename(target)) : asked;
  return each("ln", [path], call, () => {
    if (options.has("f")) call.overlay.remove(path, { recursive: false, force: true });
    call.overlay.makeLink(target, path);
  });
};

export const chmod: Program = (call) => {
  // A mode such as `-x` looks like an option.
  const [mode = "", ...rest] = call.args.filter((arg) => arg !== "-R" && arg !== "-f");
  const octal = /^0?[0-7]{3}$/.test(mode) ? Number.parseInt(mode, 8) : null;
  const symbolic = /^([ugoa]*)([-+])([rwx]+)$/.exec(mode);
  if (octal === null && symbolic === null) throw new Refused("chmod", mode, "its mode is not known");
  if (call.args.includes("-R")) throw new Refused("chmod", "-R", "it is not known");
  return each("chmod", rest, call, (path) => {
    const now = call.overlay.status(path, true).mode & 0o777;
    const [, who = "", sign, letters = ""] = symbolic ?? [];
    const asked = /^a?$/.test(who) ? "ugo" : who;
    const bits = [...letters].reduce((sum, letter) => sum | (letter === "r" ? 4 : letter === "w" ? 2 : 1), 0);
    const mask = [..."ugo"].reduce(
      (sum, one, index) => (asked.includes(one) ? sum | (bits << (6 - index * 3)) : sum),
      0,
    );
    call.overlay.setMode(path, octal ?? (sign === "+" ? now | mask : now & ~mask));
  });
};

/** The names are counted up, where those of a real one are random. */
export const mktemp: Program = (call) => {
  const options = readOptions("mktemp", call.args, {
    flags: "dqut",
    values: "p",
    optional: "1",
    long: { directory: "d", suffix: "1", tmpdir: "p" },
  });
  const [template = "tmp.XXXXXXXXXX"] = options.operands;
  const isBare = options.operands.length === 0 || options.has("t") || options.has("p");
  const folder = isBare ? (options.value("p") ?? call.env["TMPDIR"] ?? temporaryFolder) : ".";
  const end = template.lastIndexOf("X") + 1;
  let start = end;
  while (template[start - 1] === "X") start -= 1;
  const [head, marks, tail] = [template.slice(0, start), template.slice(start, end), template.slice(end)];
  if (marks.length < 3 || options.has("u")) throw new Refused("mktemp", template, "its form is not known");
  for (let number = 1; ; number++) {
    const name = `${head}${String(number).padStart(marks.length, "0")}${tail}${options.value("1") ?? ""}`;
    const shown = isBare ? posix.join(folder, name) : name;
    const path = resolveVirtual(call.cwd, shown);
    if (call.overlay.kindOf(path, false) !== null) continue;
    const made = each("mktemp", [path], call, () => {
      if (options.has("d")) call.overlay.makeFolder(path, false);
      else call.overlay.writeFile(path, new Uint8Array());
    });
    return { ...made, stdout: made.exitCode === 0 ? `${shown}\n` : "" };
  }
};

/** The last operand is a folder to put the others into, or else the new name of the only other one. */
function transfer(
  program: string,
  call: ProgramCall,
  options: Options,
  move: (from: string, to: string) => void,
): ProgramResult {
  const given = options.value("t");
  const target = given ?? options.operands.at(-1);
  const sources = given === null ? options.operands.slice(0, -1) : options.operands;
  if (target === undefined || sources.length === 0)
    return { stdout: "", stderr: `${program}: missing file operand\n`, exitCode: 1 };
  const to = resolveVirtual(call.cwd, target);
  const isFolder = call.overlay.kindOf(to) === "folder" && !options.has("T");
  if (
    !isFolder &&
    (sources.length > 1 || given !== null || target.endsWith("/")) &&
    !isNewFolder(call, program, sources, target)
  )
    return { stdout: "", stderr: `${program}: target '${target}' is not a directory\n`, exitCode: 1 };
  return each(program, sources, call, (from, operand) => {
    const name = /(?:^|\/)\.\.?\/*$/.test(operand) && program === "cp" ? "" : posix.basename(from);
    move(from, isFolder ? posix.join(to, name) : to);
  });
}

/** A folder may be given a new name that ends in a slash. */
function isNewFolder(
  call: ProgramCall,
  program: string,
  sources: readonly string[],
  target: string,
): boolean {
  const [only] = sources;
  if (sources.length > 1 || only === undefined || !target.endsWith("/") || program === "") return false;
  return call.overlay.kindOf(resolveVirtual(call.cwd, only)) === "folder";
}

function hasLinks({ overlay }: Pick<ProgramCall, "overlay">, path: string): boolean {
  const kind = overlay.kindOf(path, false);
  if (kind !== "folder") return kind === "link";
  return overlay.entries(path).some(({ name }) => hasLinks({ overlay }, posix.join(path, name)));
}

/** Goes on after an error, as these programs do, and tells of it in the end. */
function each(
  program: string,
  operands: readonly string[],
  call: ProgramCall,
  act: (path: string, operand: string) => void,
): ProgramResult {
  const errors: string[] = [];
  for (const operand of operands) {
    try {
      act(resolveVirtual(call.cwd, operand), operand);
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      errors.push(`${program}: ${operand}: ${error.message}\n`);
    }
  }
  return { stdout: "", stderr: errors.join(""), exitCode: errors.length === 0 ? 0 : 1 };
}
