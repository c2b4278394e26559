import { expect, test } from "vitest";
import { auditFixture } from "../rules/audit-fixture.ts";

const script = "scripts/release.mjs";
const build = 'execSync("npm run build");\n';

/** How sure the manifest counts as covered, why, and what the audit says of commands that it cannot follow. */
async function afterRelease(line: string) {
  const audit = await auditFixture("generator-order", { replace: [[script, build, `${build}${line}`]] });
  const manifest = audit.occurrences.find(({ path }) => path === "package.json");
  const notes = audit.notes.filter(({ message }) => message.includes("cannot be followed"));
  return { ...manifest, notes: notes.map(({ message }) => message) };
}

test("what declared generators start is theirs", async () => {
  expect(await afterRelease("")).toMatchObject({ verdict: "covered", certainty: "proved", notes: [] });
});

test("a command that cannot be followed takes the proof from what was written before it", async () => {
  expect(await afterRelease('execSync("acme-tool --undo");\n')).toMatchObject({
    verdict: "covered",
    certainty: "likely",
    reason: `${script}:7 writes it, and \`acme-tool --undo\`, which cannot be followed, comes after that`,
    notes: [
      "after its first write, cut starts what cannot be followed and may change files again: `acme-tool --undo`",
    ],
  });
});

test.each([
  "git -c alias.undo='checkout -- .' undo",
  "git --git-dir=.git --work-tree=. checkout -- .",
  "git frobnicate",
])("git is asked for something of which nobody knows what it does: %s", async (line) => {
  const { certainty, notes } = await afterRelease(`execSync(${JSON.stringify(line)});\n`);
  expect(certainty).toBe("likely");
  expect(notes).toEqual([expect.stringContaining("cannot be followed and may change files again")]);
});

test.each([
  "git push --follow-tags",
  "git -C . tag v1",
  "git checkout -b next",
  "git --version",
])("git leaves the files as they are: %s", async (line) => {
  expect(await afterRelease(`execSync(${JSON.stringify(line)});\n`)).toMatchObject({
    certainty: "proved",
    notes: [],
  });
});

test("a command that only tells of the release takes nothing", async () => {
  expect(await afterRelease('execSync("docker push pebble");\n')).toMatchObject({
    certainty: "proved",
    notes: [],
  });
});
