import { spawnSync } from "node:child_process";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { compiledCommand } from "./compiled-command.ts";
import { keptCommand } from "./kept/kept-command.ts";

const entry = compiledCommand();

/** What one process printed and how it ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** The command that starts the command line in a process of its own, for a shell. */
export const versionAudit = `"${process.execPath}" "${entry}"`;

/** The command that has the kept process run the command line, for a shell. */
export function keptVersionAudit(): string {
  return keptCommand()
    .map((word) => `"${word}"`)
    .join(" ");
}

/** Runs the command line in the kept process, with nothing of the environment but the path. */
export function run(root: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const [program, ...first] = keptCommand();
  const { stdout, stderr, status } = spawnSync(program, [...first, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", HOME: root, VERSION_AUDIT_PROGRESS: "never", ...env },
    encoding: "utf8",
  });
  return { stdout, stderr, code: status };
}

/** A run as a reader sees it: the command, what it printed, and `exit code: n`. Times are taken out. */
export function transcript(root: string, args: readonly string[], env?: Record<string, string>): string {
  const { stdout, stderr, code } = run(root, args, env);
  const printed = (stdout + stderr).replaceAll(root, "<root>").replace(/ in \d+\.\d s /g, " in 0.0 s ");
  return `\`\`\`console\n$ ${["version-audit", ...args].join(" ")}\n${printed}\`\`\`\n\nexit code: ${code}\n`;
}

/** A small repository whose release script writes two places and forgets a third. */
export function forgetfulRepository(more: Readonly<Record<string, string>> = {}): string {
  return temporaryFolder({
    "package.json": '{\n  "name": "acme",\n  "version": "1.4.2",\n  "workspaces": ["packages/*"]\n}\n',
    "packages/web/package.json": '{\n  "name": "@acme/web",\n  "version": "1.4.2"\n}\n',
    "packages/api/package.json": '{\n  "name": "@acme/api",\n  "version": "1.4.2"\n}\n',
    "scripts/release.mjs": releaseScript,
    ...more,
  });
}

const releaseScript = `import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2];
for (const path of ["package.json", "packages/web/package.json"]) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.version = version;
  writeFileSync(path, JSON.stringify(manifest, null, 2) + "\\n");
}
`;
