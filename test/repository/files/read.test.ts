import { createHash } from "node:crypto";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AuditError } from "../../../src/audit-error.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { asOrdinaryUser, lock } from "./ordinary-user.ts";
import { type Files, temporaryFolder } from "./temporary-folder.ts";

function repositoryOf(files: Files) {
  const root = temporaryFolder(files);
  return { root, repository: discover(root) };
}

describe("read", () => {
  it.each([
    ["UTF-8", Buffer.from("v1.2.3 ü €\u{1F680}"), "v1.2.3 ü €\u{1F680}"],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFFv1.2.3"), "\uFEFFv1.2.3"],
    ["UTF-16, little-endian", Buffer.from("\uFEFFv1.2.3 ü", "utf16le"), "\uFEFFv1.2.3 ü"],
    ["UTF-16, big-endian", Buffer.from("\uFEFFv1.2.3 ü", "utf16le").swap16(), "\uFEFFv1.2.3 ü"],
    ["UTF-16 with half a character more", Buffer.from([0xfe, 0xff, 0, 0x31, 0]), "\uFEFF1"],
    ["an empty file", Buffer.alloc(0), ""],
    ["a NUL after the first 8 KiB", Buffer.from(`${"a".repeat(8192)}\0`), `${"a".repeat(8192)}\0`],
    ["more than one read", Buffer.from("ab€\n".repeat(200_000)), "ab€\n".repeat(200_000)],
  ])("reads %s", (_what, bytes, text) => {
    const { repository } = repositoryOf({ file: bytes });
    expect(repository.read("file")).toBe(text);
    expect(repository.notes).toEqual([]);
  });

  it.each([
    ["a NUL", Buffer.from("text\0")],
    ["a NUL at the end of the first 8 KiB", Buffer.from(`${"a".repeat(8191)}\0`)],
    ["a large picture", Buffer.concat([Buffer.from("\x89PNG\0"), Buffer.alloc(1_000_000, 7)])],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x31, 0, 0, 0])],
  ])("gives nothing, and says nothing, for %s", (_what, bytes) => {
    const { repository } = repositoryOf({ file: bytes });
    expect(repository.read("file")).toBeNull();
    expect(repository.notes).toEqual([]);
  });

  it("reads what is not UTF-8 with exact offsets, and says so once", () => {
    const bytes = Buffer.from("Größe 1.2.3\n", "latin1");
    const { repository } = repositoryOf({ "latin1.txt": bytes });
    const text = repository.read("latin1.txt");
    expect(text).toBe("Größe 1.2.3\n");
    expect(bytes.indexOf("1.2.3")).toBe(text?.indexOf("1.2.3"));
    repository.forget("latin1.txt");
    repository.read("latin1.txt");
    expect(repository.notes).toEqual([
      { path: "latin1.txt", message: "Is neither UTF-8 nor UTF-16, so it is read as Latin-1." },
    ]);
  });

  it("reads a file once, until it is released", () => {
    const { root, repository } = repositoryOf({ "a.txt": "one" });
    expect(repository.read("a.txt")).toBe("one");
    writeFileSync(join(root, "a.txt"), "two");
    expect(repository.read("a.txt")).toBe("one");
    repository.forget("a.txt");
    expect(repository.read("a.txt")).toBe("two");
  });

  it("notes a file that has vanished since it was listed", () => {
    const { root, repository } = repositoryOf({ "a.txt": "" });
    rmSync(join(root, "a.txt"));
    expect(repository.read("a.txt")).toBeNull();
    expect(repository.notes).toEqual([
      { path: "a.txt", message: "Could not be read: ENOENT: no such file or directory." },
    ]);
  });

  it("does not follow a file that has become a link", () => {
    const secret = join(temporaryFolder({ secret: "1.2.3" }), "secret");
    const { root, repository } = repositoryOf({ "a.txt": "" });
    rmSync(join(root, "a.txt"));
    symlinkSync(secret, join(root, "a.txt"));
    expect(repository.read("a.txt")).toBeNull();
    expect(repository.notes).toMatchObject([{ path: "a.txt" }]);
    expect(() => repository.bytes("a.txt")).toThrow(AuditError);
  });

  it("notes a file that it may not read", () => {
    const { root, repository } = repositoryOf({ "a.txt": "" });
    lock(join(root, "a.txt"));
    expect(asOrdinaryUser(() => repository.read("a.txt"))).toBeNull();
    expect(repository.notes).toEqual([
      { path: "a.txt", message: "Could not be read: EACCES: permission denied." },
    ]);
  });

  it("notes a text that no string can hold, and gives up early", () => {
    const { root, repository } = repositoryOf({ "huge.txt": "a".repeat(300_000) });
    truncateSync(join(root, "huge.txt"), 600 * 1024 * 1024);
    expect(repository.read("huge.txt")).toBeNull();
    expect(repository.notes).toEqual([{ path: "huge.txt", message: expect.stringContaining("16 MiB") }]);
  });

  it("refuses a path that was not discovered", () => {
    const { repository } = repositoryOf({ "a.txt": "", "node_modules/b.txt": "" });
    expect(repository.has("node_modules/b.txt")).toBe(false);
    expect(() => repository.read("node_modules/b.txt")).toThrow(AuditError);
    expect(() => repository.bytes("../outside")).toThrow(AuditError);
  });
});

describe("bytes, lines and locate", () => {
  it("gives the bytes as they are", () => {
    const content = createHash("sha512").update("x").digest();
    const { repository } = repositoryOf({ file: content });
    expect(Buffer.from(repository.bytes("file")).equals(content)).toBe(true);
  });

  it("locates a span", () => {
    const { repository } = repositoryOf({ "a.txt": "one\r\ntwo 1.2.3\n" });
    expect(repository.locate("a.txt", { start: 9, end: 14 })).toEqual({
      path: "a.txt",
      line: 2,
      column: 5,
      endLine: 2,
      endColumn: 10,
      lineText: "two 1.2.3",
    });
    expect(repository.lines("a.txt")).toBe(repository.lines("a.txt"));
  });

  it("has no lines of a binary file", () => {
    const { repository } = repositoryOf({ "a.png": "\0" });
    expect(() => repository.lines("a.png")).toThrow(AuditError);
  });
});
