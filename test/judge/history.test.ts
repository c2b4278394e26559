import { expect, test } from "vitest";
import { historyOf } from "../../src/release/released-versions.ts";

function history(...tags: string[]): { released: string[]; latest: string | null } {
  const git = { topLevel: "/", tags, head: null, branch: null, remote: null, shallow: false };
  const { released, latest } = historyOf(git);
  return { released: [...released], latest };
}

test("tags with and without a v are releases, others are not", () => {
  expect(
    history("v1.2.3", "1.3.0", "nightly", "v1.2", "x1.2.3", "1.2.3.4", "v01.2.3", "lumen-v9.9.9"),
  ).toEqual({
    released: ["1.2.3", "1.3.0"],
    latest: "1.3.0",
  });
});

test("tags of other numbers than three are releases where the repository counts so", () => {
  expect(history("v4.0", "4.5", "4.10").latest).toBe("4.10");
  expect(history("2026.4.1.2", "2026.4.1.10").latest).toBe("2026.4.1.10");
  expect(history("4.0", "4.0.1", "5.0").released).toEqual(["4.0.1", "5.0"]);
  expect(history("v1.8.0a1", "v1.8.0").latest).toBe("1.8.0");
  expect(history("release-1.2.3", "release-1.3.0", "docs-9.0.0").latest).toBe("1.3.0");
});

test("versions of which underscores join the numbers are read, also of previews, and a stable one is a release", () => {
  expect(history("rel_2_0_51", "rel_2_0_52", "rel_2_1_0b3")).toEqual({
    released: ["2.0.51", "2.0.52", "2.1.0b3"],
    latest: "2.0.52",
  });
  expect(history("release-2.1.11-stable", "release-2.1.12-stable", "release-2.2.1-alpha").latest).toBe(
    "2.1.12-stable",
  );
});

test("a few tags that somebody named after himself take nothing over where others are the custom", () => {
  const custom = Array.from({ length: 24 }, (_, minor) => `parent-1.${minor}.0`);
  expect(
    history("1.3.0", ...custom, "robin-5.0.0-alpha.1", "robin-5.0.0-alpha.2", "parent-5.1.0").latest,
  ).toBe("5.1.0");
});

test("tags of a package that go on where plain ones ended count with them, and those of other numbers do not", () => {
  const tags = ["4.7.4", "lamp@0.3.0", "4.7.5", "2.5.1", "lumen-desk@4.8.0", "lumen@4.8.0", "core@6.6.0"];
  expect(history(...tags, "lumen@4.8.1")).toEqual({
    released: ["4.7.4", "4.7.5", "2.5.1", "4.8.0", "4.8.1"],
    latest: "4.8.1",
  });
  expect(history("4.7.5", "lumen@4.7.6", "4.8.0").latest).toBe("4.8.0");
});

test("the latest is the newest that is no prerelease, as long as there is one", () => {
  expect(history("v1.10.0", "v1.9.0", "v2.0.0-rc.1").latest).toBe("1.10.0");
  expect(history("v2.0.0-rc.1", "v2.0.0-rc.10", "v2.0.0-rc.2").latest).toBe("2.0.0-rc.10");
});

test("tags of single packages count where no tag belongs to the whole", () => {
  expect(history("@acme/web@1.2.3", "api/v1.4.0-beta.1", "name-1.5.0", "api/v1.x").released).toEqual([
    "1.2.3",
    "1.4.0-beta.1",
  ]);
  expect(history("@acme/web@1.2.3", "v1.0.0").released).toEqual(["1.0.0"]);
});

test("of two customs the one that took over counts, and not one that goes on beside the other", () => {
  const later = ["lumen-2.0.0", "lumen-2.1.0", "lumen-2.2.0"];
  expect(history("1.0.0", "1.7.0", ...later).latest).toBe("2.2.0");
  expect(history("1.0.0", "2.1.5", ...later).latest).toBe("2.1.5");
  const former = ["1.0.0", "1.1.0", "1.2.0", "1.3.0"];
  expect(history(...former, "stone-1.9.0", "stone-1.0.1", ...later).latest).toBe("2.2.0");
  expect(history(...later, ...former).latest).toBe("1.3.0");
});

test("a custom is given up once tags of another form have long been made in its place", () => {
  const former = ["v3.0.0", "v3.1.0"];
  const later = Array.from({ length: 10 }, (_, minor) => `lumen/v3.${minor}.1`);
  expect(history(...former, ...later).latest).toBe("3.9.1");
  expect(history(...former, ...later.slice(1)).latest).toBe("3.1.0");
  expect(history(former[0] ?? "", ...later, former[1] ?? "").latest).toBe("3.1.0");
});

test("what a tag of another form names is not of the repository", () => {
  const git = {
    topLevel: "/",
    tags: ["v0.2.0", "chart-1.4.0"],
    head: null,
    branch: null,
    remote: null,
    shallow: false,
  };
  expect(historyOf(git)).toEqual({
    released: new Set(["0.2.0"]),
    latest: "0.2.0",
    elsewhere: new Set(["1.4.0"]),
  });
});

test("without git and without tags there is no history", () => {
  expect(historyOf(null)).toEqual({ released: new Set(), latest: null, elsewhere: new Set() });
  expect(history()).toEqual({ released: [], latest: null });
});

test("the tags of another product from which the repository was taken do not follow its own", () => {
  const taken = ["lamp-7_10", "lamp-7_11", "lamp-7_12", "lamp-7_13"];
  expect(history("lumen-1.1.0", ...taken, "v1.2.0", "v1.3.0", "v1.3.1").latest).toBe("1.3.1");
});
