import { describe, expect, test } from "vitest";
import { collectPatterns } from "./collect-patterns.ts";
import { exceptions, openExceptions } from "./exceptions.ts";
import { superlinearity } from "./superlinear.ts";

const { known, open } = collectPatterns();

describe("every regular expression of the source takes linear time", () => {
  test("by proof, or its input is bounded", () => {
    const suspects = known.flatMap(({ file, line, source, flags }) => {
      const why = superlinearity(source, flags);
      const isBounded = exceptions.some((each) => each.file === file && each.source === source);
      return why === null || isBounded ? [] : [`${file}:${line} /${source}/${flags}: ${why}`];
    });
    expect(suspects).toEqual([]);
  });

  test("and those that are put together later do so by their samples", () => {
    const unknown = open.filter(({ file }) => !openExceptions.some((each) => each.file === file));
    expect(unknown.map(({ file, line, argument }) => `${file}:${line} ${argument}`)).toEqual([]);
    const suspects = openExceptions.flatMap(({ samples }) =>
      samples.flatMap(({ source, flags }) => superlinearity(source, flags) ?? []),
    );
    expect(suspects).toEqual([]);
  });

  test("and no exception is left that nothing needs", () => {
    const needed = exceptions.map(({ file, source }) =>
      known.some(
        (each) => each.file === file && each.source === source && superlinearity(source, each.flags) !== null,
      ),
    );
    expect(exceptions.filter((_, index) => !needed[index])).toEqual([]);
    expect(openExceptions.filter(({ file }) => !open.some((each) => each.file === file))).toEqual([]);
  });

  test("and the patterns that are put together from constants are among them", () => {
    expect(known.length).toBeGreaterThan(600);
    expect(
      known.filter(({ file }) => file === "inventory/versions/version.ts").map(({ source }) => source.length),
    ).toContainEqual(expect.toSatisfy((length: number) => length > 1000));
  });
});

describe("the proof", () => {
  test.each([
    [/^(a+)+$/, "exponential"],
    [/^(a|a)*$/, "exponential"],
    [/(a*)*b/, "exponential"],
    [/^(\w+\s?)*$/, "exponential"],
    [/^(?:a|b|ab)*c/, "exponential"],
    [/^a*a*b/, "quadratic"],
    [/^.*,.*,.*$/, "cubic"],
    [/\s+$/, "by the start of the search"],
    [/\d+(?:\.\d+)+/g, "by the start of the search"],
    [/^\s*x/m, "by the start of the search"],
    [/x[^y]*y/, "by the start of the search"],
    [/(?=\w+)-/, "in a lookahead"],
    [/^(?:x*)*y/, "by a part that may be empty"],
    [/^(["'])\w*\w*\1/, "with a back reference"],
    [/^(?:x*y?)*z/, "by a part that may be empty"],
  ])("refuses %s", (pattern) => expect(superlinearity(pattern.source, pattern.flags)).not.toBeNull());

  test.each([
    /^a+b$/,
    /\w+/g,
    /a+b/y,
    /(?<!\d)\d+(?:\.\d+)+/g,
    /(?<!\s)\s+$/,
    /(?<![^ \t])\w+=/,
    /^[ \t]*x/m,
    /"[^"]*"/g,
    /a{0,100}b/,
    /^(?:a|b)*c/,
    /^(?:ab?)*c/i,
    /\bfoo\w*/,
    /\b\w+\b!/i,
    /^(?:a|b?)*c/,
    /^\p{L}+\d/u,
    /.*/s,
  ])("accepts %s", (pattern) => expect(superlinearity(pattern.source, pattern.flags)).toBeNull());

  test("says which parts are to blame", () => {
    expect(superlinearity("^x*[xy]*z", "")).toBe(
      "the repetition of [xy] can take over from the repetition of x",
    );
    expect(superlinearity("(a|b|ab)*c", "y")).toBe("the repetition of a can read the same text in two ways");
  });
});
