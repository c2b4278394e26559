import { expect, test } from "vitest";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import { coveringEdit } from "../../src/judge/judge.ts";
import { occurrencesIn } from "../../src/judge/occurrences-in.ts";
import { reachOf } from "../../src/judge/reach.ts";
import { settleCurrent } from "../../src/release/current.ts";
import { editsOf } from "../../src/release/edits/edits.ts";
import type { Rehearsal, Write } from "../../src/release/rehearsal.ts";
import { temporaryRepository } from "../config/temporary-repository.ts";
import { origin } from "../release/rehearsal-of.ts";
import { rehearsal, soFar, started } from "./judged.ts";

type Content = string | Uint8Array | null;

/** Writes of contents one after the other, each by the next line of the script. */
function writesOf(path: string, ...contents: readonly Content[]): Write[] {
  return contents.slice(1).map((after, index) => ({
    ...{ path, before: contents[index] ?? null, after },
    origin: { ...origin, line: index + 1 },
  }));
}

function edits(files: Readonly<Record<string, string>>, ...writes: Write[]): string[] {
  return editsOf(rehearsal({ writes }), temporaryRepository(files)).map(
    ({ path, span, before, after, origin: { line } }) =>
      `${path} ${span.start}-${span.end} ${before} -> ${after} by line ${line}`,
  );
}

test("an edit is what differs between the first and the last content, sorted by path and place", () => {
  const files = { "b.txt": "x 1.2.3 y 1.2.3\n", "a.txt": "1.2.3\n" };
  expect(
    edits(
      files,
      ...writesOf("b.txt", files["b.txt"], "x 1.2.4 y 1.2.5\n"),
      ...writesOf("a.txt", files["a.txt"], "1.2.4\n"),
    ),
  ).toMatchInlineSnapshot(`
    [
      "a.txt 0-5 1.2.3 -> 1.2.4 by line 1",
      "b.txt 2-7 1.2.3 -> 1.2.4 by line 1",
      "b.txt 10-15 1.2.3 -> 1.2.5 by line 1",
    ]
  `);
});

test("the write from which on an edit has its final form is the one that made it", () => {
  const text = "x 1.2.3\ny 1.2.3\n";
  expect(
    edits(
      { "a.txt": text },
      ...writesOf("a.txt", text, "x 1.2.4\ny 1.2.3\n", "x 1.2.4\ny 1.2.9\n", "x 1.2.4\ny 1.2.4\n"),
    ),
  ).toMatchInlineSnapshot(`
    [
      "a.txt 2-7 1.2.3 -> 1.2.4 by line 1",
      "a.txt 10-15 1.2.3 -> 1.2.4 by line 3",
    ]
  `);
  expect(
    edits({ "a.txt": text }, ...writesOf("a.txt", text, "x 1.2.4\ny 1.2.3\n", text, "x 1.2.4\ny 1.2.3\n")),
  ).toEqual(["a.txt 2-7 1.2.3 -> 1.2.4 by line 3"]);
});

test("files that come, go or hold bytes have no edits; one that is gone in between has", () => {
  const text = "1.2.3\n";
  expect(edits({ "a.txt": text }, ...writesOf("new.txt", null, "1.2.4\n"))).toEqual([]);
  expect(edits({ "a.txt": text }, ...writesOf("a.txt", text, "1.2.4\n", null))).toEqual([]);
  expect(edits({ "a.txt": text }, ...writesOf("a.txt", text, new Uint8Array([0, 1])))).toEqual([]);
  expect(edits({ "a.txt": text }, ...writesOf("a.txt", text, text))).toEqual([]);
  expect(edits({ "a.txt": text }, ...writesOf("a.txt", text, null, "1.2.4\n"))).toEqual([
    "a.txt 0-5 1.2.3 -> 1.2.4 by line 2",
  ]);
});

test("structured documents are compared by key, and as text where one of the two states does not parse", () => {
  const json = '{ "version": "1.2.3", "other": "1.2.3" }\n';
  const reordered = '{\n  "other": "1.2.3",\n  "version": "1.2.4"\n}\n';
  expect(edits({ "a.json": json }, ...writesOf("a.json", json, reordered))).toEqual([
    "a.json 14-19 1.2.3 -> 1.2.4 by line 1",
  ]);
  expect(
    edits({ "a.json": json }, ...writesOf("a.json", json, json.replace("1.2.3", "1.2.4").replace("}", ""))),
  ).toEqual(["a.json 14-19 1.2.3 -> 1.2.4 by line 1", "a.json 39-40 } ->  by line 1"]);
});

test("an edit covers a place when it lies around it and gives it the target, or nothing that could go stale", () => {
  const { occurrences } = soFar({});
  const [place] = occurrences;
  if (place === undefined) throw new RangeError("no occurrence");
  const { start, end } = place.span;
  const covers = (after: string, from = start, to = end): boolean => {
    const edit = {
      path: place.path,
      span: { start: from, end: to },
      before: "2.4.0",
      after,
      origin,
      release: "cut",
      target: after.includes("9.9.9") ? "9.9.9" : null,
    };
    return coveringEdit(place, [edit], "9.9.9") !== null;
  };
  for (const after of ["9.9.9", "v9.9.9-x", "*", "latest", "workspace:*", "workspace:^", ""])
    expect(covers(after)).toBe(true);
  for (const after of ["9.9.8", "workspace:2.4.0", "x*", "latest-2"]) expect(covers(after)).toBe(false);
  expect(covers("9.9.9", start - 1, end + 1)).toBe(true);
  expect(covers("9.9.9", start + 1, end)).toBe(false);
  expect(coveringEdit(place, [], "9.9.9")).toBeNull();
});

