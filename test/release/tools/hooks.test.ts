import * as v from "valibot";
import { expect, it } from "vitest";
import { releaseSchema } from "../../../src/config/schema.ts";
import { rehearseOne } from "../../../src/release/ways-to-release.ts";
import { documentCache } from "../../../src/repository/documents/document-cache.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { readWorkspace } from "../../../src/repository/packages/read-workspace.ts";
import { type Files, withFiles, written } from "../../sandbox/rehearse-files.ts";

/** Rehearses the release of a known tool from 1.0.0 to 9.8.7. */
async function rehearse(tool: string, scripts: Record<string, string>, files: Files = {}) {
  const manifest = { name: "solo", version: "1.0.0", scripts };
  const all = { "package.json": `${JSON.stringify(manifest, null, 2)}\n`, ...files };
  const rehearsal = await withFiles(all, (root) => {
    const repository = discover(root);
    const workspace = readWorkspace(repository, documentCache(repository));
    const release = v.parse(releaseSchema, { name: tool, tool });
    const bump = { current: "1.0.0", target: "9.8.7" };
    const stage = { config: {} as never, repository, workspace, engine: "sandbox", environment: {} } as const;
    return rehearseOne(release, bump, stage);
  });
  const asked = rehearsal.commands.map(({ command, answer }) => `${answer}: ${command}`);
  return { ...rehearsal, asked };
}

const npmRelease = { release: "npm version patch" };

it("a hook sees what the tool wrote, and writes with the line that is running", async () => {
  const sync = `const fs = require("fs");\nfs.writeFileSync("VERSION", require("../package.json").version);\n`;
  const rehearsal = await rehearse(
    "npm version",
    { ...npmRelease, version: "node scripts/sync.js && git add VERSION" },
    { "scripts/sync.js": sync, VERSION: "1.0.0" },
  );
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(written(rehearsal, "VERSION")).toBe("9.8.7");
  expect(rehearsal.writes.at(-1)?.origin).toMatchObject({ path: "scripts/sync.js", line: 2 });
  expect(rehearsal.modules).toEqual(["scripts/sync.js", "package.json"]);
});

it("a hook is started with the fields of the manifest, and through the scripts of the package", async () => {
  const rehearsal = await rehearse("npm version", {
    ...npmRelease,
    version: "npm run stamp",
    stamp: 'echo "v$npm_package_version" > stamp.txt',
  });
  expect(written(rehearsal, "stamp.txt")).toBe("v9.8.7\n");
  expect(rehearsal.writes.at(-1)?.origin).toMatchObject({ path: "package.json" });
});

it("the tool reads what a hook before it wrote", async () => {
  const rehearsal = await rehearse("npm version", {
    ...npmRelease,
    preversion: "sed -i 's/solo/duo/' package.json",
  });
  expect(written(rehearsal, "package.json")).toContain('"name": "duo",\n  "version": "9.8.7"');
});

it("a program that nobody knows is said, and what stands beside it is carried out", async () => {
  const rehearsal = await rehearse("npm version", {
    ...npmRelease,
    version: "stamper --all && echo $npm_package_version > after.txt",
  });
  expect(rehearsal.asked).toContain("not run: stamper --all");
  expect(written(rehearsal, "after.txt")).toBe("9.8.7\n");
});

it("a hook that cannot be followed to its end has done nothing, and the tool goes on", async () => {
  const rehearsal = await rehearse("npm version", {
    ...npmRelease,
    preversion: "echo half > half.txt && sed --sandbox --debug p package.json",
  });
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(rehearsal.asked).toContain("not run: echo half > half.txt && sed --sandbox --debug p package.json");
  expect(written(rehearsal, "half.txt")).toBeUndefined();
  expect(written(rehearsal, "package.json")).toContain('"version": "9.8.7"');
});

it("a hook that fails ends the release where the tool would end it", async () => {
  const rehearsal = await rehearse("npm version", { ...npmRelease, preversion: "false" });
  expect(rehearsal.outcome).toMatchObject({ ended: "stopped" });
  expect(rehearsal.writes).toEqual([]);
});

it("an updater of standard-version is run", async () => {
  const updater = `module.exports = { readVersion: (text) => text.trim(), writeVersion: (_, version) => "now " + version + "\\n" };\n`;
  const rehearsal = await rehearse(
    "standard-version",
    { release: "standard-version" },
    {
      ".versionrc.json": JSON.stringify({
        bumpFiles: [
          { filename: "package.json", type: "json" },
          { filename: "NOW", updater: "updater.js" },
        ],
      }),
      "updater.js": updater,
      NOW: "now 1.0.0\n",
    },
  );
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(written(rehearsal, "NOW")).toBe("now 9.8.7\n");
});
