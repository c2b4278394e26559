import type { Mutation } from "../mutation.ts";
import type { Random } from "../random.ts";

/** Mutations that move what is there. */
export const pieces: readonly Mutation[] = [
  {
    name: "flip bits",
    change(content, random) {
      let changed = content;
      for (let flips = 1 + random.below(4); flips > 0 && changed !== ""; flips--) {
        const at = random.below(changed.length);
        changed = replaced(
          changed,
          at,
          at + 1,
          String.fromCharCode(changed.charCodeAt(at) ^ (1 << random.below(8))),
        );
      }
      return changed;
    },
  },
  {
    name: "any bytes",
    change(content, random) {
      const at = random.below(content.length + 1);
      const bytes = Array.from({ length: 1 + random.below(6) }, () => String.fromCharCode(random.below(256)));
      return replaced(content, at, at + random.below(3), bytes.join(""));
    },
  },
  { name: "truncate", change: (content, random) => content.slice(0, random.below(content.length + 1)) },
  { name: "cut off the start", change: (content, random) => content.slice(random.below(content.length + 1)) },
  {
    name: "remove a piece",
    change(content, random) {
      const { start, end } = piece(content, random);
      return replaced(content, start, end, "");
    },
  },
  {
    name: "double a piece",
    change(content, random) {
      const { start, end } = piece(content, random);
      return replaced(content, end, end, content.slice(start, end));
    },
  },
  {
    name: "move a piece",
    change(content, random) {
      const { start, end } = piece(content, random);
      const rest = replaced(content, start, end, "");
      const to = random.below(rest.length + 1);
      return replaced(rest, to, to, content.slice(start, end));
    },
  },
  {
    name: "remove lines",
    change: (content, random) =>
      byLines(content, (lines) => lines.toSpliced(random.below(lines.length), 1 + random.below(3))),
  },
  {
    name: "double a line",
    change: (content, random) =>
      byLines(content, (lines) => lines.toSpliced(random.below(lines.length + 1), 0, random.pick(lines))),
  },
  {
    name: "swap lines",
    change: (content, random) =>
      byLines(content, (lines) => {
        const [a, b] = [random.below(lines.length), random.below(lines.length)];
        return lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "");
      }),
  },
  {
    name: "indent lines otherwise",
    change: (content, random) =>
      byLines(content, (lines) => {
        const from = random.below(lines.length);
        const to = from + 1 + random.below(6);
        const indentation = random.pick(["", " ", "  ", "\t", "    ", "- "]);
        return lines.map((line, at) =>
          at < from || at >= to ? line : indentation + (random.oneIn(2) ? line.trimStart() : line),
        );
      }),
  },
  {
    name: "splice with another file",
    change(content, random, corpus) {
      const other = random.pick(corpus).content;
      return content.slice(0, random.below(content.length + 1)) + other.slice(random.below(other.length + 1));
    },
  },
  {
    name: "put in a piece of another file",
    change(content, random, corpus) {
      const other = random.pick(corpus).content;
      const { start, end } = piece(other, random);
      const to = random.below(content.length + 1);
      return replaced(content, to, to, other.slice(start, end));
    },
  },
];

/** A text with one range of it replaced. */
export function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** A range of a text, more often a short one. */
export function piece(text: string, random: Random): { start: number; end: number } {
  const start = random.below(text.length + 1);
  const length = random.below(random.oneIn(3) ? text.length + 1 : 40);
  return { start, end: Math.min(text.length, start + length) };
}

function byLines(content: string, change: (lines: readonly string[]) => readonly string[]): string {
  return change(content.split("\n")).join("\n");
}
