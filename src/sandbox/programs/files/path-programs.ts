import { posix } from "node:path";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { readOptions } from "../options.ts";
import { said } from "../text/input.ts";

export const basename: Program = (call) => {
  const options = readOptions("basename", call.args, {
    flags: "a",
    values: "s",
    long: { multiple: "a", suffix: "s" },
    endsAtOperand: true,
  });
  const isMany = options.has("a") || options.has("s");
  const [first = "", second, ...more] = options.operands;
  if (options.operands.length === 0 || (!isMany && more.length > 0))
    return { stdout: "", stderr: "basename: wrong operands\n", exitCode: 1 };
  const suffix = isMany ? (options.value("s") ?? "") : (second ?? "");
  const names = isMany ? options.operands : [first];
  return said(names.map((name) => `${baseOf(name, suffix)}\n`).join(""), []);
};

function baseOf(path: string, suffix: string): string {
  if (path === "") return "";
  const name = path.split("/").findLast((part) => part !== "") ?? "/";
  return suffix !== "" && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

export const dirname: Program = (call) => {
  const { operands } = readOptions("dirname", call.args, { flags: "", endsAtOperand: true });
  if (operands.length === 0) return { stdout: "", stderr: "dirname: missing operand\n", exitCode: 1 };
  return said(operands.map((path) => `${posix.dirname(path)}\n`).join(""), []);
};

/** `realpath`, with `-e -m -q -s` and `--relative-to`. */
export const realpath: Program = (call) => {
  const options = readOptions("realpath", call.args, {
    flags: "emqsLP",
    values: "1",
    long: {
      "canonicalize-existing": "e",
      "canonicalize-missing": "m",
      "no-symlinks": "s",
      "relative-to": "1",
    },
  });
  const base = options.value("1");
  return resolvedAll(call, "realpath", options.operands, (path) => {
    const mode = options.has("m") || options.has("s") ? "m" : options.has("e") ? "e" : "f";
    const real = options.has("s") ? resolveVirtual(call.cwd, path) : realOf(call, path, mode);
    if (real === null || base === null) return real;
    return posix.relative(realOf(call, base, "m") ?? base, real) || ".";
  });
};

/** `readlink`, with `-f -e -m -n`; alone it shows where a link leads. */
export const readlink: Program = (call) => {
  const options = readOptions("readlink", call.args, {
    flags: "femn",
    long: { canonicalize: "f", "canonicalize-existing": "e", "canonicalize-missing": "m", "no-newline": "n" },
  });
  const mode = (["e", "m", "f"] as const).find((letter) => options.has(letter));
  const result = resolvedAll(call, "readlink", options.operands, (path) => {
    if (mode !== undefined) return realOf(call, path, mode);
    const link = resolveVirtual(call.cwd, path);
    return call.overlay.kindOf(link, false) === "link" ? call.overlay.linkTarget(link) : null;
  });
  return options.has("n") ? { ...result, stdout: result.stdout.replace(/\n$/, "") } : result;
};

function resolvedAll(
  { args }: ProgramCall,
  program: string,
  operands: readonly string[],
  resolve: (path: string) => string | null,
): ProgramResult {
  if (operands.length === 0) throw new Refused(program, args.join(" "), "it only shows an error");
  const all = operands.map((path) => ({ path, real: resolve(path) }));
  const errors = all.flatMap(({ path, real }) =>
    real === null ? [`${program}: ${path}: No such file or directory\n`] : [],
  );
  return said(all.flatMap(({ real }) => (real === null ? [] : [`${real}\n`])).join(""), errors);
}

/** The path without links; null when something is missing that must be there. */
function realOf({ cwd, overlay }: ProgramCall, path: string, mode: "e" | "m" | "f"): string | null {
  let asked = path.startsWith("/") ? path : `${cwd}/${path}`;
  const missing: string[] = [];
  for (;;) {
    try {
      return posix.join(overlay.realPath(asked), ...missing);
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      if (mode === "e" || (mode === "f" && missing.length > 0)) return null;
      const plain = posix.normalize(asked).replace(/(?<!^)\/$/, "");
      missing.unshift(posix.basename(plain));
      asked = posix.dirname(plain);
    }
  }
}
