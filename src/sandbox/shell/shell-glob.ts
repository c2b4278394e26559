import { posix } from "node:path";
import type { Overlay } from "../host/files/overlay.ts";
import { maxPathLength, resolveVirtual } from "../host/files/virtual-path.ts";

/** One character of a name, or any number of them. */
type Step = "any" | ((character: string) => boolean);

/** A text as a pattern that matches nothing but that text. */
export function literally(text: string): string {
  return text.replace(/[\\*?[\]]/g, "\\$&");
}

/**
 * The paths that a pattern of a shell matches, sorted, each written as the pattern is; a backslash takes the meaning
 * from what is behind it. Names that begin with a dot are found only by patterns that do.
 * Grammar: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14
 */
export function pathsMatching(overlay: Overlay, cwd: string, pattern: string): string[] {
  if (pattern.length > maxPathLength) return [];
  let found = [""];
  for (const [index, part] of pattern.split("/").entries()) {
    if (index > 0)
      found = found.filter((path) => isFolder(overlay, cwd, `${path}/`)).map((path) => `${path}/`);
    found = found.flatMap((path) => below(overlay, cwd, path, part));
  }
  return found.toSorted();
}

function below(overlay: Overlay, cwd: string, folder: string, part: string): string[] {
  const steps = stepsOf(part);
  if (!/(?<!\\)(?:\\\\)*[*?[]/.test(part)) {
    const path = folder + part.replace(/\\(.)/g, "$1");
    return part === "" || overlay.kindOf(resolveVirtual(cwd, path), false) !== null ? [path] : [];
  }
  if (!isFolder(overlay, cwd, folder)) return [];
  return overlay
    .entries(resolveVirtual(cwd, folder))
    .filter(({ name }) => (!name.startsWith(".") || part.startsWith(".")) && matches([...name], steps))
    .map(({ name }) => folder + name);
}

function isFolder(overlay: Overlay, cwd: string, path: string): boolean {
  return overlay.kindOf(posix.resolve("/", cwd, path)) === "folder";
}

function stepsOf(part: string): Step[] {
  const pieces = part.match(/\\[\s\S]|\[[!^]?\]?(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/gu) ?? [];
  return pieces.map((piece): Step => {
    if (piece === "*") return "any";
    if (piece === "?") return () => true;
    if (piece.startsWith("[") && piece.length > 1) return oneOf(piece.slice(1, -1));
    const character = piece.replace(/^\\(?=.)/su, "");
    return (given) => given === character;
  });
}

/** A set between brackets: characters and ranges, or all but those. */
function oneOf(set: string): Step {
  const isExcept = /^[!^]/.test(set);
  const ranges = [...set.slice(isExcept ? 1 : 0).matchAll(/(\\?[\s\S])(?:-(\\?[\s\S]))?/gu)].map(
    ([, from = "", to = from]) => [from.slice(-1), to.slice(-1)] as const,
  );
  return (given) => ranges.some(([from, to]) => from <= given && given <= to) !== isExcept;
}

/** Only the last of several stars need ever be tried again, so the time is that of name times pattern. */
function matches(name: readonly string[], steps: readonly Step[]): boolean {
  let [at, step, star, retry] = [0, 0, -1, 0];
  while (at < name.length) {
    const next = steps[step];
    if (next === "any") [star, retry, step] = [step, at, step + 1];
    else if (next?.(name[at] ?? "")) [at, step] = [at + 1, step + 1];
    else if (star === -1) return false;
    else [step, retry, at] = [star + 1, retry + 1, retry + 1];
  }
  return steps.slice(step).every((one) => one === "any");
}
