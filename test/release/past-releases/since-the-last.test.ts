import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

const versions = ["1.0.0", "1.1.0", "1.2.0"];

/** The manifest of a crate, and what else a release writes. */
function crate(version: string, more: Files = {}): Files {
  return { "Cargo.toml": `[package]\nname = "mossy"\nversion = "${version}"\n`, ...more };
}

async function findingsOf(root: string): Promise<string[]> {
  const { findings } = await audit({ root, environment: committing });
  return findings.map(({ rule, location: { path, line } }) => `${rule} ${path}:${line}`);
}

test("a place that came between the last two releases is written by the next one as by the last", async () => {
  const bazel = (version: string): Files => ({
    "MODULE.bazel": `module(\n    name = "mossy",\n    version = "${version}",\n)\n`,
  });
  const root = repositoryOf([
    { files: crate("1.0.0"), tag: "v1.0.0" },
    { files: crate("1.1.0"), tag: "v1.1.0" },
    { files: bazel("1.1.0") },
    { files: crate("1.2.0", bazel("1.2.0")), tag: "v1.2.0" },
  ]);
  expect(await verdictsOf(root)).toEqual(["Cargo.toml:3 covered", "MODULE.bazel:3 covered"]);
});

test("a line that the last release broke where a formatter does is the same place", async () => {
  const tree = (version: string, rest: string): Files =>
    crate(version, {
      "fuzz/Cargo.toml": `[package]\nname = "fuzz"\n\n[dependencies]\nmossy = { version = "${version}", path = "..", ${rest}\n`,
    });
  const root = repositoryOf([
    { files: tree("1.0.0", 'features = ["parser"] }'), tag: "v1.0.0" },
    { files: tree("1.1.0", 'features = ["parser"] }'), tag: "v1.1.0" },
    { files: tree("1.2.0", 'features = [\n  "parser",\n] }'), tag: "v1.2.0" },
  ]);
  expect(await verdictsOf(root)).toEqual(["Cargo.toml:3 covered", "fuzz/Cargo.toml:5 covered"]);
});

test("a file that was moved after the last release is written where it is now", async () => {
  const config = (version: string) => `# mossy ${version}\n`;
  const root = repositoryOf([
    ...versions.map((version) => ({
      files: crate(version, {
        "crates/tools/defaults/config.nu": config(version),
        "docs/config.nu": "# nothing\n",
      }),
      tag: `v${version}`,
    })),
    {
      files: {
        "crates/tools/defaults/config.nu": null,
        "crates/config/defaults/config.nu": config("1.2.0"),
      },
    },
  ]);
  expect(await verdictsOf(root)).toEqual([
    "Cargo.toml:3 covered",
    "crates/config/defaults/config.nu:1 covered",
  ]);
});

test("a requirement that came after the last release beside others that this wrote is no finding, and one that it left is", async () => {
  const members = ["fern", "moss", "reed"];
  const tree = (version: string, more = ""): Files => ({
    "Cargo.toml": `[workspace]\nmembers = ["crates/*"]\n\n[workspace.package]\nversion = "${version}"\n\n[workspace.dependencies]\n${members
      .map((name) => `mossy-${name} = { path = "crates/${name}", version = "${version}" }\n`)
      .join("")}${more}`,
    ...Object.fromEntries(
      [...members, "new", "late"].map((name) => [
        `crates/${name}/Cargo.toml`,
        `[package]\nname = "mossy-${name}"\nversion.workspace = true\n`,
      ]),
    ),
  });
  const late = (version: string) => `mossy-late = { path = "crates/late", version = "${version}" }\n`;
  const root = repositoryOf([
    { files: tree("1.0.0"), tag: "v1.0.0" },
    { files: tree("1.1.0"), tag: "v1.1.0" },
    { files: tree("1.1.0", late("1.1.0")) },
    { files: tree("1.2.0", late("1.1.0")), tag: "v1.2.0" },
    { files: tree("1.2.0", `${late("1.2.0")}mossy-new = { path = "crates/new", version = "1.2.0" }\n`) },
  ]);
  expect(await findingsOf(root)).toEqual(["stale-after-bump Cargo.toml:11"]);
});

test("components that stay at zero belong to the version that the last release composed", async () => {
  const header = ([major, minor, patch]: readonly number[], above = ""): Files => ({
    "mossy.h": `${above}#define MOSSY_VERSION_MAJOR ${major}\n#define MOSSY_VERSION_MINOR ${minor}\n#define MOSSY_VERSION_PATCH ${patch}\n`,
  });
  const tree = (parts: readonly number[]): Files => crate(parts.join("."), header(parts));
  const root = repositoryOf([
    { files: tree([1, 1, 0]), tag: "v1.1.0" },
    { files: tree([1, 2, 0]), tag: "v1.2.0" },
    { files: tree([1, 3, 0]), tag: "v1.3.0" },
    { files: header([1, 3, 0], "// The version.\n") },
  ]);
  expect(await findingsOf(root)).toEqual([]);
  const forgotten = repositoryOf([
    { files: crate("1.1.0", header([1, 1, 0])), tag: "v1.1.0" },
    { files: crate("1.2.0"), tag: "v1.2.0" },
    { files: crate("1.3.0"), tag: "v1.3.0" },
    { files: header([1, 3, 0]) },
  ]);
  expect(await findingsOf(forgotten)).toEqual(["stale-after-bump mossy.h:3"]);
});

