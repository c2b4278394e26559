import { posix } from "node:path";
import {
  done,
  type Effect,
  type EffectCall,
  type EffectResult,
  failed,
  splitFlags,
} from "../../host/desk/effect.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { decodeLoosely } from "../../host/files/text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

/** The programs that move files about or show them, as POSIX describes them, without their rarer flags. */
export const fileEffects: Readonly<Record<string, Effect>> = {
  rm(call) {
    const split = splitFlags(call.args, ["r", "R", "f", "recursive", "force"]);
    if (split === null) return null;
    const recursive = ["r", "R", "recursive"].some((flag) => split.flags.has(flag));
    const force = split.flags.has("f") || split.flags.has("force");
    return each("rm", split.operands, call, (path) => call.overlay.remove(path, { recursive, force }));
  },
  mkdir(call) {
    const split = splitFlags(call.args, ["p", "parents"]);
    if (split === null) return null;
    const parents = split.flags.size > 0;
    return each("mkdir", split.operands, call, (path) => call.overlay.makeFolder(path, parents));
  },
  touch(call) {
    const split = splitFlags(call.args, []);
    if (split === null) return null;
    return each("touch", split.operands, call, (path) => {
      if (call.overlay.kindOf(path) === null) call.overlay.writeFile(path, new Uint8Array());
    });
  },
  cp: (call) =>
    transfer("cp", call, ["r", "R", "a", "f", "p", "recursive"], (from, to, flags) => {
      const isFolder = call.overlay.kindOf(from) === "folder";
      if (isFolder && !["r", "R", "a", "recursive"].some((flag) => flags.has(flag))) {
        throw new SystemError("EISDIR", "cp", from);
      }
      call.overlay.copyTree(from, to, true);
    }),
  mv: (call) => transfer("mv", call, ["f"], (from, to) => call.overlay.rename(from, to)),
  cat(call) {
    const split = splitFlags(call.args, []);
    if (split === null) return null;
    if (split.operands.length === 0) return done(call.stdin);
    const texts: string[] = [];
    let { stdin } = call;
    const result = each("cat", split.operands, call, (path, operand) => {
      texts.push(operand === "-" ? stdin : decodeLoosely(call.overlay.read(path)));
      if (operand === "-") stdin = "";
    });
    return { ...result, stdout: texts.join("") };
  },
};

/** The last operand is a folder to put the others into, or else the new name of the only other one. */
function transfer(
  program: string,
  call: EffectCall,
  known: readonly string[],
  move: (from: string, to: string, flags: ReadonlySet<string>) => void,
): EffectResult | null {
  const split = splitFlags(call.args, known);
  const target = split?.operands.at(-1);
  if (split === null || target === undefined || split.operands.length < 2) return null;
  const to = resolveVirtual(call.cwd, target);
  const isFolder = call.overlay.kindOf(to) === "folder";
  if (!isFolder && split.operands.length > 2) return failed(program, `target '${target}' is not a directory`);
  return each(program, split.operands.slice(0, -1), call, (from) =>
    move(from, isFolder ? posix.join(to, posix.basename(from)) : to, split.flags),
  );
}

/** Goes on after an error, as these programs do, and tells of it in the end. */
function each(
  program: string,
  operands: readonly string[],
  call: EffectCall,
  act: (path: string, operand: string) => void,
): EffectResult {
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
