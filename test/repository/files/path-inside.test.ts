import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load-config.ts";
import { patch } from "../../../src/report/patch/patch.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { pathInside, shownPath } from "../../../src/repository/files/path-inside.ts";
import { readBaseline } from "../../../src/selection/baseline/read-baseline.ts";
import { environment } from "./git-environment.ts";
import { temporaryRepository } from "./git-repository.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test.each([
  ["a.toml", "a.toml"],
  ["/pebble/sub/a.toml", "sub/a.toml"],
  ["sub/../a.toml", "a.toml"],
  [".", ""],
  ["..x", "..x"],
  ["..x/a.toml", "..x/a.toml"],
  ["...", "..."],
  ["..", null],
  ["../pebble-else/a.toml", null],
  ["/pebbles", null],
])("%s lies in /pebble as %s", (file, path) => {
  expect(pathInside("/pebble", file)).toBe(path);
});

test("a file is shown from the root, or as an absolute path", () => {
  expect([shownPath("/pebble", "..x"), shownPath("/pebble", "../x")]).toEqual(["..x", "/x"]);
});

test("a configuration and a baseline whose names begin with two dots are files of the repository", () => {
  const root = temporaryFolder({
    "..audit.toml": '[[release]]\nname = "cut"\ncommand = "make release"\n',
  });
  const repository = discover(root, { environment });
  expect(loadConfig(repository, { file: "..audit.toml" }).file).toBe("..audit.toml");
  expect(() => readBaseline(root, "..none.json")).toThrow(expect.objectContaining({ path: "..none.json" }));
  mkdirSync(join(root, "..folder"));
  expect(() => readBaseline(root, "..folder")).toThrow("..folder is not a regular file of this repository");
});

test("a patch names a file of a root that begins with two dots from the top of the repository", () => {
  const top = temporaryRepository({ "..flint/a.txt": "a\n" });
  const repository = discover(join(top, "..flint"), { environment });
  expect(patch([{ path: "a.txt", before: "a\n", after: "b\n" }], repository)).toContain(
    "+++ b/..flint/a.txt\n",
  );
});
