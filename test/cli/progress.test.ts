import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../config/temporary-repository.ts";
import { versionAudit } from "./command-line.ts";

/** What a terminal gets of a rehearsal by a command that takes so long. */
function terminal(seconds: number, ...options: string[]): string {
  const root = temporaryFolder({
    "package.json": '{ "name": "acme", "version": "1.4.2" }\n',
    "version-audit.toml": `[[release]]\nname = "cut"\ncommand = "sleep ${seconds}; echo {version} > VERSION"\n`,
  });
  const line = [versionAudit, "rehearse", "--engine", "command", "--output", "story.txt", ...options].join(
    " ",
  );
  const { stdout, status } = spawnSync(
    "script",
    ["--quiet", "--return", "--command", line, join(root, "typescript")],
    {
      cwd: root,
      env: { PATH: process.env["PATH"], HOME: root },
      encoding: "utf8",
    },
  );
  expect(status).toBe(0);
  return stdout;
}

test("a terminal is told what takes more than a second, and the line is taken away at the end", () => {
  expect(terminal(2)).toBe("\r\x1b[Krehearsing the release …\r\x1b[K");
});

test("what is quick or to be quiet says nothing", () => {
  expect(terminal(0)).toBe("");
  expect(terminal(2, "--quiet")).toBe("");
});

/** What standard error gets that is no terminal. */
function log(seconds: number, ...options: string[]): string {
  const root = temporaryFolder({
    "package.json": '{ "name": "acme", "version": "1.4.2" }\n',
    "version-audit.toml": `[[release]]\nname = "cut"\ncommand = "sleep ${seconds}; echo {version} > VERSION"\n`,
  });
  const line = `${versionAudit} rehearse --engine command --output story.txt ${options.join(" ")}`;
  const { stderr, status } = spawnSync("sh", ["-c", line], {
    cwd: root,
    env: { PATH: process.env["PATH"], HOME: root },
    encoding: "utf8",
  });
  expect(status).toBe(0);
  return stderr;
}

test("a log is told by a line of what takes long, without any control character", () => {
  expect(log(5)).toMatch(/^(?:[\w ]+ …\n)+$/);
  expect(log(5, "--quiet")).toBe("");
});
