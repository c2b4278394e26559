import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastGlob from "fast-glob";
import { expect, test } from "vitest";
import { readTruth } from "./lumen.ts";

const fixture = join(import.meta.dirname, "../../fixtures/mini-monorepo");
const { current, tags, labels } = readTruth();

/** `path:line:column` and the version, the form in which places are compared. */
function place(label: { path: string; line: number; column: number; value: string }): string {
  return `${label.path}:${label.line}:${label.column} ${label.value}`;
}

/** Every place that holds one of the versions, wherever it stands in a file. */
function search(versions: readonly string[]): string[] {
  const pattern = new RegExp(
    `(?<![\\w.])(?:${versions.map((version) => version.replaceAll(".", "\\.")).join("|")})(?![\\w.]*\\d)`,
    "g",
  );
  return fastGlob.sync("**", { cwd: fixture, dot: true }).flatMap((path) => {
    const lines = readFileSync(join(fixture, path), "utf8").split("\n");
    return lines.flatMap((text, index) =>
      [...text.matchAll(pattern)].map((match) =>
        place({ path, line: index + 1, column: match.index + 1, value: match[0] }),
      ),
    );
  });
}

test("every label stands where it says", () => {
  for (const label of labels) {
    const line = readFileSync(join(fixture, label.path), "utf8").split("\n")[label.line - 1] ?? "";
    expect(line.slice(label.column - 1, label.column - 1 + label.value.length), place(label)).toBe(
      label.value,
    );
  }
});

test("no place is labelled twice", () => {
  expect(new Set(labels.map(place)).size).toBe(labels.length);
});

test("every string that is a release of the product has a label", () => {
  const releases = tags.map((tag) => tag.replace(/^v/, ""));
  expect(releases).toContain(current);
  const labelled = labels.filter(({ value }) => releases.includes(value));
  expect(search(releases).sort()).toEqual(labelled.map(place).sort());
});
