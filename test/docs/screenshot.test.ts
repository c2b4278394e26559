import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../cli/command-line.ts";
import { type Checkout, checkOut, gitIn } from "../mini-monorepo/lumen.ts";
import { writeFiles } from "../repository/files/temporary-folder.ts";
import { terminalPicture } from "./terminal-picture.ts";

const project = join(import.meta.dirname, "../..");

/** The example repository on a branch that adds a package and an image of an earlier release. */
let lumen: Checkout;

beforeAll(() => {
  lumen = checkOut();
  gitIn(lumen, "checkout", "--quiet", "-b", "nova");
  writeFiles(lumen.root, {
    "integrations/nova/package.json": '{\n  "name": "@nova-labs/lumen",\n  "version": "1.4.2"\n}\n',
    "integrations/nova/Dockerfile": "FROM lumendev/engine:1.4.1\n",
  });
  gitIn(lumen, "add", "--all");
  gitIn(lumen, "commit", "--quiet", "--message", "add nova");
});

afterAll(() => rmSync(lumen.place, { recursive: true, force: true }));

test("the picture of the README is what the command prints, without the time it takes", async () => {
  const { stdout, code } = run(lumen.root, ["--since", "main", "--color", "always"]);
  expect(code).toBe(1);
  const printed = stdout.replace(/ in \d+\.\d s /, " ");
  const picture = terminalPicture("version-audit --since main", printed);
  await expect(picture).toMatchFileSnapshot(join(project, "docs/screenshot.svg"));
});

test("the README shows the picture", () => {
  expect(readFileSync(join(project, "README.md"), "utf8")).toContain("](docs/screenshot.svg)");
});

test("the picture keeps colours, blanks and every character of long lines", () => {
  const picture = terminalPicture("x", `\x1b[31m\x1b[1merr<or\x1b[22m\x1b[39m  ok\n${"a".repeat(150)}\n`);
  expect(picture).toContain('<tspan x="18.0" fill="#ff7b72" font-weight="bold">err&lt;or</tspan>');
  expect(picture).toContain(">  ok</tspan>");
  expect(picture.match(/a{38,112}/g)?.map(({ length }) => length)).toEqual([112, 38]);
  expect(() => terminalPicture("x", "\x1b[95mpink")).toThrow("95");
});
