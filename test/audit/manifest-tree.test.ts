import { expect, test } from "vitest";
import { manifests as allKinds } from "../inventory/catalogue/manifests.ts";
import { manifest, releasedRepository, told, writesManifest } from "./told.ts";

/** The file of a bumper decides how the tree is released, and does not fall behind what it releases. */
const manifests = allKinds.filter(({ path }) => path !== ".bumpversion.toml");

/** The releases of the product, the oldest first; all manifests hold one of them. */
const versions = Array.from({ length: 33 }, (_, index) => `2.${index + 1}.0`);
const newest = versions.length - 1;

/** How often the manifests moved with a release, which is enough to have a history. */
const moves = 2;

/** A repository whose release writes package.json alone, with manifests of all kinds that somebody gave up `ago` releases ago. */
function treeOf(ago: number): string {
  const releases = versions.map((version, index) => ({
    tag: `v${version}`,
    files: {
      "package.json": manifest({ name: "mossy", version }),
      "scripts/release.mjs": writesManifest,
      ...(index <= newest - ago && index > newest - ago - moves ? filesAt(version) : {}),
    },
  }));
  return releasedRepository(...releases);
}

function filesAt(version: string): Record<string, string> {
  return Object.fromEntries(manifests.map(({ path, text }) => [path, text(version)]));
}

/** The places of the version in all manifests: each path as often as it stands there as the product's own. */
const own = manifests.flatMap(({ path, places = 1 }) => Array.from({ length: places }, () => path)).sort();

test.each([
  ["current", 0, "stale-after-bump"],
  ["one release old", 1, "already-stale"],
  ["thirty releases old", 30, "already-stale"],
])("of more than sixty manifests that are %s every own field is reported, and nothing else", async (_, ago, rule) => {
  const { findings } = await told(treeOf(ago));
  const found = findings
    .map((line) => line.split(" "))
    .map(([, id, place = ""]) => [id, place.split(":")[0]]);
  expect(found.map(([, path]) => path).sort()).toEqual(own);
  expect(new Set(found.map(([id]) => id))).toEqual(new Set([rule]));
});
