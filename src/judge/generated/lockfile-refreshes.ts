import type { Command } from "../../release/rehearsal.ts";

/** One package manager: which of its commands write the lockfile, and what keeps them from it. */
interface Refresher {
  readonly lockfile: string;
  readonly commands: RegExp;
  readonly keeps: RegExp;
}

/**
 * From the manuals of the package managers: `cargo help check` and kin (`--locked`, `--frozen`), `pnpm help install`
 * (`--frozen-lockfile`), `npm help install` (`npm ci` never writes), `yarn install --immutable`, `bun install`.
 */
const refreshers: readonly Refresher[] = [
  {
    lockfile: "Cargo.lock",
    commands:
      /^cargo (?:\+\S+ )?(?:check|build|test|run|clippy|doc|update|generate-lockfile|metadata|fetch|c|b|t)\b/u,
    keeps: /\s--(?:locked|frozen)\b/u,
  },
  {
    lockfile: "pnpm-lock.yaml",
    commands: /^pnpm (?:-\S+ )*(?:i|install|update|up|add)\b/u,
    keeps: /\s--frozen-lockfile(?!=false)\b/u,
  },
  {
    lockfile: "package-lock.json",
    commands: /^npm (?:-\S+ )*(?:i|install|update|shrinkwrap)\b/u,
    keeps: /\s--no-package-lock\b|\s(?:-g|--global)\b/u,
  },
  {
    lockfile: "yarn.lock",
    commands: /^yarn(?: install| up| upgrade)?(?: -|$)/u,
    keeps: /\s--(?:immutable|frozen-lockfile)\b/u,
  },
  { lockfile: "bun.lock", commands: /^bun (?:i|install|update|add)\b/u, keeps: /\s--frozen-lockfile\b/u },
];

/** The lockfiles that the recorded commands refresh, each with the command: path to command line. */
export function lockfileRefreshes(commands: readonly Command[]): ReadonlyMap<string, string> {
  const refreshed = new Map<string, string>();
  for (const { command, cwd } of commands)
    for (const { lockfile, commands: writing, keeps } of refreshers)
      if (writing.test(command) && !keeps.test(command))
        refreshed.set(cwd === "" ? lockfile : `${cwd}/${lockfile}`, command);
  return refreshed;
}
