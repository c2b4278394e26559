import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { committing as environment } from "../repository/files/git-environment.ts";
import { git } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { manifest, releasedRepository, writesManifest } from "./told.ts";

const files = {
  "package.json": manifest({ version: "1.2.0", scripts: { release: "node release.mjs" } }),
  "release.mjs": writesManifest,
};

async function saidOfTags(root: string): Promise<string[]> {
  const { notes } = await audit({ root, environment });
  return notes.flatMap(({ message }) => (message.includes("could not be asked") ? [message] : []));
}

test("a clone without tags is told that nothing could be asked of them", async () => {
  const root = releasedRepository({ tag: "v1.2.0", files });
  const clone = join(temporaryFolder(), "clone");
  git(root, "clone", "--quiet", "--no-tags", `file://${root}`, clone);
  expect(await saidOfTags(clone)).toEqual([
    expect.stringMatching(/^this clone has no tags, .*already-released.*tag-ahead.*git fetch --tags/),
  ]);
  git(clone, "fetch", "--quiet", "--tags");
  expect(await saidOfTags(clone)).toEqual([]);
});

test("a repository that nobody has cloned has the tags that there are", async () => {
  const root = releasedRepository({ tag: "v1.2.0", files });
  git(root, "tag", "--delete", "v1.2.0");
  expect(await saidOfTags(root)).toEqual([]);
});
