import type { ReleaseVersion } from "./update.ts";

/** The words of an annotation; those of the Java types stand behind `released-`. */
export type Annotations = "x-release-please-" | "x-release-please-released-";

/** The first version of a line, as `src/updaters/generic.ts` looks for it. */
export const writtenVersion = /(?<!\d)\d+\.\d+\.\d+(?:-[\w.]+)?(?:\+[-\w.]+)?/;
const majorNumber = /(?<!\d)\d+(?!\w)/;
const singleNumber = /(?<!\w)\d+(?!\w)/;

const scopes = ["major", "minor", "patch", "version-date", "version", "date"] as const;
type Scope = (typeof scopes)[number];

/** An annotated line, or a block of lines, and whether anything in it is rewritten. */
export interface Annotated {
  /** The text with the new version. Line breaks are single line feeds, as the tool writes them. */
  readonly text: string;
  /** The 1-based lines of annotations that lead to nothing. */
  readonly dead: readonly number[];
  /** True where there is any annotation. */
  readonly isAnnotated: boolean;
}

/**
 * Rewrites the lines that are annotated, and those between a start and an end, by `src/updaters/generic.ts` and
 * `src/updaters/java/java-released.ts`. Dates stay as they are: which day it will be nobody knows.
 */
export function annotatedLines(text: string, version: ReleaseVersion, words: Annotations): Annotated {
  const lines: string[] = [];
  const dead: number[] = [];
  let isAnnotated = false;
  let block: { readonly scope: Scope; readonly line: number; isAlive: boolean } | null = null;
  const close = (): void => {
    if (block?.isAlive === false) dead.push(block.line);
    block = null;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const inline = scopeAfter(line, words);
    const start: Scope | null = block === null ? scopeAfter(line, `${words}start-`) : null;
    const scope: Scope | null = inline ?? (block === null ? null : block.scope);
    lines.push(scope === null ? line : rewritten(line, scope, version));
    isAnnotated ||= inline !== null || start !== null;
    const isAlive = scope !== null && (scope === "date" || numberOf(scope).test(line));
    if (inline !== null && !isAlive) dead.push(index + 1);
    if (inline === null && block !== null) {
      if (isAlive) block.isAlive = true;
      if (line.includes(`${words}end`)) close();
    } else if (inline === null && start !== null) block = { scope: start, line: index + 1, isAlive: false };
  }
  close();
  return { text: lines.join("\n"), dead, isAnnotated };
}

/** The scope that an annotation gives, the first one of a line. */
function scopeAfter(line: string, words: string): Scope | null {
  for (let at = line.indexOf(words); at !== -1; at = line.indexOf(words, at + 1)) {
    const rest = line.slice(at + words.length);
    const scope = scopes.find((each) => rest.startsWith(each));
    if (scope !== undefined) return scope;
  }
  return null;
}

function numberOf(scope: Scope): RegExp {
  if (scope === "major") return majorNumber;
  return scope === "minor" || scope === "patch" ? singleNumber : writtenVersion;
}

function rewritten(line: string, scope: Scope, version: ReleaseVersion): string {
  if (scope === "date") return line;
  if (scope === "version" || scope === "version-date")
    return line.replace(writtenVersion, () => version.text);
  return line.replace(numberOf(scope), version[scope]);
}
