import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { attack, forgetful, type Try, within } from "./try.ts";

const formats = ["json", "sarif", "junit", "github", "markdown"];

/** What git sets for a hook, and what a user may have set. */
const environments: Readonly<Record<string, Record<string, string>>> = {
  "the variables of a hook": {
    GIT_DIR: "/nowhere",
    GIT_WORK_TREE: "/nowhere",
    GIT_INDEX_FILE: "/nowhere/index",
    GIT_PREFIX: "x/",
  },
  "colours and another language": { FORCE_COLOR: "1", LANG: "de_DE.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  "another time and zone": { TZ: "Asia/Kathmandu", SOURCE_DATE_EPOCH: "1" },
};

/** The same input gives the same bytes in every format but text: no duration, no absolute path, no name of a folder. */
export const bytes: readonly Try[] = formats.flatMap((format) => [
  {
    group: "bytes",
    name: `${format} in another folder`,
    holds: () => compare(format, {}, true),
  },
  ...Object.entries(environments).map(([name, env]) => ({
    group: "bytes",
    name: `${format} under ${name}`,
    holds: () => compare(format, env, false),
  })),
]);

async function compare(format: string, env: Record<string, string>, moved: boolean): Promise<string | null> {
  const outputOf = (own: Record<string, string>, folder: string) =>
    within(inFolder(folder), async (top) => {
      const root = join(top, folder);
      mkdirSync(root, { recursive: true });
      execFileSync("git", ["init", "--quiet"], { cwd: root });
      const { stdout } = await attack(root, ["--format", format], own);
      const names = stdout.includes(top) || stdout.includes("folder-of-ours");
      return names ? `it names its folder:\n${stdout}` : stdout;
    });
  const one = await outputOf({}, "folder-of-ours");
  const two = await outputOf(env, moved ? "folder-of-ours/deep down" : "folder-of-ours");
  if (one.startsWith("it names")) return one;
  return one === two ? null : `differs:\n${one}\n${two}`;
}

function inFolder(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(forgetful).map(([path, text]) => [`${folder}/${path}`, text]));
}
