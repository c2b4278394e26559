import { done, type Effect, type EffectCall, failed } from "../../host/desk/effect.ts";
import { writeFile } from "../../host/files/changes.ts";
import { decodeUtf8, encodeUtf8 } from "../../host/files/text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { readSubstitution, type Substitution } from "./substitution.ts";

interface SedCall {
  readonly inPlace: boolean;
  /** The ending of the copy that is kept of every file; empty for none. */
  readonly backup: string;
  readonly substitutions: readonly Substitution[];
  readonly files: readonly string[];
}

/** `sed` with plain `s///` expressions, in place or as a filter; anything else is not done at all. */
export const sed: Effect = (call) => {
  const asked = readCall(call.args);
  if (asked === null) return null;
  const apply = (text: string) =>
    asked.substitutions.reduce((all, one) => applyToLines(all, one, call), text);
  if (asked.files.length === 0)
    return asked.inPlace ? failed("sed", "no input files") : done(apply(call.stdin));
  const missing = asked.files.filter((file) => readText(call, file) === null);
  const results: string[] = [];
  for (const file of asked.files) {
    const text = readText(call, file);
    if (text === null) continue;
    results.push(apply(text));
    if (asked.inPlace) replaceFile(call, asked, file, results.at(-1) ?? "");
  }
  const errors = missing.map((file) => `sed: can't read ${file}: No such file or directory\n`);
  const stdout = asked.inPlace ? "" : linked(results);
  return { stdout, stderr: errors.join(""), exitCode: missing.length === 0 ? 0 : 2 };
};

function replaceFile({ cwd, overlay }: EffectCall, { backup }: SedCall, file: string, text: string): void {
  const path = resolveVirtual(cwd, file);
  if (backup !== "") writeFile(overlay, path + backup, overlay.read(path));
  writeFile(overlay, path, encodeUtf8(text));
}

/** Only the last line of all may lack its end. */
function linked(texts: readonly string[]): string {
  const some = texts.filter((text) => text !== "");
  return some
    .map((text, index) => (index < some.length - 1 && !text.endsWith("\n") ? `${text}\n` : text))
    .join("");
}

function readText({ cwd, overlay }: EffectCall, file: string): string | null {
  const path = resolveVirtual(cwd, file);
  return overlay.tree.find(path)?.kind === "file" ? decodeUtf8(overlay.read(path)) : null;
}

/** GNU's flags, and the empty argument that BSD's `-i` wants. */
function readCall(args: readonly string[]): SedCall | null {
  const expressions: string[] = [];
  const operands: string[] = [];
  let inPlace = false;
  let backup = "";
  let extended = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "-E" || arg === "-r" || arg === "--regexp-extended") extended = true;
    else if (arg === "-e" || arg === "--expression") expressions.push(args[++at] ?? "");
    else if (arg === "-i" || arg.startsWith("-i") || arg === "--in-place") {
      inPlace = true;
      backup = arg.startsWith("-i") ? arg.slice(2) : "";
      if (arg === "-i" && args[at + 1] === "") at += 1;
    } else if (arg.startsWith("-")) return null;
    else operands.push(arg);
  }
  if (expressions.length === 0) expressions.push(operands.shift() ?? "");
  const substitutions = expressions.map((expression) => readSubstitution(expression, extended));
  if (substitutions.some((substitution) => substitution === null)) return null;
  return { inPlace, backup, substitutions: substitutions.filter((one) => one !== null), files: operands };
}

function applyToLines(text: string, { source, flags, replacement }: Substitution, call: EffectCall): string {
  const lines = text.endsWith("\n") ? text.slice(0, -1) : text;
  return call.replaceInLines(lines, source, flags, replacement) + text.slice(lines.length);
}
