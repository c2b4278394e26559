import type { Origin } from "../../../rehearsal.ts";

/** One program that a package script, a workflow or a line of documentation starts. */
export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** The whole line that it stands in. */
  readonly line: string;
  /** The package script that it stands in; null elsewhere. */
  readonly script: string | null;
  /** The folder of the package.json; `""` for the root, and outside of any. */
  readonly dir: string;
  /** What the same line does before and after it, as it is written; empty where it does nothing else. */
  readonly before: string;
  readonly after: string;
  /** True for an input of an action, which the action starts. */
  readonly isInput: boolean;
  readonly origin: Origin;
}

/** The programs that a shell line starts, one after the other. */
export function* callsIn(
  line: string,
  place: Pick<ProgramCall, "script" | "dir" | "origin" | "isInput">,
): Generator<ProgramCall> {
  const parts = line.split(/(&&|\|\||;)/u);
  for (let index = 0; index < parts.length; index += 2) {
    const [program, ...args] = programOf(wordsOf(parts[index] ?? ""));
    if (program === undefined) continue;
    yield {
      ...{ program, args, line, ...place },
      before: parts
        .slice(0, Math.max(index - 1, 0))
        .join("")
        .trim(),
      after: parts
        .slice(index + 2)
        .join("")
        .trim(),
    };
  }
}

/** Words between blanks, with the quotes around a whole word gone. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/"[^"]*"|'[^']*'|[^\s"']+(?:=(?:"[^"]*"|'[^']*'))?/gu) ?? [];
  return words.map((word) => (/^(["']).*\1$/u.test(word) ? word.slice(1, -1) : word));
}

/** What only starts another program, with the words that stand between. */
const starters: readonly RegExp[] = [
  /^(?:npx|bunx|pnpx)$/u,
  /^(?:npm|pnpm|yarn|bun) (?:exec|dlx|x|run -T)$/u,
  /^(?:cross-env|dotenv|env|time|sudo|corepack)$/u,
];

/** The words without assignments, `npx --yes`, `pnpm exec` and their like, and the path of an installed program. */
function programOf(words: readonly string[]): readonly string[] {
  let rest = words;
  for (;;) {
    const [first, second] = rest;
    if (first === undefined) return [];
    if (/^[A-Za-z_]\w*=/u.test(first) || first === "--" || /^-/u.test(first)) rest = rest.slice(1);
    else if (starters.some((starter) => starter.test(first))) rest = rest.slice(1);
    else if (starters.some((starter) => starter.test(`${first} ${second}`))) rest = rest.slice(2);
    else if (/^(?:yarn|pnpm|bun)$/u.test(first) && second !== undefined && runsByName.has(bare(second)))
      rest = rest.slice(1);
    else return [bare(first), ...rest.slice(1)];
  }
}

/** Programs that yarn and pnpm start by their bare name. */
const runsByName = new Set([
  ...[
    "changeset",
    "changesets",
    "lerna",
    "release-it",
    "semantic-release",
    "standard-version",
    "nx",
    "np",
    "bumpp",
  ],
  ...["commit-and-tag-version", "auto", "changelogen"],
]);

/** A program without the folder of an installed one, an extension, and a version that is asked for. */
function bare(word: string): string {
  const name = word.startsWith("@") ? word : word.replace(/^.*\/(?=[^/]+$)/u, "").replace(/\.[cm]?js$/u, "");
  return name.replace(/(?!^)@[\w.^~-]+$/u, "");
}
