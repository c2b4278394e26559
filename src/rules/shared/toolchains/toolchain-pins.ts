import { basename } from "node:path/posix";
import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Occurrence } from "../../../inventory/occurrence.ts";
import { isTestData } from "../../../judge/purpose/historical-document.ts";
import type { Location } from "../../../repository/text/location.ts";
import { type Toolchain, toolchains } from "./toolchain.ts";

/** One place that asks for one version of a toolchain. */
export interface ToolchainPin {
  /** One to three numbers, as precise as the place is. */
  readonly version: string;
  readonly location: Location;
  /** True for a file or field that the toolchain itself obeys wherever somebody works, such as `rust-toolchain.toml`. */
  readonly obeyed: boolean;
}

/** Files that build, test or deploy something; only there do commands and variables choose a toolchain. */
const building =
  /(?:^|\/)(?:Docker|Container)file(?:\.[^/]*)?$|\.(?:docker|container)file$|\.sh$|(?:^|\/)(?:justfile|Makefile)$/i;

/** Places that are not built with the repository's own toolchain. */
const apart =
  /(?:^|\/)(?:__fixtures__|\.?dev(?:elopment|containers?)?|demos?|examples?|fixtures|templates?|third[_-]party|vendor)\//;

/** Pipelines try what they build with several versions of a toolchain, each in an image of its own. */
const pipelines =
  /^(?:\.github\/workflows|\.circleci|\.woodpecker)\/|(?:^|\/)\.(?:gitlab-ci|drone|travis|cirrus)\.ya?ml$/;

function isApart(path: string): boolean {
  return apart.test(path) || pipelines.test(path) || isTestData(path);
}

/** Every pin of every toolchain outside examples and fixtures, in the order of paths and places. */
export function toolchainPins(audit: AuditSoFar): ReadonlyMap<Toolchain, readonly ToolchainPin[]> {
  const asked = new Map(toolchains.map((toolchain) => [toolchain, new Map<string, ToolchainPin>()]));
  const add = (toolchain: Toolchain, pin: ToolchainPin) =>
    asked.get(toolchain)?.set(`${pin.location.path}:${pin.location.line}:${pin.version}`, pin);
  const ofRoot = new Set(
    audit.occurrences
      .filter(({ kind, path }) => kind === "toolchain" && !path.includes("/"))
      .map(({ path }) => path),
  );
  for (const occurrence of audit.occurrences) {
    const { kind, verdict } = occurrence;
    if ((kind !== "image" && kind !== "toolchain") || verdict === "ignored") continue;
    const toolchain = toolchains.find((candidate) => isPin(occurrence, candidate));
    const version = /^\d+(?:\.\d+){0,2}$/.exec(occurrence.version)?.[0];
    if (toolchain === undefined || version === undefined || isApart(occurrence.path)) continue;
    // What one of several projects declares for itself, where the root declares nothing for all of them.
    const isOfOne = occurrence.keyPath !== null && occurrence.path.includes("/");
    if (isOfOne && !ofRoot.has(basename(occurrence.path))) continue;
    const location = audit.repository.locate(occurrence.path, occurrence.span);
    add(toolchain, { version, location, obeyed: kind === "toolchain" });
  }
  for (const path of audit.repository.paths) {
    if (!building.test(path) || isApart(path)) continue;
    for (const [toolchain, pin] of pinsIn(path, audit)) add(toolchain, pin);
  }
  return new Map([...asked].map(([toolchain, pins]) => [toolchain, [...pins.values()].sort(byPlace)]));
}

/** The keys under which a manifest or configuration chooses a version; `engines` and `rust-version` only allow some. */
const choosing: ReadonlySet<unknown> = new Set(["packageManager", "toolchain", "tools", "volta"]);

function isPin({ kind, subject, keyPath, text }: Occurrence, toolchain: Toolchain): boolean {
  if (kind === "image") {
    const name = subject?.name.replace(/^(?:docker\.io\/)?(?:library\/)?/, "");
    return name !== undefined && toolchain.images.includes(name);
  }
  if (kind !== "toolchain" || subject?.name !== toolchain.name) return false;
  return (keyPath === null || choosing.has(keyPath[0])) && /^v?\d/.test(text);
}

function pinsIn(path: string, { repository }: AuditSoFar): [Toolchain, ToolchainPin][] {
  const text = repository.read(path);
  if (text === null) return [];
  const pins: [Toolchain, ToolchainPin][] = [];
  const add = (toolchain: Toolchain, match: RegExpExecArray) => {
    const version = match[1] ?? "";
    const start = match.index + match[0].lastIndexOf(version);
    const location = repository.locate(path, { start, end: start + version.length });
    if (!/^\s*(?:#|\/\/)/.test(location.lineText))
      pins.push([toolchain, { version, location, obeyed: false }]);
  };
  for (const toolchain of toolchains) {
    for (const pattern of toolchain.asks) for (const match of text.matchAll(pattern)) add(toolchain, match);
  }
  return pins;
}

function byPlace({ location: a }: ToolchainPin, { location: b }: ToolchainPin): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
