import { expect, test } from "vitest";
import { mainFirst } from "../../../src/release/tools/main-train.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { withFiles } from "../../sandbox/rehearse-files.ts";

const train = (current: string, ...packages: readonly string[]) => ({
  ...{ name: packages[0] ?? "", current, packages, folders: [], tag: null },
});

/** The order of trains in a repository whose root package is called pebble. */
function ordered(...trains: readonly ReturnType<typeof train>[]): Promise<readonly string[]> {
  return withFiles({ "package.json": '{ "name": "pebble-monorepo" }\n' }, async (root) =>
    mainFirst(trains, discover(root)).map(({ name }) => name),
  );
}

test("the train that the repository is named after comes first, however large the others are", async () => {
  expect(await ordered(train("0.5.0", "pebble-core", "pebble-macros"), train("0.8.0", "pebble"))).toEqual([
    "pebble",
    "pebble-core",
  ]);
});

test("what was never released gives nothing its name, and then the largest is first", async () => {
  expect(
    await ordered(train("0.0.0", "pebble"), train("1.0.0", "moss"), train("2.0.0", "fern", "lichen")),
  ).toEqual(["fern", "pebble", "moss"]);
});

test("of trains that are alike in size those come first that stand where most of them do", async () => {
  expect(await ordered(train("1.0.1", "tests"), train("2.0.0", "moss"), train("2.0.0", "fern"))).toEqual([
    "moss",
    "fern",
    "tests",
  ]);
});
