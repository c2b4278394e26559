import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import { type ReadAhead, startReadAhead } from "../../../src/repository/files/read-ahead.ts";
import { compiledPackage } from "../../cli/compiled-command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

let ahead: ReadAhead;
beforeEach(() => {
  ahead = startReadAhead(
    pathToFileURL(join(compiledPackage(), "dist/repository/files/read-ahead-worker.js")),
    count,
  );
});
afterEach(() => ahead.end());

/** Twice as much as is held ahead, so that what has been taken is overwritten. */
const count = 320;

function folderOfTexts(): string {
  const folder = temporaryFolder();
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${1000 + index}.txt`), `${index} `.repeat(index % 7 === 0 ? 0 : 12_000));
  writeFileSync(join(folder, "large.txt"), "large ".repeat(100_000));
  writeFileSync(join(folder, "binary.bin"), Buffer.of(1, 0, 2));
  writeFileSync(join(folder, "latin.txt"), Buffer.from("caf\u00e9 1.2.3", "latin1"));
  return folder;
}

/** Waits for the thread, of which an audit never waits. */
async function untilRead(index: number): Promise<Buffer> {
  for (;;) {
    const bytes = ahead.take(index);
    if (bytes !== null) return bytes;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test("what is read ahead is what is in the files, in whatever order they are asked for", async () => {
  const root = folderOfTexts();
  const repository = discover(root, { ahead });
  const plain = discover(root);
  await untilRead(40);
  expect(repository.read("1200.txt")).toBe(plain.read("1200.txt"));
  for (const path of repository.paths) {
    expect(repository.read(path), path).toBe(plain.read(path));
    expect(repository.read("1100.txt")).toBe(plain.read("1100.txt"));
  }
  expect(repository.notes).toEqual(plain.notes);
  expect(repository.notes).toHaveLength(1);
});

test("a thread that cannot be had costs nothing but time", async () => {
  const root = folderOfTexts();
  const none = startReadAhead(new URL("file:///nonexistent/read-ahead.js"), 0);
  const repository = discover(root, { ahead: none });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(repository.paths.every((path) => repository.read(path) === discover(root).read(path))).toBe(true);
  none.end();
});

test("the thread reads every file that is there, from the first to the last, and each is kept until it is passed", async () => {
  const root = folderOfTexts();
  const paths = discover(root).paths.filter((path) => path.startsWith("1"));
  const gone = 40;
  rmSync(join(root, paths[gone] ?? ""));
  ahead.begin(`${root}/`, paths);
  for (let index = 0; index < paths.length; index++) {
    // So far ahead that it counts as the question of somebody else.
    const later = index + 20 === gone ? gone + 1 : index + 20;
    if (later < paths.length) await untilRead(later);
    const text = index === gone ? undefined : `${index} `.repeat(index % 7 === 0 ? 0 : 12_000);
    expect(ahead.take(index)?.toString()).toBe(text);
    expect(ahead.take(index)?.toString()).toBe(text);
    expect(ahead.take(index - 1)).toBeNull();
  }
});
