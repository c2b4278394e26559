import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const page = readFileSync(join(project, "docs/development.md"), "utf8");

/** What stands between backticks and is the path of a file or folder, without those of which a part is to be filled in. */
const paths = [...page.matchAll(/`([\w./-]+(?:\.(?:[cm]?[jt]s|json|md|toml)|\/))`/gu)].map(
  ([, path]) => path ?? "",
);

test("every file and folder that the page names is there", () => {
  const gone = paths.filter((path) => !["", "src"].some((base) => existsSync(join(project, base, path))));
  expect(gone).toEqual([]);
  expect(paths.length).toBeGreaterThan(80);
});
