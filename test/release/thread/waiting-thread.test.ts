import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { manifest, releasedRepository, writesManifest } from "../../audit/told.ts";
import { compiledPackage } from "../../cli/compiled-command.ts";

/** Makes two audits; the patience with the thread that waits between them is over just as the second one begins. */
const script = `
const start = globalThis.setTimeout;
const long = [];
globalThis.setTimeout = (call, milliseconds, ...rest) => {
  if (milliseconds === 30_000) long.push(call);
  return start(call, milliseconds, ...rest);
};
const [library, root] = process.argv.slice(1);
const { audit } = await import(library);
const environment = { PATH: process.env.PATH };
await audit({ root, environment });
for (const call of long.splice(0)) call();
const { rehearsals } = await audit({ root, environment });
console.log(rehearsals.map(({ outcome }) => outcome.ended).join());
`;

test("a thread that is being ended because nobody asked it is not asked any more", () => {
  const root = releasedRepository({
    tag: "v1.2.0",
    files: {
      "package.json": manifest({ version: "1.2.0", scripts: { release: "node release.mjs" } }),
      "release.mjs": writesManifest,
    },
  });
  const library = pathToFileURL(join(compiledPackage(), "dist/index.js")).href;
  const args = ["--input-type=module", "--eval", script, library, root];
  expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("completed\n");
});
