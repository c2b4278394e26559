import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatNames } from "../../src/report/format-names.ts";
import { versionAudit } from "../cli/command-line.ts";
import { temporaryFolder } from "../config/temporary-repository.ts";
import { configurationPage } from "./configuration-page.ts";

const project = join(import.meta.dirname, "../..");
const pages = [
  "README.md",
  ...readdirSync(join(project, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];
const read = (page: string) => readFileSync(join(project, page), "utf8");

test("the configuration reference is what the schema says", async () => {
  await expect(configurationPage()).toMatchFileSnapshot(join(project, "docs/configuration.md"));
});

test("the page about formats names every format", () => {
  const page = read("docs/output-formats.md");
  for (const name of formatNames) expect(page).toContain(`\`${name}\``);
});

/** The lines of the blocks that are marked `sh run`, without comments at their ends. */
const commands = pages.flatMap((page) =>
  [...read(page).matchAll(/```sh run\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block
      .split("\n")
      .map((line) => line.replace(/\s+#.*$/, "").trim())
      .filter((line) => line !== "")
      .map((line) => [page, line] as const),
  ),
);

describe("every command of the pages runs in the example repository", () => {
  test("there are some", () => expect(commands.length).toBeGreaterThan(5));

  test.each(commands)("%s: %s", (_page, line) => {
    const root = temporaryFolder({});
    cpSync(join(project, "fixtures/mini-monorepo"), root, { recursive: true });
    const bin = join(root, ".git/bin");
    for (const args of [
      ["init", "--quiet", "--initial-branch=main"],
      ["add", "--all"],
    ])
      execFileSync("git", args, { cwd: root });
    const identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...identity, "commit", "--quiet", "--message", "first"], { cwd: root });
    mkdirSync(bin);
    writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${versionAudit} "$@"\n`, { mode: 0o755 });
    const { status, stderr } = spawnSync("bash", ["-c", line], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: `${bin}:${process.env["PATH"]}`, HOME: bin },
    });
    expect(stderr).not.toContain("error:");
    // 0 and 1 are both answers of the gate; everything else is a command that does not work.
    expect([0, 1]).toContain(status);
  });
});
