import type { Frame } from "./frame.ts";
import type { Pieces } from "./new-text.ts";

/** A pattern for one or more places, and what to replace with. */
export interface RowPattern {
  /** The regular expression as a script writes it, without slashes and flags. */
  readonly source: string;
  readonly flags: string;
  readonly pieces: Pieces;
  /** The same expression, which marks the version with a group called `version`. */
  readonly probe: RegExp;
}

/** Which names a pattern takes: those that are listed, or every one of a scope. */
export type Subjects = { readonly names: readonly string[] } | { readonly scope: string };

/** The pattern of a frame. `isGlobal` says whether it has to find more than one place in a file. */
export function rowPattern(frame: Frame, subjects: Subjects, isGlobal: boolean): RowPattern {
  const { quote, anchored } = frame;
  const version = quote === "" ? String.raw`\d+\.\d+\.\d+(?:-\w+(?:\.\w+)*)?` : String.raw`\d[^${quote}]*`;
  const { find, keep } = findAndKeep(frame, subjects);
  const source = (middle: string) => `${anchored ? "^" : ""}${find}${middle}${plain(quote)}`;
  const flags = (isGlobal ? "g" : "") + (anchored ? "m" : "");
  const pieces = [...keep, null, quote].filter((piece) => piece !== "");
  const probe = new RegExp(source(`(?<version>${version})`), `${flags}d`);
  return { source: source(version), flags, pieces, probe };
}

/** What is sought up to the version, and what of it is written again: plain text, or `$1` for what is not. */
function findAndKeep({ head, subject, link }: Frame, subjects: Subjects): { find: string; keep: string[] } {
  const isOneName = subject === null || ("names" in subjects && subjects.names.length === 1);
  const name = subject === null ? "" : namePattern(subjects, head);
  const above = /^[\s\S]*\n\s*/u.exec(link)?.[0] ?? "";
  const last = link.slice(above.length);
  if (above !== "") {
    const names = isOneName ? name : `(?:${name})`;
    return { find: `(${plain(head)}${names}${plain(above)})${plain(last)}`, keep: [`$1${literal(last)}`] };
  }
  if (isOneName) {
    const text = head + (subject ?? "") + link;
    return { find: plain(head) + name + plain(link), keep: [literal(text)] };
  }
  return { find: `${plain(head)}(${name})${plain(link)}`, keep: [`${literal(head)}$1${literal(link)}`] };
}

function namePattern(subjects: Subjects, head: string): string {
  if ("scope" in subjects) {
    return `${plain(subjects.scope)}\\/${head === "" ? "[\\w.-]+" : `[^${head.slice(-1)}]+`}`;
  }
  const { names } = subjects;
  const scope = /^@[^/]+\//u.exec(names[0] ?? "")?.[0];
  if (names.length > 1 && scope !== undefined && names.every((name) => name.startsWith(scope))) {
    return `${plain(scope)}(?:${names.map((name) => plain(name.slice(scope.length))).join("|")})`;
  }
  const border = (name: string) => (head === "" && /^\w/u.test(name) ? "\\b" : "");
  return names.map((name) => border(name) + plain(name)).join("|");
}

/** Text as a part of a regular expression; a line break with the blanks around it may be of any kind. */
function plain(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replace(/\s*\n\s*/gu, "\\s+");
}

/** Text as a part of what a regular expression is replaced with. */
function literal(text: string): string {
  return text.replaceAll("$", "$$$$");
}
