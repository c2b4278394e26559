import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing } from "../repository/files/git-environment.ts";
import { repositoryOf } from "./past-releases/repository-of.ts";

const pub = (name: string, version: string) => ({
  [`pkgs/${name}/pubspec.yaml`]: `name: ${name}\nversion: ${version}\n`,
});

test("a package with tags of its own has a train of its own before its next version is tagged", async () => {
  const root = repositoryOf([
    { files: { "package.json": '{ "name": "mossy", "private": true }\n', ...pub("fern", "3.0.2") } },
    { files: pub("mossy", "1.0.0"), tag: "mossy-v1.0.0" },
    { files: pub("lichen", "3.0.1"), tag: "lichen-v3.0.1" },
    { files: pub("lichen", "3.0.2"), tag: "lichen-v3.0.2" },
    { files: pub("mossy", "1.1.0"), tag: "mossy-v1.1.0" },
    { files: pub("mossy", "1.2.0-wip") },
    { files: pub("lichen", "3.0.3-wip") },
  ]);
  const { release, findings } = await audit({ root, environment: committing });
  expect(`${release.current} → ${release.target}, latest tag ${release.latestTag}`).toBe(
    "1.2.0-wip → 1.2.0, latest tag 1.1.0",
  );
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});
