import { posix } from "node:path";
import type { View } from "../../host/desk/answer.ts";
import type { ProgramCall, ProgramResult } from "../../host/desk/program.ts";
import { globDefaults, globOverlay } from "../../host/files/glob.ts";
import { viewOf } from "../../host/files/overlay-view.ts";
import { encodeUtf8 } from "../../host/files/text.ts";
import { resolveVirtual, toRepositoryPath, toVirtualPath } from "../../host/files/virtual-path.ts";
import { filterWorkspaces } from "./filter.ts";
import { npmJsonText } from "./json-text.ts";
import { type NpmProject, npmProject, npmWorkspaces } from "./project.ts";
import { readVersionLine, type VersionLine, type VersionSettings, versionSettings } from "./version-line.ts";
import { type Place, type Plan, planLock, planVersions } from "./version-plan.ts";
import { type NpmMember, nameOf } from "./workspaces.ts";

/** What the command asks of the call; it reads nothing but files and starts nothing. */
type VersionCall = Pick<ProgramCall, "args" | "cwd" | "overlay">;

/**
 * `npm version X` and `pnpm version X`, of the package around the current folder or of workspaces: it rewrites
 * package.json and the versions that a lockfile repeats, as npm 10 and 11 do in an installed tree. The commit and the tag
 * that it may make are not made, as with `git commit` itself. With lifecycle scripts, with a range that the new version
 * breaks, for which npm asks the registry, or with anything else to consider, it is not done at all.
 */
export function npmVersion(call: VersionCall): ProgramResult | null {
  const asked = readVersionLine(call.args);
  if (asked === null) return null;
  try {
    return setVersions(asked, call);
  } catch (error) {
    // A glob that could take forever.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A call whose project and settings are known. */
interface KnownCall {
  readonly asked: VersionLine;
  readonly call: VersionCall;
  readonly view: View;
  readonly project: NpmProject;
  readonly settings: VersionSettings;
}

function setVersions(asked: VersionLine, call: VersionCall): ProgramResult | null {
  const known = knownCall(asked, call);
  if (known === null) return null;
  const { project } = known;
  const isPlain = asked.workspaces !== true && asked.filters.length === 0 && project.startedIn === null;
  return isPlain ? setOwnVersion(known) : setWorkspaceVersions(known);
}

/** The call with the project that it is about; null where npm would look for another one, or for something else. */
function knownCall(asked: VersionLine, call: VersionCall): KnownCall | null {
  const view = viewWithoutLoops(call);
  const start = toRepositoryPath(resolveVirtual(call.cwd, asked.prefix ?? "."));
  const alone = asked.prefix !== null || asked.workspaces === false;
  const project = start === null ? null : npmProject(view, start, alone);
  if (project === null || (asked.prefix !== null && project.dir !== start)) return null;
  const settings = versionSettings(asked, view, project.dir);
  return settings === null ? null : { asked, call, view, project, settings };
}

/** Sets the version of the one package around the folder. */
function setOwnVersion({ asked, call, project, settings }: KnownCall): ProgramResult | null {
  const place = { name: null, dir: toVirtualPath(project.dir) };
  const plan = planVersions([place], asked.wanted, settings, call.overlay);
  return plan === null ? null : carriedOut(plan, call, "");
}

/** Sets the versions of workspaces, after which npm refreshes the lockfile. */
function setWorkspaceVersions({ asked, call, view, project, settings }: KnownCall): ProgramResult | null {
  const workspaces = npmWorkspaces(view, project.dir, project.content);
  const places = workspaces && placesOf(project, workspaces, { asked, settings, call });
  const plan = places && planVersions(places, asked.wanted, settings, call.overlay);
  if (workspaces === null || plan === null) return null;
  const updates = plan.failure === null && settings.updates;
  if (updates && settings.hasLock && !planLock(project, workspaces, plan, call.overlay)) return null;
  return carriedOut(plan, call, updates && !settings.isSilent ? "\nup to date in 1s\n" : "");
}

/** Writes what is planned. */
function carriedOut(plan: Plan, { overlay }: VersionCall, end: string): ProgramResult {
  // Every text is made before the first is written, so that one which cannot be made leaves all as it was.
  const texts = [...plan.written.values()].map((json) => [json.path, npmJsonText(json)] as const);
  for (const [path, text] of texts) overlay.writeFile(path, encodeUtf8(text));
  return { stdout: `${plan.printed}${end}`, stderr: "", exitCode: 0, ...(plan.failure ?? {}) };
}

/** Globs across folders do not follow links in npm either, and two links upwards would never end. */
function viewWithoutLoops({ overlay }: VersionCall): View {
  const view = viewOf(overlay);
  return {
    ...view,
    glob: (patterns, { cwd, ignore }) =>
      globOverlay(overlay, patterns, {
        ...globDefaults,
        cwd: toVirtualPath(cwd),
        ignore,
        followLinks: !patterns.some((pattern) => pattern.includes("**")),
      }).map((match) => posix.join(cwd, match)),
  };
}

/** The root where it is included, and the workspaces that are asked for; null when npm would find none. */
function placesOf(
  { startedIn, dir, content }: NpmProject,
  workspaces: readonly NpmMember[],
  {
    asked: { filters },
    settings: { withRoot },
    call: { cwd },
  }: { readonly asked: VersionLine; readonly settings: VersionSettings; readonly call: VersionCall },
): readonly Place[] | null {
  const root = toVirtualPath(dir);
  const pathOf = (member: NpmMember) => toVirtualPath(member.dir);
  const inside = startedIn === null ? workspaces : [startedIn];
  const chosen = filters.length === 0 ? inside : filterWorkspaces(workspaces, filters, { root, cwd, pathOf });
  const { name } = content;
  if (chosen === null || (withRoot && typeof name !== "string")) return null;
  const own = withRoot && typeof name === "string" ? [{ name, dir: root }] : [];
  const places = [...own, ...chosen.map((member) => ({ name: nameOf(member), dir: pathOf(member) }))];
  return places.length === 0 ? null : places;
}
