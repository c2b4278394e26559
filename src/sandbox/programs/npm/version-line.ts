import type { View } from "../../host/desk/answer.ts";
import { type CommandLine, readArguments } from "../command-line.ts";
import { npmrcSettings } from "./npmrc.ts";

const options = {
  flags: [
    ["--no-git-tag-version", "--git-tag-version", "--no-commit-hooks", "--sign-git-tag", "--no-sign-git-tag"],
    ["--no-git-checks", "--allow-same-version", "--ignore-scripts", "--no-save", "--silent", "--quiet"],
    ["--workspaces", "--no-workspaces", "--include-workspace-root", "--no-include-workspace-root"],
    ["--workspaces-update", "--no-workspaces-update"],
    ["--offline", "--prefer-offline", "--no-audit", "--no-fund", "--no-progress"],
  ].flat(),
  valued: ["--message", "--tag-version-prefix", "--preid", "--workspace", "--prefix", "--loglevel"],
  aliases: {
    "-m": "--message",
    "-w": "--workspace",
    "-ws": "--workspaces",
    "--ws": "--workspaces",
    "-iwr": "--include-workspace-root",
    "--iwr": "--include-workspace-root",
    "-C": "--prefix",
    "-s": "--silent",
    "-q": "--quiet",
    ...switches("git-tag-version", "workspaces", "include-workspace-root", "workspaces-update"),
    "--commit-hooks=false": "--no-commit-hooks",
    "--save=false": "--no-save",
    "--allow-same-version=true": "--allow-same-version",
    "--ignore-scripts=true": "--ignore-scripts",
  },
};

/** `--name=true` and `--name=false`, as npm reads them. */
function switches(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`--${name}=true`, `--${name}`],
      [`--${name}=false`, `--no-${name}`],
    ]),
  );
}

/** `npm version X` in its words, before the settings of the project are looked at. */
export interface VersionLine {
  readonly wanted: string;
  /** The values of `--workspace`. */
  readonly filters: readonly string[];
  /** Null when neither said yes nor no. */
  readonly workspaces: boolean | null;
  readonly prefix: string | null;
  readonly line: CommandLine;
}

/** What the command line and the .npmrc of the project say together. */
export interface VersionSettings {
  readonly tagPrefix: string;
  readonly preid: string | undefined;
  readonly allowsSame: boolean;
  readonly runsScripts: boolean;
  readonly withRoot: boolean;
  /** Whether the tree of packages, and with it the lockfile, is brought up to date. */
  readonly updates: boolean;
  readonly hasLock: boolean;
  readonly isSilent: boolean;
}

/** Null for another command, for an option that is not known, and for one that is said in two ways. */
export function readVersionLine(args: readonly string[]): VersionLine | null {
  const line = readArguments(args, options);
  const [subcommand, wanted, ...rest] = line?.operands ?? [];
  if (line === null || subcommand !== "version" || wanted === undefined || rest.length > 0) return null;
  const contradicts = options.flags.some((flag) => {
    const opposite = flag.startsWith("--no-") ? null : flag.replace("--", "--no-");
    return opposite !== null && line.options.has(flag) && line.options.has(opposite);
  });
  const filters = line.options.get("--workspace") ?? [];
  const workspaces = said(line, "workspaces");
  if (contradicts || (workspaces === false && filters.length > 0)) return null;
  return { wanted, filters, workspaces, prefix: line.options.get("--prefix")?.at(-1) ?? null, line };
}

function said({ options: given }: CommandLine, name: string): boolean | null {
  if (given.has(`--${name}`)) return true;
  return given.has(`--no-${name}`) ? false : null;
}

/** What a .npmrc may switch, with what holds where it does not. */
const switched = {
  "allow-same-version": false,
  "ignore-scripts": false,
  "include-workspace-root": false,
  "workspaces-update": true,
  "package-lock": true,
};
const texts = ["tag-version-prefix", "preid"];
/** What changes where npm works, or what it writes into a lockfile. */
const decisive = [
  "workspace",
  "workspaces",
  "save",
  "lockfile-version",
  "install-links",
  "dry-run",
  "global",
];

/** Null when the .npmrc in the folder says more than is followed here. */
export function versionSettings({ line }: VersionLine, view: View, dir: string): VersionSettings | null {
  const npmrc = npmrcSettings(view, dir, [...Object.keys(switched), ...texts, ...decisive]);
  if (npmrc === null || decisive.some((name) => npmrc.has(name))) return null;
  if (Object.keys(switched).some((name) => !["true", "false", undefined].includes(npmrc.get(name))))
    return null;
  const holds = (name: keyof typeof switched) => {
    const set = npmrc.get(name);
    return said(line, name) ?? (set === undefined ? switched[name] : set === "true");
  };
  const text = (name: string) => line.options.get(`--${name}`)?.at(-1) ?? npmrc.get(name);
  return {
    tagPrefix: text("tag-version-prefix") ?? "v",
    preid: text("preid"),
    allowsSame: holds("allow-same-version"),
    runsScripts: !holds("ignore-scripts"),
    withRoot: holds("include-workspace-root"),
    updates: holds("workspaces-update"),
    hasLock: holds("package-lock"),
    isSilent: line.options.has("--silent") || line.options.get("--loglevel")?.at(-1) === "silent",
  };
}
