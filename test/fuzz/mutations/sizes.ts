import type { Mutation } from "../mutation.ts";
import type { Random } from "../random.ts";
import { piece, replaced } from "./pieces.ts";

/** How often something is repeated: mostly some dozens of times, and now and then until megabytes are full. */
function many(random: Random, unit: string): number {
  const characters = random.oneIn(60) ? 2_000_000 : random.oneIn(8) ? 100_000 : 3_000;
  return 1 + random.below(Math.ceil(characters / Math.max(1, unit.length)));
}

// biome-ignore format: a table reads better in rows
const openings: readonly string[] = [
  "[", "{", "(", "- ", "? ", "{a: ", '{"a":', '{"a":[', "[[", "<", "/*", "<!--", "|\n ", "*a ", "&a ", "> ",
  "a.", "a = {b = ", "a = [", '"', "'", "\\", "${A:-", "(a@1.2.3", "@a/", "../", "a: \n ", "!",
  '"dependencies": {\n"a": {\n', '"a": {\n',
];

// biome-ignore format: a table reads better in rows
const units: readonly string[] = [
  "a", "1", "1.", "1.2.3 ", "1.2.3-", "-1.2", "1.2.3.", " ", "\t", "\n", "\r\n", "0", ".", "-", "_", "/",
  "@", ":", "=", ",", "#", "*", "version ", "version = ", "VERSION", "a@", "--a ", "a-", "a/", "%40",
  "generated ", "image: a\n", "since ", "```\n", "x.", "||", "\u00ff", "version-audit-ignore: a\n",
  "// version-audit-ignore: 1.2.3\n", '  "a": {\n', '"a": "^1.2.3",\n', "[[package]]\n", "[a]\n", " a:\n",
];

/** Mutations that make a file long, or deep, or wide. */
export const sizes: readonly Mutation[] = [
  repeating("nest deeply", openings),
  {
    name: "nest deeply, and repeat a unit there",
    change(content, random) {
      const [opening, unit] = [random.pick(openings), random.pick(units)];
      const times = many(random, opening + unit);
      const at = random.below(content.length + 1);
      return replaced(content, at, at, opening.repeat(times) + unit.repeat(times));
    },
  },
  {
    name: "nest by indentation",
    change(content, random) {
      const depth = 1 + random.below(random.oneIn(10) ? 2000 : 200);
      const unit = random.pick([" ", "  ", "\t"]);
      const lines = Array.from(
        { length: depth },
        (_, level) => `${unit.repeat(level)}${random.pick(["a:", "- ", '"b": {'])}`,
      );
      return `${lines.join("\n")}\n${content}`;
    },
  },
  repeating("repeat a unit", units),
  {
    name: "repeat a piece",
    change(content, random) {
      const { start, end } = piece(content, random);
      const repeated = content.slice(start, end);
      return replaced(content, end, end, repeated.repeat(repeated === "" ? 0 : many(random, repeated)));
    },
  },
  {
    name: "repeat all lines",
    change: (content, random) => content.repeat(content === "" ? 0 : many(random, content)),
  },
  {
    name: "one long line",
    change: (content, random) => content.replaceAll("\n", random.pick(["", " ", ","])),
  },
];

/** Writes one of the texts many times over, somewhere. */
function repeating(name: string, texts: readonly string[]): Mutation {
  return {
    name,
    change(content, random) {
      const text = random.pick(texts);
      const at = random.below(content.length + 1);
      return replaced(content, at, at, text.repeat(many(random, text)));
    },
  };
}
