import { expect, test } from "vitest";
import { type Files, printed, rehearseFiles } from "./rehearse-files.ts";

const tool = (name: string): string =>
  JSON.stringify({ name, scripts: { release: "node src/release.mjs", broken: "node none.mjs" } });

const files: Files = {
  "package.json": JSON.stringify({
    name: "mossy",
    workspaces: ["tools/*"],
    scripts: { own: "node own.mjs" },
  }),
  "pnpm-workspace.yaml": "packages:\n  - tools/*\n",
  "tools/release/package.json": tool("@mossy/release"),
  "tools/release/src/release.mjs":
    'import { basename } from "node:path";\nconsole.log(basename(process.cwd()), ...process.argv.slice(2));\n',
  "tools/other/package.json": tool("@mossy/other"),
};

test.each([
  ["pnpm --filter @mossy/release release 1.2.3 --tag beta", "release 1.2.3 --tag beta"],
  ["pnpm --filter=release run release --tag beta", "release --tag beta"],
  ["pnpm -F ./tools/release release", "release"],
  ["pnpm -C tools/release release a", "release a"],
  ["pnpm --filter release exec node src/release.mjs b", "release b"],
  ["npm run --silent release -w @mossy/release -- 1.2.3", "release 1.2.3"],
  ["npm --prefix tools/release run --silent release", "release"],
  ["yarn workspace @mossy/release release 1.2.3", "release 1.2.3"],
  ["yarn workspace @mossy/release run release", "release"],
  ["bun run --filter @mossy/release release", "release"],
])("%s runs the script of that package in its folder", async (line, said) => {
  const script = `import { execSync } from "node:child_process";\nexecSync(${JSON.stringify(line)}, { stdio: "inherit" });\n`;
  expect(printed(await rehearseFiles({ ...files, "bump.mjs": script }))).toBe(`${said}\n`);
});

test.each([
  "pnpm --filter './tools/*' release",
  "pnpm --filter none release",
  "pnpm --filter release publish",
  "yarn workspace none release",
])("%s names no script of one package, and is not run", async (line) => {
  const script = `import { execSync } from "node:child_process";\nexecSync(${JSON.stringify(line)}, { stdio: "inherit" });\n`;
  const { commands } = await rehearseFiles({ ...files, "bump.mjs": script });
  expect(commands.map(({ answer }) => answer)).toEqual(["not run"]);
});
