import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { forgetfulRepository, versionAudit } from "./command-line.ts";

/** A search that the engine makes in one go: it never comes to a point where it looks at the time. */
const script = `import { readFileSync } from "node:fs";
readFileSync(process.argv[2] + "a".repeat(1e7).concat("a".repeat(1e7)).indexOf("a".repeat(1e7) + "b"));
`;
const config =
  '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\ntimeoutSeconds = 1\n';

test.concurrent.each([
  "rehearse",
  "suggest",
])("%s ends a script that nothing can interrupt", async (command) => {
  const root = forgetfulRepository({ "scripts/release.mjs": script, "version-audit.toml": config });
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    const options = { cwd: root, timeout: 250_000 };
    execFile("sh", ["-c", `exec ${versionAudit} ${command} --quiet`], options, (error, _, stderr) =>
      resolve({ code: error?.code, stderr }),
    );
  });
  expect(stderr).toContain("the release script did not end in time, and could not be interrupted");
  expect(code).toBe(2);
});
