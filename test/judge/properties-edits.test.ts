import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import type { Edit } from "../../src/release/edits/edit.ts";
import { editsOf } from "../../src/release/edits/edits.ts";
import { editsAround } from "../../src/release/edits/edits-around.ts";
import { textChanges } from "../../src/release/edits/text-changes.ts";
import type { Rehearsal, Write } from "../../src/release/rehearsal.ts";
import { contains } from "../../src/repository/text/span.ts";
import { processorTime } from "../measure/processor-time.ts";
import { rehearsalOf } from "../release/rehearsal-of.ts";
import { memoryRepository } from "./memory-repository.ts";

/** The rehearsal that writes one state of a file after the other; the line of each origin counts the writes. */
function rehearsalThatWrites(path: string, states: readonly string[]): Rehearsal {
  const writes = states.slice(1).map(
    (after, index): Write => ({
      path,
      before: states[index] ?? null,
      after,
      origin: { path: "release.js", line: index + 1, column: 1, function: null },
    }),
  );
  return rehearsalOf({ writes });
}

function editsBetween(path: string, ...states: string[]): Edit[] {
  return editsOf(rehearsalThatWrites(path, states), memoryRepository({ [path]: states[0] ?? "" }));
}

function applied(text: string, edits: readonly Edit[]): string {
  return edits.toReversed().reduce((out, { span, before, after }) => {
    expect(text.slice(span.start, span.end)).toBe(before);
    return out.slice(0, span.start) + after + out.slice(span.end);
  }, text);
}

const word = fc.constantFrom(
  "1.2.3",
  "1.2.4-rc.1",
  " ",
  "\n",
  "\r\n",
  "name",
  "=",
  '"',
  "é",
  "\u{1F680}",
  "v",
  "x",
);
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(""));
const version = fc.constantFrom("1.2.3", "1.2.990001", "2.0.0-rc.1", "0.1.0");

describe("edits", () => {
  test("of a text, applied to it, give what the last write left", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (states) => {
        expect(applied(states[0] ?? "", editsBetween("notes.txt", ...states))).toBe(states.at(-1));
      }),
    );
  });

  test("of a document whose values change, applied to it, give what the last write left", () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.tuple(version, version), {
      maxKeys: 6,
    });
    const indentation = fc.constantFrom(0, 2, "\t");
    fc.assert(
      fc.property(values, indentation, (table, indent) => {
        const state = (index: 0 | 1) =>
          JSON.stringify(
            Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[index]])),
            null,
            indent,
          );
        expect(applied(state(0), editsBetween("package.json", state(0), state(1)))).toBe(state(1));
      }),
    );
  });

  test("name the write that gave a place its last form", () => {
    const edits = editsBetween("a.txt", "a 1.0.0\nb 1.0.0\n", "a 2.0.0\nb 1.0.0\n", "a 2.0.0\nb 2.0.0\n");
    expect(edits.map(({ before, origin }) => [before, origin.line])).toEqual([
      ["1.0.0", 1],
      ["1.0.0", 2],
    ]);
  });

  test("around a place are those that contain it, of every release", () => {
    const one = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 3 }),
        fc.nat(50),
        fc.integer({ min: 1, max: 4 }),
        (releases, at, length) => {
          const edits = releases.flatMap((gaps, release) => {
            let end = 0;
            return gaps.map(([gap, size]): Edit => {
              const span = { start: end + gap, end: end + gap + size };
              end = span.end;
              const origin = { path: "release.js", line: 1, column: 1, function: null };
              return {
                path: "a",
                span,
                before: "",
                after: "",
                origin,
                release: String(release),
                target: null,
              };
            });
          });
          const occurrence = { path: "a", span: { start: at, end: at + length } } as Occurrence;
          const expected = edits.filter(({ span }) => contains(span, occurrence.span));
          expect(editsAround(edits)(occurrence)).toEqual(expected);
        },
      ),
    );
  });
});

describe("a text of which everything changes is compared in no time", () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join("");

  test("and every version of it for itself, also where a line is put in", () => {
    const before = lines(20_000, (index) => `${index % 7 === 0 ? "}" : `name-${index}`} 1.2.3\n`);
    const after = `new\n${before.replaceAll("1.2.3", "1.2.990001")}`;
    let found: readonly { start: number; end: number; after: string }[] = [];
    expect(processorTime(() => (found = textChanges(before, after)))).toBeLessThan(10_000);
    expect(found.filter(({ start, end }) => before.slice(start, end) === "1.2.3")).toHaveLength(20_000);
  });

  test("on one line as well", () => {
    const before = lines(50_000, () => `"1.2.3",`);
    const after = before.replaceAll("1.2.3", "1.2.990001");
    let found: readonly { start: number; end: number; after: string }[] = [];
    expect(processorTime(() => (found = textChanges(before, after)))).toBeLessThan(10_000);
    expect(new Set(found.map(({ start, end, after }) => `${before.slice(start, end)} ${after}`))).toEqual(
      new Set(["1.2.3 1.2.990001"]),
    );
  });

  test("and when nothing of it is left", () => {
    const before = lines(20_000, (index) => `a${index} = b.c(${index});\n`);
    const after = lines(30_000, (index) => `- ${index * 7}: x\n`);
    expect(processorTime(() => expect(textChanges(before, after)).not.toEqual([]))).toBeLessThan(10_000);
  });

  test("however many lines it has", () => {
    const before = "a\n".repeat(300_000);
    let found: readonly unknown[] = [];
    expect(processorTime(() => (found = textChanges(before, before.replaceAll("a", "b"))))).toBeLessThan(
      10_000,
    );
    expect(found).toHaveLength(300_000);
  });

  test("by key path too, with as many edits as there are values", () => {
    const document = (version: string) =>
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`key-${index}`, version])),
        null,
        1,
      );
    let edits: Edit[] = [];
    const milliseconds = processorTime(() => {
      edits = editsBetween("package.json", document("1.2.3"), document("1.2.990001"));
    });
    expect(edits).toHaveLength(30_000);
    expect(milliseconds).toBeLessThan(10_000);
  });
});
