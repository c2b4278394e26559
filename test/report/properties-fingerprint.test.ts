import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprints } from "../../src/report/fingerprint.ts";
import { LineIndex } from "../../src/repository/text/location.ts";
import { findingAt } from "./sample-audit.ts";

/** A line that holds the version once, and how it is indented. */
const line = fc.record({
  before: fc.constantFrom(
    '"version": "',
    "image: lumen-dev/engine:",
    "const VERSION = '",
    "lumenkit@",
    "a".repeat(300),
  ),
  after: fc.constantFrom('",', "", "' // since 1.2.0", " \u{1F680}", "b".repeat(300)),
});
const moved = fc.record({
  indentation: fc.constantFrom("", "  ", "\t", "        "),
  /** Lines without a version that stand before it. */
  filling: fc.array(fc.constantFrom("", "# a remark", "{", "  name: lumen"), { maxLength: 3 }),
});

/** The fingerprints of one finding for each line, in a text with these lines. */
function namesIn(
  lines: readonly { readonly before: string; readonly after: string }[],
  places: readonly { readonly indentation: string; readonly filling: readonly string[] }[],
  version: string,
  lineBreak = "\n",
): string[] {
  let text = "";
  const starts = lines.map(({ before, after }, index) => {
    const { indentation = "", filling = [] } = places[index] ?? {};
    text += filling.map((each) => each + lineBreak).join("") + indentation + before;
    const start = text.length;
    text += version + after + lineBreak;
    return start;
  });
  const index = new LineIndex(text);
  return fingerprints(
    starts.map((start) =>
      findingAt(index.locate("a.txt", { start, end: start + version.length }), {
        message: `lumen stays at ${version}`,
      }),
    ),
  );
}

const version = fc.constantFrom("1.4.2", "1.5.0-rc.1", "10.20.30");
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const layout = fc.array(moved, { minLength: 6, maxLength: 6 });

test("fingerprints stay when lines move, are indented otherwise or end otherwise, and when the version changes", () => {
  fc.assert(
    fc.property(
      lines,
      fc.tuple(layout, layout),
      fc.tuple(version, version),
      (held, [before, after], [old, now]) => {
        expect(namesIn(held, after, now)).toEqual(namesIn(held, before, old));
        expect(namesIn(held, after, now, "\r\n")).toEqual(namesIn(held, before, old));
      },
    ),
  );
});

test("no two findings have the same fingerprint, and those of other places have others", () => {
  fc.assert(
    fc.property(lines, layout, version, (held, places, shown) => {
      const names = namesIn(held, places, shown);
      expect(new Set(names).size).toBe(names.length);
      const others = namesIn(
        held.map(({ before, after }) => ({ before: `x${before}`.slice(-80), after })),
        places,
        shown,
      );
      expect(
        others.filter((name, index) => name === names[index] && (held[index]?.before.length ?? 0) < 80),
      ).toEqual([]);
    }),
  );
});

test("a finding that is gone leaves the names of the others", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { minLength: 2, maxLength: 6, selector: ({ before, after }) => before + after }),
      fc.nat(5),
      (held, gone) => {
        const at = gone % held.length;
        expect(namesIn(held.toSpliced(at, 1), [], "1.4.2")).toEqual(
          namesIn(held, [], "1.4.2").toSpliced(at, 1),
        );
      },
    ),
  );
});
