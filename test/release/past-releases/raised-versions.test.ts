import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

async function stepOf(root: string): Promise<string> {
  const { current, target } = (await audit({ root, environment: committing })).release;
  return `${current} → ${target}`;
}

/** Three releases, each with a commit that raises the tree afterwards. */
function raisedAfter(filesAt: (version: string) => Files, mark: string): string {
  return repositoryOf([
    { files: filesAt("1.1.0"), tag: "v1.1.0" },
    { files: filesAt(`1.2.0${mark}`) },
    { files: filesAt("1.2.0"), tag: "v1.2.0" },
    { files: filesAt(`1.3.0${mark}`) },
    { files: filesAt("1.3.0"), tag: "v1.3.0" },
    { files: filesAt(`1.4.0${mark}`) },
  ]);
}

test("a variable of a shell without a name of a manifest tells the release on the way", async () => {
  const root = raisedAfter((version) => ({ "bin/mossy": `#!/bin/sh\nVERSION="${version}"\n` }), "-dev");
  expect(await stepOf(root)).toBe("1.4.0-dev → 1.4.0");
  expect(await verdictsOf(root)).toEqual(["bin/mossy:2 covered"]);
});

test("so does a constant of a source, a property in a folder and a version that is marked as of git", async () => {
  const source = raisedAfter(
    (version) => ({ "src/Mossy.php": `<?php\nclass Mossy {\n    const VERSION = '${version}';\n}\n` }),
    "-DEV",
  );
  expect(await stepOf(source)).toBe("1.4.0-DEV → 1.4.0");
  const property = raisedAfter(
    (version) => ({ "projects/gradle.properties": `org.gradle.daemon=true\nmossyVersion=${version}\n` }),
    "-Alpha1",
  );
  expect(await stepOf(property)).toBe("1.4.0-Alpha1 → 1.4.0");
  const git = raisedAfter(
    (version) => ({ "src/mossy.cc": `const char* kMossyVersion = "${version}";\n` }),
    ".git",
  );
  expect(await stepOf(git)).toBe("1.4.0.git → 1.4.0");
  expect(await verdictsOf(git)).toEqual(["src/mossy.cc:1 covered"]);
});

test("numbers that stand apart are one version, with what is marked behind them", async () => {
  const python = (version: string): Files => {
    const [, major, minor, patch, mark = ""] = /^(\d+)\.(\d+)\.(\d+)(.*)$/u.exec(version) ?? [];
    const numbers = `_version_major = ${major}\n_version_minor = ${minor}\n_version_patch = ${patch}`;
    return { "mossy/core/release.py": `${numbers}\n_version_extra = "${mark}"  # empty for a release\n` };
  };
  expect(await stepOf(raisedAfter(python, ".dev"))).toBe("1.4.0.dev → 1.4.0");
  const json = (version: string): Files => {
    const [, minor, mark] = /^1\.(\d+)\.0(?:-(.*))?$/u.exec(version) ?? [];
    const text = { Major: 1, Minor: Number(minor), Prerelease: mark ?? null, Assembly: null };
    return { "Build/parts.json": `${JSON.stringify(text, null, 2)}\n` };
  };
  expect(await stepOf(raisedAfter(json, "-beta1"))).toBe("1.4.0-beta1 → 1.4.0");
});

test("a version of two numbers that only past releases know is known to be covered", async () => {
  const at = (version: string): Files => ({ "mossy.sh": `#!/bin/sh\ndeclare -r VERSION="${version}"\n` });
  const root = repositoryOf([
    { files: at("3.0"), tag: "v3.0" },
    { files: at("3.1"), tag: "v3.1" },
    { files: at("3.2"), tag: "v3.2" },
    { files: at("3.3dev") },
  ]);
  expect(await stepOf(root)).toBe("3.3dev → 3.3");
  expect(await verdictsOf(root)).toEqual(["mossy.sh:2 covered"]);
});

test("what agreed with one release by chance, or stands in a text, tells nothing", async () => {
  const root = repositoryOf([
    { files: { "src/tool.sh": 'WILLOW="0.9.0"\n' }, tag: "v1.1.0" },
    { files: { "src/tool.sh": 'WILLOW="1.2.0"\n', "NOTES.md": "Now at 1.2.0.\n" }, tag: "v1.2.0" },
    { files: { "NOTES.md": "Now at 1.3.0.\n" }, tag: "v1.3.0" },
    { files: { "src/tool.sh": 'WILLOW="1.4.0-dev"\n', "NOTES.md": "Now at 1.4.0-dev.\n" } },
  ]);
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.1");
});