test("what asks for a sibling is no place that declares the version of the repository", async () => {
  const tree = (core: string, helper: string): Files => ({
    "Cargo.toml": '[workspace]\nmembers = ["core", "alpha"]\n',
    "alpha/Cargo.toml": `[package]\nname = "alpha"\nversion = "0.1.0"\n\n[dependencies]\ncore = { path = "../core", version = "${helper}" }\n`,
    "core/Cargo.toml": `[package]\nname = "core"\nversion = "${core}"\n`,
  });
  const root = repositoryOf([
    { files: tree("1.0.0", "0.9.0"), tag: "v1.0.0" },
    { files: tree("1.1.0", "0.9.0"), tag: "v1.1.0" },
    { files: tree("1.2.0", "0.9.0"), tag: "v1.2.0" },
    { files: tree("1.2.0", "1.2.0") },
  ]);
  expect(await verdictsOf(root)).toContain("core/Cargo.toml:3 covered");
});

test("a manual page with its month, and a line with a date in its own spelling, are the same from release to release", async () => {
  const dates = ["March 2026", "May 2026", "July 2026"];
  const root = repositoryOf(
    versions.map((version, index) => ({
      files: crate(version, {
        "mossy.1": `.TH "MOSSY" "1" "${dates[index]}" "mossy ${version}" "User Commands"\n`,
        "man/mossyd.1": `.TH "mossyd" "1" "2026\\-0${index + 1}\\-11" "mossy ${version}" "Guide"\n`,
      }),
      tag: `v${version}`,
    })),
  );
  expect(await verdictsOf(root)).toEqual([
    "Cargo.toml:3 covered",
    "man/mossyd.1:1 covered",
    "mossy.1:1 covered",
  ]);
});

test("what a step of a tool that is not followed wrote each time is written again, and what the last left is not", async () => {
  const manifest = (name: string, fields: object) => JSON.stringify({ name, ...fields }, null, 2);
  const tree = (version: string, old: string): Files => ({
    "package.json": manifest("mossy", {
      version,
      scripts: { release: 'bumpp package.json -x "own-tool fill-templates"' },
    }),
    "starter/template/package.json": manifest("untitled", { dependencies: { mossy: `^${version}` } }),
    "starter/old/package.json": manifest("old", { private: true, version: old }),
  });
  const root = repositoryOf([
    { files: tree("1.0.0", "1.0.0"), tag: "v1.0.0" },
    { files: tree("1.1.0", "1.1.0"), tag: "v1.1.0" },
    { files: tree("1.2.0", "1.2.0"), tag: "v1.2.0" },
    { files: tree("1.3.0", "1.2.0"), tag: "v1.3.0" },
  ]);
  const { release } = await audit({ root, environment: committing });
  expect(release.how).toBe("bumpp and the last 3 releases");
  expect(await verdictsOf(root)).toEqual([
    "package.json:3 covered",
    "starter/template/package.json:4 covered",
  ]);
});

test("what is raised in a commit of its own, when the tree has the next version already, is not behind", async () => {
  const manual = (version: string): Files => ({
    "MANUAL.txt": `The agent of mossy (default "mossy/v${version}")\n`,
  });
  const root = repositoryOf([
    {
      files: { VERSION: "v1.0.0\n", ...manual("1.0.0"), "package.json": '{ "name": "mossy" }\n' },
      tag: "v1.0.0",
    },
    ...["1.1.0", "1.2.0", "1.3.0"].flatMap((version) => [
      { files: { VERSION: `v${version}\n` } },
      { files: manual(version), tag: `v${version}` },
    ]),
    { files: { VERSION: "v1.4.0\n" } },
  ]);
  expect(await verdictsOf(root)).toContain("VERSION:1 covered");
  expect(await findingsOf(root)).toEqual([]);
});

test("a last release that left the one place which former ones wrote is understood, and the place is behind", async () => {
  const tree = (version: string) => ({ "src/App.php": `<?php\nconst VERSION = '${version}';\n` });
  const root = repositoryOf([
    { files: tree("4.10.0"), tag: "4.10.0" },
    { files: tree("4.11.0"), tag: "4.11.0" },
    { files: tree("4.12.0"), tag: "4.12.0" },
    { files: { "composer.json": '{ "name": "fern/fern" }\n' }, tag: "4.13.0" },
  ]);
  const { findings, release } = await audit({ root, environment: committing });
  expect([release.current, release.how]).toEqual(["4.13.0", "a tag, which left what former releases wrote"]);
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}:${location.line}`)).toEqual([
    "already-stale src/App.php:2",
  ]);
});

test("a release that made thousands of pages again teaches what it wrote beside them", async () => {
  const states = ["1.0.0", "1.1.0", "1.2.0"].map((version) => {
    const pages = Array.from({ length: 3_001 }, (_, at) => [`site/${at}.html`, `<i>mossy ${version}</i>\n`]);
    const tree = { "src/setup.kt": `val mossy = "${version}"\n`, VERSION: `${version}\n` };
    return { files: { ...Object.fromEntries(pages), ...tree }, tag: `v${version}` };
  });
  const { rehearsals } = await audit({ root: repositoryOf(states), environment: committing });
  expect(rehearsals.flatMap(({ writes }) => writes).map(({ path }) => path)).toEqual([
    "VERSION",
    "src/setup.kt",
  ]);
});
