import { type NamelessVersion, namelessVersions } from "../inventory/catalogue/defined-packages.ts";
import { compareVersions, isUnderDevelopment } from "../inventory/versions/compare.ts";
import type { Document } from "../repository/documents/document.ts";
import { isTestOrExample } from "../repository/files/test-or-example.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Repository } from "../repository/repository.ts";
import { historyOf } from "./released-versions.ts";

/** Deeper down lies what others made. */
const deepest = 3;
const source = /\.(?:go|rb)$/u;

/** What is known of a repository before its files are read. */
interface Opened {
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly documentOf: (path: string) => Document | null;
}

/**
 * The versions of manifests without a name that are of the repository: those in its root, `VERSION` or `gradle.properties`,
 * the module of a Python project that has no version in its manifest, and a source that holds what a tag has released.
 */
export function namelessClaims({ repository, workspace, documentOf }: Opened): NamelessVersion[] {
  const { released, latest } = historyOf(repository.git);
  const paths = repository.paths.filter((path) => depthOf(path) <= deepest && !isTestOrExample(path));
  const modules = moduleFolders(workspace);
  const isOurs = ({ path, subject, version }: NamelessVersion): boolean =>
    depthOf(path) === 0 ||
    (subject === "python" ? modules.has(folderName(path)) : source.test(path) && released.has(version));
  // What was on the way to a release that is out by now says nothing of what is current.
  const isOver = ({ version }: NamelessVersion): boolean =>
    latest !== null && isUnderDevelopment(version) && compareVersions(version, latest) < 0;
  return namelessVersions(paths, repository, documentOf).filter((each) => isOurs(each) && !isOver(each));
}

/** The names of the modules of the projects whose version stands in a module and not in the manifest. */
function moduleFolders({ python }: Workspace): ReadonlySet<string> {
  const dynamic = python.filter(({ version }) => version === null);
  return new Set(dynamic.map(({ name }) => name.toLowerCase().replace(/[-.]/gu, "_")));
}

function folderName(path: string): string {
  return path.split("/").at(-2)?.toLowerCase() ?? "";
}

function depthOf(path: string): number {
  return path.split("/").length - 1;
}