test("how far a release got with a file: the farthest of several counts", () => {
  const path = "docs/a.md";
  const look = (at: string, how: "read" | "list", found = true) => ({ path: at, how, found, origin });
  const asked = (flags: string | null, matched = false) => ({
    ...{
      pattern: "v(\\d+)",
      flags,
      method: "test",
      path,
      matched,
      matchesOriginal: matched,
      writesBefore: 0,
      origin,
    },
  });
  const glob = { patterns: ["docs/*.md", "*.txt"], ignore: [], cwd: "", matches: [path], origin };
  const write: Write = { path, before: "a", after: "b", origin };
  const told = (...all: Partial<Rehearsal>[]) => {
    const { step, detail } = reachOf(path, all.map(rehearsal));
    return `${step}: ${detail}`;
  };
  expect([
    told(),
    told({}),
    told({ looks: [look("docs", "list")] }),
    told({ looks: [look("docs", "list", false), look("src", "list")] }),
    told({ looks: [look(path, "list")] }),
    told({ globs: [glob] }),
    told({ globs: [glob], commands: [{ ...started("git ls-files"), named: [path] }] }),
    told({ looks: [look(path, "read")] }),
    told({ looks: [look(path, "read", false)] }),
    told({ looks: [look(path, "read")], patterns: [asked("gu")] }),
    told({ looks: [look(path, "read")], patterns: [asked(null)] }),
    told({ looks: [look(path, "read")], patterns: [asked("gu", true)] }),
    told({ writes: [write], patterns: [asked("gu")] }),
    told({}, { writes: [write] }, { globs: [glob] }),
  ]).toMatchInlineSnapshot(`
    [
      "never asked for: nothing was rehearsed",
      "never asked for: no step of the release asks for it",
      "listed but not read: its folder was looked at and it was never opened",
      "never asked for: no step of the release asks for it",
      "listed but not read: it was looked at and it was never opened",
      "listed but not read: it was matched by the glob docs/*.md, *.txt and never opened",
      "listed but not read: it was named by \`git ls-files\` and never opened",
      "read but not matched: it is read and left as it is",
      "never asked for: no step of the release asks for it",
      "read but not matched: /v(\\d+)/gu finds nothing in it",
      "read but not matched: "v(\\\\d+)" finds nothing in it",
      "read but not matched: it is read and left as it is",
      "written but not here: the file is written, but this place is not",
      "written but not here: the file is written, but this place is not",
    ]
  `);
  expect(reachOf(path, [rehearsal({})]).origin).toBeNull();
  expect(
    reachOf(path, [rehearsal({ writes: [write, { ...write, origin: { ...origin, line: 8 } }] })]).origin
      ?.line,
  ).toBe(8);
});

/** What a release writes over, and what of it gives way to the new version alone. */
const written = (covered: readonly Occurrence[], exact: readonly Occurrence[] = []) => ({ covered, exact });

test("current is the most frequent version of covered manifests, and the newer of two", () => {
  const { occurrences } = soFar({});
  const [manifest] = occurrences;
  if (manifest === undefined) throw new RangeError("no occurrence");
  const holding = (...versions: string[]) => versions.map((version) => ({ ...manifest, version }));
  expect(settleCurrent("1.0.0", written(holding("1.0.0", "1.2.0", "1.2.0")), null)).toBe("1.0.0");
  expect(settleCurrent("9.9.9", written(holding("1.0.0", "1.2.0", "1.2.0")), null)).toBe("1.2.0");
  expect(settleCurrent("9.9.9", written(holding("1.2.0", "1.10.0")), null)).toBe("1.10.0");
  const constants = holding("1.3.0-SNAPSHOT", "1.1.0-SNAPSHOT", "1.1.0-SNAPSHOT").map((one) => ({
    ...one,
    kind: "constant" as const,
  }));
  const exact = constants.slice(0, 1);
  expect(settleCurrent("1.2.0", written(constants, exact), null)).toBe("1.3.0-SNAPSHOT");
  expect(settleCurrent("1.2.0", written(constants), null)).toBe("1.2.0");
  expect(
    settleCurrent(
      "9.9.9",
      written(holding("1.2.0").map((one) => ({ ...one, kind: "dependency" as const }))),
      null,
    ),
  ).toBe("9.9.9");
});

test("what the configuration of a release tool declares is current where the release writes over it", () => {
  const { occurrences } = soFar({});
  const [manifest] = occurrences;
  if (manifest === undefined) throw new RangeError("no occurrence");
  const covered = ["1.1.0", "1.1.0", "1.2.0"].map((version) => ({ ...manifest, version }));
  expect(settleCurrent("1.1.0", written(covered), "1.2.0")).toBe("1.2.0");
  expect(settleCurrent("1.1.0", written(covered), "1.3.0")).toBe("1.1.0");
});

test("the occurrences of a file keep the order of the list", () => {
  const { occurrences } = soFar({ "a.md": "1.1.1 and 2.2.2\n" });
  expect(occurrencesIn("a.md", occurrences).map(({ version }) => version)).toEqual(["1.1.1", "2.2.2"]);
  expect(occurrencesIn("b.md", occurrences)).toEqual([]);
});
