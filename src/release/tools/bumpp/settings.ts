import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import type { ConfigFile } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** How bumpp is configured, and how it is called. */
export interface BumppSettings {
  /** Null where there is only a call. */
  readonly config: ConfigFile | null;
  /** What the file says, and over it what the command line says. */
  readonly options: JsonObject;
  readonly call: ProgramCall | null;
  readonly origin: Origin;
}

const endings = ["ts", "mts", "cts", "js", "mjs", "cjs", "json"];

/**
 * Reads `bump.config.*` in the root and the first call in a package script of the root, a workflow or a page; null without
 * any. https://github.com/antfu-collective/bumpp#readme and `src/config.ts` there
 */
export function readBumpp(repository: Repository): BumppSettings | null {
  const calls = [...programCalls(repository), ...documentedCalls(repository)];
  const call = calls.find(({ program, dir }) => program === "bumpp" && dir === "") ?? null;
  const path = endings.map((ending) => `bump.config.${ending}`).find((one) => repository.has(one));
  const config = path === undefined ? null : readConfig(repository, path);
  const origin = config?.originOf() ?? call?.origin;
  if (origin === undefined) return null;
  const own = isObject(config?.value) ? config.value : {};
  return { ...{ config, call, origin }, options: { ...own, ...optionsOf(call?.args ?? []) } };
}

/** Flags that are given a value, which for the first two may be left out. */
const optional: Readonly<Record<string, string>> = {
  ...{ "-c": "commit", "--commit": "commit", "-t": "tag", "--tag": "tag" },
};
const valued: Readonly<Record<string, string>> = {
  ...{ "-x": "execute", "--execute": "execute", "--preid": "preid", "--release": "release" },
  ...{ "--current-version": "currentVersion", "--configFilePath": "configFilePath" },
};
const switches: Readonly<Record<string, string>> = {
  ...{
    "-r": "recursive",
    "--recursive": "recursive",
    "--install": "install",
    "-p": "push",
    "--push": "push",
  },
  ...{ "-a": "all", "--all": "all", "--ignore-scripts": "ignoreScripts" },
};
const kinds =
  /^(?:prompt|next|conventional|(?:pre)?(?:major|minor|patch)|prerelease|conventional-prerelease)$|^v?\d{1,9}\.\d{1,9}\.\d|^\$/u;

/** `bumpp [release] [files] [flags]`; `--no-tag` says false. */
function optionsOf(args: readonly string[]): JsonObject {
  const options: Record<string, unknown> = {};
  const files: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    const [flag = "", given] = word.split(/=(.*)/su);
    const next = args[index + 1];
    const maybe = optional[flag];
    const named = valued[flag];
    if (flag.startsWith("--no-")) options[flag.slice("--no-".length)] = false;
    else if (maybe !== undefined) {
      const takes = given === undefined && next !== undefined && !next.startsWith("-");
      options[maybe] = given ?? (takes ? next : true);
      if (takes) index++;
    } else if (named !== undefined) {
      options[named] = given ?? next;
      if (given === undefined) index++;
    } else if (switches[flag] !== undefined) options[switches[flag]] = true;
    else if (!word.startsWith("-")) files.push(word);
  }
  const named = kinds.test(files[0] ?? "") ? files.slice(1) : files;
  return named.length > 0 ? { ...options, files: named } : options;
}
