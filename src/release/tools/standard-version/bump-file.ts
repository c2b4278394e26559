import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import type { StandardVersionSettings } from "./settings.ts";
import { type Updater, updaterOf } from "./updater.ts";

/** One file that is given the version. */
export interface BumpFile {
  readonly filename: string;
  /** A function, or what a module exports, as an expression of Node; null where the tool skips the file. */
  readonly updater: Updater | { readonly expression: string } | null;
  readonly origin: Origin;
  /** False for files that the tool tries by default, whether they are there or not. */
  readonly isDeclared: boolean;
}

const packageFiles = ["package.json", "bower.json", "manifest.json"];

/**
 * The files that hold the version, by their key: `packageFiles` to read it, `bumpFiles` to write it. Throws a ToolRefusal
 * for a list that a script computes.
 */
export function bumpFilesOf(
  settings: StandardVersionSettings,
  key: "packageFiles" | "bumpFiles",
): readonly BumpFile[] {
  const { options, config, prefix, origin } = settings;
  const given = options[key];
  if (given instanceof Computed)
    throw new ToolRefusal(`${key} is computed by the configuration`, originOf(settings, key));
  if (!Array.isArray(given)) {
    const own =
      key === "bumpFiles" ? [...packageFiles, "package-lock.json", "npm-shrinkwrap.json"] : packageFiles;
    return own.map((filename) => ({
      ...{ filename, origin, isDeclared: false },
      updater: updaterOf(filename, undefined),
    }));
  }
  return given.flatMap((entry: unknown, index) => {
    const place = config?.originOf(...prefix, key, index) ?? origin;
    const { filename, type, updater } =
      isObject(entry) && !(entry instanceof Computed)
        ? entry
        : { filename: entry, type: undefined, updater: undefined };
    if (typeof filename !== "string")
      throw new ToolRefusal(`an entry of ${key} is computed by the configuration`, place);
    return [
      {
        filename,
        origin: place,
        isDeclared: true,
        updater: meant(settings, [key, index], { filename, type, updater }),
      },
    ];
  });
}

function originOf({ config, prefix, origin }: StandardVersionSettings, key: string): Origin {
  return config?.originOf(...prefix, key) ?? origin;
}

function meant(
  { config }: StandardVersionSettings,
  [key, index]: readonly [string, number],
  {
    filename,
    type,
    updater,
  }: { readonly filename: string; readonly type: unknown; readonly updater: unknown },
): BumpFile["updater"] {
  if (typeof updater === "string")
    return { expression: `require(require("path").resolve(${JSON.stringify(updater)}))` };
  if (updater === undefined) return updaterOf(filename, type);
  return {
    expression: `require(require("path").resolve(${JSON.stringify(config?.path)})).${key}[${index}].updater`,
  };
}

/**
 * Gives one file the version. An updater of the repository is run in Node; where it was not, the release is refused, since
 * nobody knows what it writes.
 */
export async function bumpFile(host: ToolRelease, file: BumpFile, version: string): Promise<void> {
  const { filename, updater, origin, isDeclared } = file;
  const path = filename.replace(/^\.\//u, "");
  const text = host.read(path);
  const inert = (message: string) => {
    if (isDeclared) host.inert({ origin, message: `${filename} ${message}` });
  };
  if (text === null) return inert("is not there");
  if (updater === null) return inert("has no updater by its name, and is skipped");
  if (typeof updater === "function") {
    const written = updater(text, version);
    if (written === null) return inert("does not hold a version in the form of its updater");
    return host.write(path, written, origin);
  }
  const program = `const fs = require("fs"); fs.writeFileSync(${JSON.stringify(path)}, (${updater.expression}).writeVersion(fs.readFileSync(${JSON.stringify(path)}, "utf8"), ${JSON.stringify(version)}))`;
  const { exitCode } = await host.run(`node -e '${program}'`, { origin });
  if (exitCode !== 0 || host.read(path) === text)
    throw new ToolRefusal(`the updater of ${filename} is a script that could not be run`, origin);
}
