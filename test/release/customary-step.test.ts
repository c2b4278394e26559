import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing } from "../repository/files/git-environment.ts";
import { repositoryOf, verdictsOf } from "./past-releases/repository-of.ts";

async function stepOf(root: string): Promise<string> {
  const { current, target } = (await audit({ root, environment: committing })).release;
  return `${current} → ${target}`;
}

/** A project of Python that is packaged for Debian as well. */
function packaged(version: string, debian: string) {
  return {
    files: {
      "pyproject.toml": `[project]\nname = "moss"\nversion = "${version}"\n`,
      "debian/changelog": `moss (${debian}) stable; urgency=medium\n\n  * New release.\n`,
    },
    tag: `v${version}`,
  };
}

test("where every minor begins with a preview, the next release is one, and Debian writes it with a tilde", async () => {
  const root = repositoryOf([
    packaged("1.1.0", "1.1.0"),
    packaged("1.2.0rc1", "1.2.0~rc1"),
    packaged("1.2.0", "1.2.0"),
    packaged("1.3.0rc1", "1.3.0~rc1"),
    packaged("1.3.0", "1.3.0"),
  ]);
  expect(await stepOf(root)).toBe("1.3.0 → 1.4.0rc1");
  expect(await verdictsOf(root)).toEqual(["debian/changelog:1 covered", "pyproject.toml:3 covered"]);
});

test("a patch among them shows that the next release may be one", async () => {
  const versions = ["1.1.0", "1.2.0rc1", "1.2.0", "1.2.1", "1.3.0rc1", "1.3.0"];
  const root = repositoryOf(versions.map((version) => packaged(version, version)));
  expect(await stepOf(root)).toBe("1.3.0 → 1.3.1");
});

test("tags of days lead to the release that they are built for", async () => {
  const at = (tag: string) => ({ files: { "notes.txt": `${tag.length}${tag.at(-1)}\n` }, tag });
  const days = ["v1.1.0", "v1.2.0", "v1.3.0-dev-20310712", "v1.3.0-dev-20310719"].map(at);
  expect(await stepOf(repositoryOf(days))).toBe("1.3.0-dev-20310719 → 1.3.0");
  expect(await stepOf(repositoryOf([...days, at("v1.3.0")]))).toBe("1.3.0 → 1.3.1");
  const held = repositoryOf([...days, { files: { VERSION: "1.3.0-dev-20310719\n" } }]);
  expect(await stepOf(held)).toBe("1.3.0-dev-20310719 → 1.3.0");
});

test("a tree that was raised to two numbers is released with as many as the others", async () => {
  const at = (version: string) => ({
    files: { "src/Version.php": `<?php\nreturn new VersionId('${version}', __DIR__);\n` },
  });
  const root = repositoryOf([
    at("1.1"),
    { ...at("1.1.0"), tag: "1.1.0" },
    { ...at("1.1.1"), tag: "1.1.1" },
    { ...at("1.1.2"), tag: "1.1.2" },
    at("1.2"),
    { files: { "notes.txt": "more\n" } },
  ]);
  expect(await stepOf(root)).toMatch(/^1\.2 → 1\.[23]/u);
});
