import { lockfileBehind } from "../../../../src/rules/lockfile-behind.ts";
import { soFar } from "../../../judge/judged.ts";
import { told } from "../../fixture-copy.ts";

/** What the rule says of the lumen family with a lockfile, with the reason for the first of it. */
export function behind(
  files: Readonly<Record<string, string>>,
  commands: readonly string[] = [],
): (string | null)[] {
  const audit = soFar(files, { commands });
  return [...told(lockfileBehind, audit), lockfileBehind.check(audit)[0]?.why ?? null];
}

/** A lockfile of pnpm in which members ask for `@lumen/core`: the specifier and the version of each. */
export function pnpmLock(importers: Readonly<Record<string, readonly [string, string]>>): string {
  const entries = Object.entries(importers).map(
    ([folder, [specifier, version]]) =>
      `  ${folder}:\n    dependencies:\n      '@lumen/core':\n        specifier: ${specifier}\n        version: ${version}\n`,
  );
  return `lockfileVersion: '9.0'\nimporters:\n${entries.join("")}`;
}

/** A private package that asks for `@lumen/core`. */
export const asking = (name: string, spec: string) =>
  `{\n  "name": "${name}",\n  "private": true,\n  "dependencies": {\n    "@lumen/core": "${spec}"\n  }\n}\n`;
