import { writeFileSync } from "node:fs";
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
  return notes.flatMap(({ message }) => (/could not be asked|is not known/.test(message) ? [message] : []));
}

/** A repository whose history shows three releases. */
function releasedThrice(...initOptions: string[]): string {
  const root = temporaryFolder(files);
  git(root, "init", "--quiet", ...initOptions);
  for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
    writeFileSync(join(root, "package.json"), files["package.json"].replace("1.2.0", version));
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "--message", `release ${version}`);
    git(root, "tag", `v${version}`);
  }
  return root;
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

test("a clone without tags is told so, too, when nothing leads to where it comes from", async () => {
  const root = releasedThrice();
  const clone = join(temporaryFolder(), "clone");
  git(root, "clone", "--quiet", "--no-tags", `file://${root}`, clone);
  git(clone, "remote", "remove", "origin");
  expect(await saidOfTags(clone)).toEqual([
    expect.stringMatching(
      /^the history shows releases, and there is no tag of them, .*already-released.*tag-ahead.*git fetch --tags/,
    ),
  ]);
  expect(await saidOfTags(root)).toEqual([]);
});

test("a shallow clone with all tags is told that past releases are not seen", async () => {
  const root = releasedThrice();
  const clone = join(temporaryFolder(), "clone");
  git(root, "clone", "--quiet", "--depth", "1", `file://${root}`, clone);
  git(clone, "fetch", "--quiet", "--depth", "1", "--tags");
  expect(await saidOfTags(clone)).toEqual([
    "this clone is shallow, so what past releases wrote is not known: fetch the rest with `git fetch --unshallow`, or set `fetch-depth: 0` for actions/checkout",
  ]);
  git(clone, "fetch", "--quiet", "--unshallow");
  expect(await saidOfTags(clone)).toEqual([]);
});

test("past releases are read where objects are named by SHA-256", async () => {
  const { rehearsals } = await audit({ root: releasedThrice("--object-format=sha256"), environment });
  expect(rehearsals.flatMap(({ learned }) => learned?.releases.map(({ version }) => version) ?? [])).toEqual([
    "1.2.0",
    "1.1.0",
  ]);
});

test("an older git that knows no reftable leaves the repository unread, and that is said with what to do", async () => {
  const root = releasedThrice();
  git(root, "config", "core.repositoryformatversion", "1");
  // Whatever version of git runs the tests, none knows this one.
  git(root, "config", "extensions.refstorageOfTomorrow", "reftable");
  const { notes } = await audit({ root, environment });
  expect(notes.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /^Files were found without git, and no tag is known, because git gave no list: .*refstorage.*2\.45/,
    ),
  );
});
