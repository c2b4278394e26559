import { describe, expect, test } from "vitest";
import { ownField } from "../../../src/inventory/ecosystems/own-field.ts";
import { subjectName } from "../../../src/inventory/occurrence.ts";
import { parseDocument } from "../../../src/repository/documents/parse-document.ts";
import { nothingKnown } from "../nothing-known.ts";
import { readOccurrences } from "../read-occurrences.ts";
import { type Manifest, manifests } from "./manifests.ts";

/** Current, the release before it and one that is thirty releases old. */
const versions = ["2.31.1", "2.31.0", "2.1.0"];

function own({ path, text }: Manifest, version: string): string[] {
  const written = text(version);
  const file = { path, text: written, document: () => parseDocument(path, written) };
  return ownField
    .occurrences(file, nothingKnown)
    .filter(({ kind }) => kind === "manifest-version")
    .map(({ version: found, subject }) => `${subject === null ? "-" : subjectName(subject)} ${found}`);
}

test("there are sixty kinds and more", () => {
  expect(new Set(manifests.map(({ path }) => path)).size).toBeGreaterThanOrEqual(60);
});

describe.each(manifests)("$path", (manifest) => {
  test.each(versions)("holds its own version %s, and no other version for its own", (version) => {
    const subject = manifest.subject.endsWith(":-") ? "-" : manifest.subject;
    const expected = Array.from({ length: manifest.places ?? 1 }, () => `${subject} ${version}`);
    expect(own(manifest, version)).toEqual(expected);
  });
});

test("what a manifest asks for is a requirement, and its format is nobody's version", () => {
  const chart = manifests.find(({ path }) => path.endsWith("Chart.yaml"));
  expect(readOccurrences(ownField, "Chart.yaml", chart?.text("2.31.1") ?? "")).toEqual([
    "3:10 2.31.1 manifest-version helm:mossy",
    "4:14 2.31.1 manifest-version helm:mossy",
    "5:14 1.27.0 toolchain format:kubeVersion",
    "8:14 15.5.38 dependency helm:fern",
  ]);
});

test("a version in components is one occurrence with a value, and stands where its last number does", () => {
  const text =
    "#define MOSSY_VERSION_MAJOR 2\n#define MOSSY_VERSION_MINOR 31\n#define MOSSY_VERSION_PATCH 1\n";
  const file = { path: "version.h", text, document: () => parseDocument("version.h", text) };
  const [occurrence, ...others] = ownField.occurrences(file, nothingKnown);
  expect(others).toEqual([]);
  expect(occurrence?.version).toBe("2.31.1");
  expect(occurrence?.parts?.map(({ start, end }) => text.slice(start, end))).toEqual(["2", "31", "1"]);
  expect(occurrence?.span).toEqual(occurrence?.parts?.at(-1));
});
