import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compiledCommand } from "../cli/compiled-command.ts";

/** One way to mislead the tool, and what must hold all the same. */
export interface Try {
  readonly group: string;
  readonly name: string;
  /** Gives what went wrong; null when it held. */
  readonly holds: () => Promise<string | null>;
}

/** What one process printed and how it ended; `code` is null for one that was ended because it took too long. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** No try is given more, in milliseconds: what runs longer hangs a gate. */
const patience = 90_000;

const entry = compiledCommand();

/** Runs the packed bundle as a user would. */
export function attack(
  root: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return start(process.execPath, [entry, ...args], root, { HOME: root, ...env });
}

/** Runs any program with nothing of the environment but the path. */
export function start(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  const options = {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    timeout: patience,
    maxBuffer: 256 * 1024 * 1024,
    encoding: "utf8" as const,
  };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ stdout, stderr, code });
    });
  });
}

/** Files of a repository by path. */
export type Files = Readonly<Record<string, string>>;

/** Writes files into a new folder, hands it over and removes it. */
export async function within<T>(files: Files, use: (root: string) => Promise<T>): Promise<T> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-attack-")));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** A release that writes one of two packages. */
export const forgetful: Files = {
  "package.json": '{\n  "name": "acme",\n  "version": "1.4.2",\n  "workspaces": ["packages/*"]\n}\n',
  "packages/web/package.json": '{\n  "name": "@acme/web",\n  "version": "1.4.2"\n}\n',
  "packages/api/package.json": '{\n  "name": "@acme/api",\n  "version": "1.4.2"\n}\n',
  "scripts/release.mjs": `import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2];
for (const path of ["package.json", "packages/web/package.json"]) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.version = version;
  writeFileSync(path, JSON.stringify(manifest, null, 2) + "\\n");
}
`,
};
