import { done, type Effect, type EffectCall, failed } from "../../host/desk/effect.ts";
import { decodeLoosely } from "../../host/files/text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

/** The programs that say something or pass text on, without their rarer flags. */
export const textEffects: Readonly<Record<string, Effect>> = {
  true: () => done(),
  ":": () => done(),
  false: () => ({ stdout: "", stderr: "", exitCode: 1 }),
  pwd: ({ cwd }) => done(`${cwd}\n`),
  echo({ args }) {
    const isBare = args[0] === "-n";
    if (args[0] === "-e" || args[0] === "-E") return null;
    const text = (isBare ? args.slice(1) : args).join(" ");
    return text.includes("\\") ? null : done(isBare ? text : `${text}\n`);
  },
  head: (call) => someLines("head", call, (lines, count) => lines.slice(0, count)),
  tail: (call) => someLines("tail", call, (lines, count) => lines.slice(Math.max(lines.length - count, 0))),
  sort: (call) => (call.args.length > 0 ? null : done(joined(linesOf(call.stdin).sort()))),
  test: (call) => test(call, call.args),
  "[": (call) => (call.args.at(-1) === "]" ? test(call, call.args.slice(0, -1)) : null),
};

function someLines(
  program: "head" | "tail",
  call: EffectCall,
  pick: (lines: string[], count: number) => string[],
): ReturnType<Effect> {
  const [first = "", second = ""] = call.args;
  const asksCount = first.startsWith("-");
  const written = first === "-n" ? second : first.slice(first.startsWith("-n") ? 2 : 1);
  if (asksCount && !/^\d+$/.test(written)) return null;
  const count = asksCount ? Number(written) : 10;
  const used = !asksCount ? 0 : first === "-n" ? 2 : 1;
  const [file, ...more] = call.args.slice(used);
  if (more.length > 0) return null;
  if (file === undefined) return done(joined(pick(linesOf(call.stdin), count)));
  const path = resolveVirtual(call.cwd, file);
  if (call.overlay.kindOf(path) !== "file") return failed(program, `cannot open '${file}'`);
  return done(joined(pick(linesOf(decodeLoosely(call.overlay.read(path))), count)));
}

function test({ cwd, overlay }: EffectCall, args: readonly string[]): ReturnType<Effect> {
  const [first = "", second = "", third = ""] = args;
  const kind = () => overlay.kindOf(resolveVirtual(cwd, second));
  const answers: Readonly<Record<string, () => boolean>> = {
    "-f": () => kind() === "file",
    "-d": () => kind() === "folder",
    "-e": () => kind() !== null,
    "-n": () => second !== "",
    "-z": () => second === "",
  };
  const answer =
    args.length === 2 && Object.hasOwn(answers, first)
      ? answers[first]?.()
      : args.length === 3 && ["=", "==", "!="].includes(second)
        ? (first === third) === (second !== "!=")
        : undefined;
  return answer === undefined ? null : { stdout: "", stderr: "", exitCode: answer ? 0 : 1 };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
