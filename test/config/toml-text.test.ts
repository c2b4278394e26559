import { parse } from "@iarna/toml";
import { expect, test } from "vitest";
import { tomlLines } from "../../src/config/toml-text.ts";
import { ignoreText } from "../../src/propose/suggest/ignore-text.ts";

const odd = 'quote " backslash \\ tab \t line \n bell \u0007 delete \u007f emoji 😀';

test("what is written as TOML is read as what it was", () => {
  const table = { text: odd, [odd]: "key", list: [odd, 1, true], inline: { [odd]: [{ deep: odd }] } };
  expect(parse(tomlLines(table).join("\n"))).toEqual(table);
});

test("so is an ignore", () => {
  const ignore = { path: "a\u007fb", pattern: odd, reason: "left \u007f behind" };
  expect(parse(ignoreText(ignore))).toEqual({ ignore: [ignore] });
  expect(ignoreText({ path: "a", reason: "b" })).toBe('[[ignore]]\npath = "a"\nreason = "b"\n');
});
