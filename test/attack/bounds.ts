import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attack, forgetful, type Try, within } from "./try.ts";

const script = forgetful["scripts/release.mjs"] ?? "";
const config =
  '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\ntimeoutSeconds = 5\n';

/** What is put into the repository before it is audited. */
const heavy: Readonly<Record<string, (root: string) => void>> = {
  "a pipe for .gitignore": (root) => pipe(root, ".gitignore"),
  "a pipe for a manifest": (root) => pipe(root, "packages/api/package.json"),
  "a pipe for a lockfile": (root) => pipe(root, "package-lock.json"),
  "a pipe for the configuration": (root) => pipe(root, "version-audit.toml"),
  "a link to an endless device": (root) => symlinkSync("/dev/zero", join(root, "endless.json")),
  "a JSON file of 40 MB on one line": (root) =>
    writeFileSync(join(root, "big.json"), `[${'{"version":"1.4.2","name":"x"},'.repeat(1_300_000)}1]`),
  "a JSON string of 60 MB": (root) =>
    writeFileSync(join(root, "big.json"), `{"a":"${"1.4.2 ".repeat(10_000_000)}"}`),
  "arrays within arrays": (root) =>
    writeFileSync(join(root, "deep.json"), "[".repeat(200_000) + "]".repeat(200_000)),
  "a lockfile of a million lines": (root) =>
    writeFileSync(join(root, "yarn.lock"), '"x@1":\n  version "1.4.2"\n\n'.repeat(330_000)),
  "links that lead upwards and a glob": (root) => {
    for (const name of ["a", "b", "c"]) symlinkSync("..", join(root, "packages", name));
    release(root, 'import glob from "fast-glob"; glob.sync("**/*.json");\n');
    writeFileSync(
      join(root, "package.json"),
      '{ "name": "acme", "version": "1.4.2", "devDependencies": { "fast-glob": "*" } }\n',
    );
  },
  "globs with many stars": (root) =>
    release(
      root,
      'import { globSync } from "node:fs"; globSync("**/*".repeat(30)); globSync("*a".repeat(200));\n',
    ),
  "an endless loop": (root) => release(root, "for (;;);\n"),
  "a string that doubles": (root) => release(root, 'let x = "x"; for (;;) x += x;\n'),
  "copies that double": (root) =>
    release(
      root,
      'import { appendFileSync, readFileSync, writeFileSync } from "node:fs"; writeFileSync("x", "x"); for (;;) appendFileSync("x", readFileSync("x"));\n',
    ),
  "thousands of large writes": (root) =>
    release(
      root,
      'import { writeFileSync } from "node:fs"; const x = "x".repeat(1e6); for (let i = 0; i < 1e5; i++) writeFileSync("x" + i, x);\n',
    ),
  "sed that doubles": (root) =>
    release(
      root,
      'import { execSync } from "node:child_process"; import { writeFileSync } from "node:fs"; writeFileSync("x", "x\\n"); for (let i = 0; i < 60; i++) execSync("sed -i s/x/xx/g x");\n',
    ),
  "a pattern that takes exponential time": (root) => release(root, '/^(a+)+$/.test("a".repeat(60) + "b");\n'),
  "timers without an end": (root) => release(root, "setInterval(() => {}, 1);\n"),
};

/** Whatever a repository holds, a gate comes to an end. */
export const bounds: readonly Try[] = Object.entries(heavy).map(([name, make]) => ({
  group: "bounds",
  name,
  holds: () =>
    within({ ...forgetful, "version-audit.toml": config }, async (root) => {
      execFileSync("git", ["init", "--quiet"], { cwd: root });
      make(root);
      const { code, stderr } = await attack(root, ["--quiet"]);
      if (code === null) return "it did not end in time";
      return [0, 1, 2].includes(code) && !stderr.includes("itself failed")
        ? null
        : `ended with ${code}\n${stderr}`;
    }),
}));

function pipe(root: string, name: string): void {
  rmSync(join(root, name), { force: true });
  execFileSync("mkfifo", [join(root, name)]);
}

function release(root: string, more: string): void {
  const imports = more.split("; ").filter((part) => part.startsWith("import "));
  const rest = more.split("; ").filter((part) => !part.startsWith("import "));
  const withoutOwn = imports.map((line) =>
    line
      .replace(/\bappendFileSync, readFileSync, writeFileSync\b/, "appendFileSync")
      .replace(/^import \{ writeFileSync \} from "node:fs"$/, ""),
  );
  writeFileSync(
    join(root, "scripts/release.mjs"),
    `${withoutOwn.join(";\n")};\n${script}\n${rest.join("; ")}`,
  );
}
