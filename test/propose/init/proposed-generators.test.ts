import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { proposedGenerators } from "../../../src/propose/init/proposed-generators.ts";
import { environment } from "../../repository/files/git-environment.ts";
import { temporaryRepository } from "../../repository/files/git-repository.ts";

/** The tables that `init` proposes for a release that starts these commands, as `command: paths`. */
async function proposed(...commands: readonly string[]): Promise<string[]> {
  const root = temporaryRepository({
    "package.json": '{ "name": "flint", "version": "1.4.2" }\n',
    "Cargo.lock": "version = 4\n",
    "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
    "package-lock.json": '{ "lockfileVersion": 3, "packages": {} }\n',
    "release.mjs": `import { execSync } from "node:child_process";\n${commands.map((line) => `execSync(${JSON.stringify(line)});\n`).join("")}`,
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "release.mjs"\n',
  });
  const { rehearsals, repository } = await audit({ root, environment });
  return proposedGenerators(rehearsals, repository).map(({ by, paths }) => `${by}: ${paths.join(" ")}`);
}

test("a lockfile is proposed for each command that the judge believes to refresh it", async () => {
  const refreshing = [
    "cargo fetch",
    "cargo +nightly clippy",
    "pnpm -w install",
    "pnpm install --frozen-lockfile=false",
  ];
  expect(await proposed(...refreshing, "npm update")).toEqual([
    "cargo fetch: Cargo.lock",
    "cargo +nightly clippy: Cargo.lock",
    "pnpm -w install: pnpm-lock.yaml",
    "pnpm install --frozen-lockfile=false: pnpm-lock.yaml",
    "npm update: package-lock.json",
  ]);
});

test("and for none that it knows to leave the lockfile alone", async () => {
  expect(
    await proposed("cargo check --locked", "pnpm install --frozen-lockfile", "npm install --no-package-lock"),
  ).toEqual([]);
});
