import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placeHistoryOf } from "../../src/judge/past/place-history.ts";
import { placeIn } from "../../src/judge/past/place-in.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

test("a place is found again by what stands around it, however the versions on its lines have moved", () => {
  const now = 'name = "lumen"\nversion = "2.4.0"\nname = "other"\nversion = "2.4.0"\n';
  const then = 'name = "other"\nversion = "1.0.0"\n\nname = "lumen"\nversion = "2.3.0"\n';
  const at = (start: number) => ({ start, end: start + 5 });
  expect(placeIn(then, now, at(now.indexOf("2.4.0")))).toBe("2.3.0");
  expect(placeIn(then, now, at(now.lastIndexOf("2.4.0")))).toBe("1.0.0");
  expect(placeIn("nothing\n", now, at(now.indexOf("2.4.0")))).toBeNull();
});

test("the commits of the tags tell which places move with releases, and which are raised after them", () => {
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const [version, before] of [
    ["1.0.0", "0.9.0"],
    ["1.1.0", "1.0.0"],
    ["1.2.0", "1.1.0"],
  ] as const) {
    writeFileSync(join(root, "moves"), `lumen ${version}\n`);
    writeFileSync(join(root, "lags"), `lumen ${before}\n`);
    writeFileSync(join(root, "stays"), "lumen 1.2.0\n");
    git("add", "-A");
    git("commit", "-q", "-m", version);
    git("tag", `v${version}`);
  }
  writeFileSync(join(root, "lags"), "lumen 1.2.0\n");
  const history = placeHistoryOf(discover(root, { environment: { PATH: process.env.PATH } }));
  const place = (path: string) => ({ path, span: { start: 6, end: 11 }, version: "1.2.0" });
  expect(["moves", "lags", "stays"].map((path) => history.moved(place(path)))).toEqual([true, false, false]);
  expect(["moves", "lags", "stays"].map((path) => history.lags(place(path), "1.2.0"))).toEqual([
    false,
    true,
    false,
  ]);
  expect(["lags", "stays"].map((path) => history.renewed(place(path)))).toEqual([true, false]);
  expect(["moves", "lags", "stays"].map((path) => history.wasElsewhere(place(path)))).toEqual([
    false,
    true,
    false,
  ]);
  expect(["moves", "stays"].map((path) => history.stoodAt(place(path), "1.1.0"))).toEqual([false, true]);
});

test("the commits of the tags tell which places came long after the version that they hold", () => {
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
    writeFileSync(join(root, "old"), "lumen 1.0.0\n");
    if (version === "1.1.0") writeFileSync(join(root, "late"), "lumen 1.0.0\n");
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", version);
    git("tag", `v${version}`);
  }
  writeFileSync(join(root, "new"), "lumen 1.0.0\n");
  const history = placeHistoryOf(discover(root, { environment: { PATH: process.env.PATH } }));
  const place = (path: string) => ({ path, span: { start: 6, end: 11 }, version: "1.0.0" });
  expect(["old", "late", "new"].map((path) => history.cameLater(place(path)))).toEqual([false, true, true]);
});

test("what past releases say of many places is read together, and says the same as for each alone", () => {
  const paths = Array.from({ length: 12 }, (_, index) => `place-${index}`);
  const root = temporaryFolder({});
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", ...args], { cwd: root, stdio: "pipe" });
  git("init", "-q");
  for (const version of ["1.0.0", "1.1.0"]) {
    for (const [index, path] of paths.entries())
      writeFileSync(join(root, path), `lumen ${index % 3 === 0 ? "1.1.0" : version}\n`);
    git("add", "-A");
    git("commit", "-q", "-m", version);
    git("tag", `v${version}`);
  }
  const asked = temporaryFolder({});
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const counting = `#!/bin/sh\ncase "$*" in *cat-file*) echo x >> '${asked}/readings';; esac\nexec ${real} "$@"\n`;
  writeFileSync(join(asked, "git"), counting, { mode: 0o755 });
  const environment = { PATH: `${asked}:${process.env.PATH}` };
  const readings = () => readFileSync(join(asked, "readings"), "utf8").trim().split("\n").length;
  const places = paths.map((path) => ({ path, span: { start: 6, end: 11 }, version: "1.1.0" }));
  const together = placeHistoryOf(discover(root, { environment }));
  const found = together.together(places, (place) => [place.path, together.moved(place)]);
  expect(readings()).toBe(1);
  const alone = placeHistoryOf(discover(root, { environment }));
  expect(found).toEqual(places.map((place) => [place.path, alone.moved(place)]));
  expect(found.filter(([, moved]) => moved === false)).toHaveLength(4);
  expect(readings()).toBe(1 + places.length);
});

test("an error of whoever asks for many places is not taken for a question", () => {
  const history = placeHistoryOf(discover(temporaryFolder({}), { environment: {} }));
  const fail = (): never => {
    throw new RangeError("mine");
  };
  expect(() => history.together([1], fail)).toThrow("mine");
});
