import { expect, test } from "vitest";
import { isRemovedLine } from "../../src/release/edits/removed-line.ts";

/** Asks about the first 1.2.3 of these lines. */
const isRemoved = (...lines: string[]): boolean => {
  const text = lines.join("\n");
  return isRemovedLine(text, text.indexOf("1.2.3"));
};

test.each<[string, string[]]>([
  ["with its replacement behind it", ["-version 1.2.3", "+version 1.3.0"]],
  ["as the last line of the text", ["-version 1.2.3", "+"]],
  ["among others, of which it is the first", ["-version 1.2.3", "-a", "-b", "+c"]],
  ["among others, of which it is the last", ["-a", "-b", "-version 1.2.3", "+c"]],
  ["behind lines that have not changed", [" a", " b", "-version 1.2.3", "+c"]],
  ["within a list", ["1. like this:", "   -version 1.2.3", "   +version 1.3.0"]],
  ["behind a tab", ["\t-version 1.2.3", "\t+version 1.3.0"]],
  ["of a long text", ["x".repeat(500), "-version 1.2.3", "+version 1.3.0"]],
  ["and nineteen more", ["-version 1.2.3", ...Array<string>(19).fill("-"), "+"]],
])("a removed line %s", (_, lines) => expect(isRemoved(...lines)).toBe(true));

test.each<[string, string[]]>([
  ["an item of a list", ["- version 1.2.3", "- another"]],
  ["an item with an ordinary line behind it", ["- version 1.2.3", "", "+ another"]],
  ["an item at the end of the text", ["- version 1.2.3"]],
  ["an added line", ["-version 1.1.0", "+version 1.2.3", "+more"]],
  ["an unchanged line before a change", [" version 1.2.3", "-a", "+b"]],
  ["a minus in the middle of a line", ["a -version 1.2.3", "+b"]],
  ["a line of which the beginning is far away", [`-${"x".repeat(300)} 1.2.3`, "+b"]],
  ["and twenty more", ["-version 1.2.3", ...Array<string>(20).fill("-"), "+"]],
])("no removed line: %s", (_, lines) => expect(isRemoved(...lines)).toBe(false));
