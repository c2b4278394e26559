import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

const manifest = (version: string): Files => ({
  "package.json": `{\n  "name": "mossy",\n  "version": "${version}"\n}\n`,
});
const versions = ["1.0.0", "1.1.0", "1.2.0"];

test("a release is what its tool commits one after the other, documents, names and the manifests", async () => {
  const root = repositoryOf(
    versions.flatMap((version, at) => [
      { files: { "src/mossy.js": `// work ${at}\n` } },
      { files: { "docs/install.md": `curl -L https://example.com/mossy/download/v${version}/mossy.gz\n` } },
      { files: { "AUTHORS.md": `${at} authors\n` } },
      { files: manifest(version), tag: `v${version}` },
    ]),
  );
  const { occurrences } = await audit({ root, environment: committing });
  const [place] = occurrences.filter(({ path }) => path === "docs/install.md");
  expect(`${place?.verdict}: ${place?.reason}`).toMatch(/^covered: 2 of the last 2 releases wrote it/);
});

test("a formula that fetches a release by its checksum is written when that is out", async () => {
  const formula = (version: string, sum: string): Files => ({
    "Formula/mossy.rb": `class Mossy < Formula\n  version "${version}"\n  url "https://example.com/mossy.gz"\n  sha256 "${sum.repeat(64)}"\nend\n`,
  });
  const release = (at: number) => [
    { files: manifest(versions[at] ?? ""), tag: `v${versions[at]}` },
    { files: formula(versions[at] ?? "", `${at}`) },
  ];
  const script: Files = {
    "scripts/release.js":
      'const { readFileSync, writeFileSync } = require("node:fs");\nconst version = process.argv[2];\nconst text = readFileSync("package.json", "utf8");\nwriteFileSync("package.json", text.replace(/"version": ".*"/, "\\"version\\": \\"" + version + "\\""));\n',
  };
  const root = repositoryOf([
    { files: { ...script, ...formula("0.9.0", "9") } },
    ...versions.flatMap((_, at) => release(at)),
  ]);
  const { findings } = await audit({ root, environment: committing });
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(await verdictsOf(root)).toContain("Formula/mossy.rb:2 stale");
});
