import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { printed, rehearseFolder, withFiles } from "./rehearse-files.ts";

/** The folder in which lines are compared. */
const files = {
  "a.txt": "one\ntwo\nthree\n",
  "b.txt": "b",
  "sub/c.txt": "c\n",
  "full/x": "x",
  "version = 1": "",
};

interface Said {
  readonly status: number | null;
  readonly stdout: string;
}

/** Lines with what each says and how it ends. */
function shown(lines: readonly string[], said: readonly Said[]): string[] {
  return said.map(
    ({ status, stdout }, index) => `$ ${lines[index]}\n${stdout}(${status === 0 ? "done" : "failed"})`,
  );
}

/** What the sandbox makes of lines, one after the other, in one folder. */
export async function inSandbox(lines: readonly string[], shell: readonly string[]): Promise<string[]> {
  const script = `import { spawnSync } from "node:child_process";
const [program, ...options] = ${JSON.stringify(shell)};
for (const line of ${JSON.stringify(lines)}) {
  const { status, stdout } =
    program === undefined
      ? spawnSync(line, { shell: true, encoding: "utf8" })
      : spawnSync(program, [...options, line], { encoding: "utf8" });
  console.log(JSON.stringify({ status, stdout }));
}`;
  const rehearsed = await withFiles({ ...files, "bump.mjs": script }, (root) => rehearseFolder(root));
  expect(
    rehearsed.commands.flatMap(({ answer, command }) => (answer === "not run" ? [command] : [])),
  ).toEqual([]);
  const said = printed(rehearsed).trimEnd().split("\n");
  return shown(
    lines,
    said.map((line): Said => JSON.parse(line)),
  );
}

/** What a real shell makes of the same lines. */
export async function natively(
  lines: readonly string[],
  [program = "sh", ...options]: readonly string[],
): Promise<string[]> {
  return withFiles({ "home/.profile": "" }, (place) =>
    withFiles(files, (cwd) => {
      const env = { PATH: process.env["PATH"], HOME: join(place, "home") };
      return shown(
        lines,
        lines.map((line) => spawnSync(program, [...options, line], { cwd, encoding: "utf8", env })),
      );
    }),
  );
}
