import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import type { Repository } from "../../../repository/repository.ts";
import { type Configuration, readConfiguration } from "../shared/configuration/configuration.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";

/** The version.json that the root or the largest part of a repository is built by. */
export interface VersionFile {
  readonly config: Configuration;
  /** As it is written: two or three numbers, and a stage. */
  readonly version: string;
  /** The numbers alone. */
  readonly numbers: string;
  /** The stage with its hyphen, `-beta.{height}`; empty for none. */
  readonly stage: string;
  /** The tag of a release, with `{version}`. */
  readonly tag: string;
}

/** Keys that only this tool knows, by https://github.com/dotnet/Nerdbank.GitVersioning/blob/main/docfx/docs/versionJson.md */
const keys = [
  ...["publicReleaseRefSpec", "versionHeightOffset", "nugetPackageVersion", "cloudBuild", "pathFilters"],
  ...["semVer1NumericIdentifierPadding", "gitCommitIdShortFixedLength", "gitCommitIdShortAutoMinimum"],
];
/** Where projects ask for the package or the command. */
const asking = /(?:^|\/)(?:Directory\.(?:Build|Packages)\.(?:props|targets)|dotnet-tools\.json)$/u;

/**
 * The version.json with a version of its own that lies nearest to the root; null where none is one of
 * Nerdbank.GitVersioning. Those that inherit take their version from it.
 */
export function versionFile(repository: Repository): VersionFile | null {
  const paths = repository.paths
    .filter((path) => /(?:^|\/)version\.json$/u.test(path) && !isTestOrExample(path))
    .sort((a, b) => a.split("/").length - b.split("/").length);
  for (const path of paths) {
    const config = readConfiguration(repository, path);
    const version = textOf(config?.value["version"]);
    const [, numbers, stage = ""] = /^(\d+\.\d+(?:\.\d+)?)(-[^+]+)?(?:\+.*)?$/u.exec(version ?? "") ?? [];
    if (config === null || version === null || numbers === undefined || !isOurs(repository, config)) continue;
    const tag = textOf(tableOf(config.value["release"])["tagName"]) ?? "v{version}";
    return { config, version, numbers, stage, tag };
  }
  return null;
}

/** Whether a released version is one of the line: `1.2.30` of `1.2`, and `1.2.30-beta` of `1.2-beta`. */
export function isOfLine(version: string, { numbers, stage }: VersionFile): boolean {
  const [base = "", ...stages] = (version.split("+", 1)[0] ?? "").split("-");
  const own = stages.length === 0 ? "" : `-${stages.join("-")}`;
  const [before = "", after] = stage.split("{height}");
  return (
    `${base}.`.startsWith(`${numbers}.`) && (after === undefined ? own === stage : own.startsWith(before))
  );
}

function isOurs(repository: Repository, { value }: Configuration): boolean {
  if (value["inherit"] === true) return false;
  if (textOf(value["$schema"])?.includes("GitVersioning") === true) return true;
  if (keys.some((key) => key in value)) return true;
  return repository.paths.some(
    (path) => asking.test(path) && /nerdbank\.gitversioning|"nbgv"/iu.test(repository.read(path) ?? ""),
  );
}
