import type { Question } from "../../host/desk/answer.ts";
import { placeOf } from "../place.ts";
import { hasClass, matchesWildcard } from "../wildcard.ts";

/** Decides about root-relative paths. */
export type PathFilter = (path: string) => boolean;

/**
 * Reads pathspecs as git does: a file, a folder with everything below it, or a pattern in which `*` goes across
 * slashes, each relative to the folder of the question; `:!` and `:^` exclude. Null for other magic, for classes in
 * square brackets, and for a place outside the root.
 */
export function readPathspecs(specs: readonly string[], question: Question): PathFilter | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const spec of specs) {
    const excludes = spec.startsWith(":!") || spec.startsWith(":^");
    const pattern = excludes ? spec.slice(2) : spec;
    const place = placeOf(question, pattern);
    if (place === null || pattern.startsWith(":") || hasClass(pattern)) return null;
    (excludes ? unwanted : wanted).push(place);
  }
  if (wanted.length === 0) wanted.push(question.cwd);
  return (path) =>
    wanted.some((place) => describes(place, path)) && !unwanted.some((place) => describes(place, path));
}

/** An operand that is neither a file, a folder nor a pattern is a revision. */
export function isPlace(spec: string, question: Question): boolean {
  if (/^:|[*?]/.test(spec)) return true;
  const place = placeOf(question, spec);
  return place !== null && (question.view.exists(place) || question.repository.has(place));
}

function describes(place: string, path: string): boolean {
  if (place === "" || path === place || path.startsWith(`${place}/`)) return true;
  return matchesWildcard(place, path);
}

const escapes = new Map([
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

/**
 * A path as git prints it with `core.quotePath` at its default: in double quotes with the bytes of everything beyond
 * ASCII as octal escapes, when there is something to escape (https://git-scm.com/docs/git-config, `core.quotePath`).
 * `alsoSpaces` is for `git status`, which quotes paths with spaces as well.
 */
export function quotePath(path: string, { alsoSpaces = false } = {}): string {
  const escaped = [...path].map((character) => {
    const known = escapes.get(character);
    if (known !== undefined) return known;
    if (character >= " " && character <= "~") return character;
    return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  });
  const quoted = escaped.join("");
  return quoted !== path || (alsoSpaces && path.includes(" ")) ? `"${quoted}"` : path;
}
