import { existsSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { campaign, type Defect } from "./campaign.ts";
import { changeFaults } from "./change-faults.ts";
import { readCorpus } from "./corpus.ts";
import { openExaminer } from "./examine.ts";
import { executionOf } from "./execution.ts";
import { lostVersions } from "./lost-versions.ts";
import type { Mutant } from "./mutation.ts";
import { type ReadFile, type Reading, readFile } from "./reading.ts";
import { readingFaults } from "./reading-faults.ts";
import { xmlFault } from "./well-formed-xml.ts";

const corpus = readCorpus();

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What is said of a defect, without its stack; what was saved of it is removed. */
function told({ kind, folder, faults }: Defect): string[] {
  rmSync(folder, { recursive: true });
  return [kind, ...faults.map((fault) => fault.replace(/\n.*/s, ""))];
}

test("hundreds of mutated files, changes and repositories are read without a defect", async () => {
  const { executions, counts, defects } = await campaign({ seed: 20, count: 750, seconds: null });
  expect(defects.map(told)).toEqual([]);
  expect(executions).toBe(750);
  expect(counts.get("repository")).toBe(3);
  expect(counts.get("change")).toBeGreaterThan(90);
  expect(counts.get("package.json")).toBeGreaterThan(50);
});

test("a run is the same every time, and another for another seed", () => {
  const chains = (seed: number) =>
    Array.from({ length: 40 }, (_, number) => {
      const { kind, files } = executionOf(seed, number, corpus);
      return [kind, ...files.map(({ path, content, chain }) => `${path} ${content.length} ${chain.join()}`)];
    });
  expect(chains(1)).toEqual(chains(1));
  expect(chains(1)).not.toEqual(chains(2));
});

describe("a reader that fails the runner itself", () => {
  const reader = new URL("./planted/endless.ts", import.meta.url).href;
  const firstWith = (name: string): number => {
    for (let number = 0; ; number++) {
      const { kind, files } = executionOf(1, number, corpus);
      if (kind === "file" && files[0]?.path === name) return number;
    }
  };

  test("is found when it hangs", async () => {
    const first = firstWith("bun.lock");
    const patience = 4;
    const { defects } = await campaign({ seed: 1, first, count: 1, seconds: null, patience, reader });
    expect(defects.map(told)).toEqual([["file", "tells nothing for 4 s"]]);
  });

  test("is found when it ends the process, and the rest is read after it", async () => {
    const first = firstWith("poetry.lock");
    const found: Defect[] = [];
    const onDefect = (defect: Defect) => void found.push(defect);
    const { executions } = await campaign({ seed: 1, first, count: 2, seconds: null, reader, onDefect });
    expect(executions).toBe(2);
    expect(found.map(({ number }) => number)).toEqual([first]);
    const saved = found.flatMap(({ files }) => files.map((file) => existsSync(file.saved)));
    expect(saved).toEqual([true]);
    expect(found.map(told)).toEqual([["file", expect.stringMatching(/^the process ends with 3/)]]);
  });
});

describe("every promise can be broken, and is then missed", () => {
  const content = '{\n  "name": "a",\n  "version": "1.4.2"\n}\n';
  const file: Mutant = { path: "package.json", content, fixture: null, chain: [] };

  /** What is said of a reading of the manifest in which something is changed. */
  function faultsOf(change: (reading: Reading) => Partial<Reading>): string[] {
    const folder = temporaryFolder({ [file.path]: content });
    const reading = readFile(folder, file.path);
    return readingFaults(file, { ...reading, ...change(reading) });
  }
  const shifted = (by: number) => (reading: Reading) => ({
    occurrences: reading.occurrences.map((occurrence) => ({
      ...occurrence,
      span: { start: occurrence.span.start + by, end: occurrence.span.end + by },
    })),
  });

  test("a file that is read as it should be has no fault", () => {
    expect(faultsOf(() => ({}))).toEqual([]);
  });

  test.each<[string, (reading: Reading) => Partial<Reading>, RegExp]>([
    ["a span one to the right", shifted(1), /slices to "\.4\.2\\""/],
    ["a span outside of the text", shifted(1000), /outside of the text/],
    ["a lost version", () => ({ occurrences: [] }), /^1\.4\.2 at \d+ is no occurrence/],
    ["an occurrence twice", ({ occurrences: [one] }) => ({ occurrences: one ? [one, one] : [] }), /overlap/],
    [
      "another path",
      ({ occurrences }) => ({ occurrences: occurrences.map((one) => ({ ...one, path: "x" })) }),
      /in x/,
    ],
    [
      "another place",
      ({ places }) => ({ places: places.map((place) => ({ ...place, column: 1 })) }),
      /does not stand/,
    ],
    [
      "a value elsewhere",
      ({ document }) => ({
        document: { ...document, scalars: document.scalars.map((scalar) => ({ ...scalar, value: "b" })) },
      }),
      /its content slices to/,
    ],
    [
      "a strange note",
      ({ document }) => ({ document: { ...document, format: "text", scalars: [], note: "x is undefined" } }),
      /strange note/,
    ],
    ["a text taken for binary", () => ({ text: null, occurrences: [] }), /without a NUL/],
  ])("%s", (_, change, fault) => expect(faultsOf(change).join("\n")).toMatch(fault));

  test.each([
    ["a drawing", '<path d="M1.5.5,3 1.4.2 l2.3.4 1.4.2z"/>\n', []],
    ["half a drawing", "M1.5.5,3.25.5 1.4.2 2.5\n", ["1.4.2 at 14 is no occurrence"]],
    [
      "a list behind a letter",
      "m 1.4.1 to 1.4.3\n",
      ["1.4.1 at 2 is no occurrence", "1.4.3 at 11 is no occurrence"],
    ],
  ])("versions of %s that are left out", (_, text, faults) => {
    const reading = readFile(temporaryFolder({ "a.txt": text }), "a.txt");
    expect(lostVersions(text, { ...reading, occurrences: [] })).toEqual(faults);
  });

  const planted = async (read: ReadFile): Promise<string[]> =>
    openExaminer(temporaryFolder(), read).examine({ kind: "file", files: [file] });

  test("an error", async () => {
    const faults = await planted(() => {
      throw new TypeError("planted");
    });
    expect(faults).toEqual([expect.stringMatching(/^throws TypeError: planted/)]);
  });

  test("too much time", async () => {
    const faults = await planted((root, path) => {
      for (const start = process.cpuUsage(); secondsSince(start) < 2.5; );
      return readFile(root, path);
    });
    expect(faults).toEqual([expect.stringMatching(/^takes .* are allowed$/)]);
  });

  test("changes that do not give the text after", () => {
    const after = { ...file, content: content.replace("1.4.2", "1.4.3") };
    expect(changeFaults(file, after)).toEqual([]);
  });

  test.each([
    ["<a>", "a is never closed"],
    ["<a></b>", "b is closed"],
    ["<a/><a/>", "2 elements"],
    ['<a b="<"/>', "no tag"],
    ["<a>&b;</a>", "a reference"],
    ["<a>\u0001</a>", "a character"],
    ["<a>]]></a>", "the end of a section"],
    ["x<a/>", "text outside"],
  ])("XML that is none: %j", (body, fault) => {
    expect(xmlFault(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toContain(fault);
  });

  test("XML that is some", () => {
    const body = '<a b="&lt;" c=""><d/>&amp;&#10;</a>\n';
    expect(xmlFault(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)).toBeNull();
  });
});

test("the corpus has files of every kind", () => {
  const names = new Set(corpus.map(({ path }) => basename(path)));
  for (const name of ["package.json", "Cargo.toml", "pyproject.toml", "version-audit.toml"])
    expect(names).toContain(name);
  for (const name of ["Cargo.lock", "pnpm-lock.yaml", "package-lock.json", "yarn.lock", "uv.lock"])
    expect(names).toContain(name);
  const read = ecosystems.filter(({ matches }) => corpus.some(({ path }) => matches(path)));
  expect(read).toEqual(ecosystems);
  expect(corpus.length).toBeGreaterThan(200);
});
