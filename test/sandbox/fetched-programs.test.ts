import { expect, test } from "vitest";
import { rehearseFiles, written } from "./rehearse-files.ts";

const bump = `import { execSync } from "node:child_process";\nexecSync("sh bump.sh 9.8.7");\n`;
const writes = `sed -i "s/1.0.0/$1/" app.cfg\n`;
const afterBump = async (script: string) =>
  written(
    await rehearseFiles({ "bump.mjs": bump, "bump.sh": script, "app.cfg": "version=1.0.0\n" }),
    "app.cfg",
  );

test.each([
  "npx -p mossgen mossgen generate\n",
  "npx --package=mossgen mossgen generate\n",
  "pnpm dlx mossgen\n",
  "bunx mossgen\n",
])("what a script writes after a program that is fetched counts for nothing: %s", async (fetched) => {
  expect(await afterBump(`${fetched}${writes}`)).not.toBe("version=9.8.7\n");
  expect(await afterBump(`${writes}${fetched}`)).toBe("version=9.8.7\n");
});

test("a program of the repository itself takes nothing away", async () => {
  expect(await afterBump(`npx mossgen\n${writes}`)).toBe("version=9.8.7\n");
});
