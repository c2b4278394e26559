import type { Occurrence } from "../../inventory/occurrence.ts";
import { folderOf, within } from "../../repository/packages/path.ts";
import type { Evidence } from "../evidence.ts";
import { elsewhere, foreign, type Ownership, train } from "./ownership.ts";
import { crateOwner, isOfTrain, ownNpmOwner, pythonOwner } from "./package-owner.ts";

/** The page of a repository or of a package. */
const page = /(?:^|\/)readme[^/]{0,40}$/iu;

/** Where the page of a repository stands in other languages. */
const translated = /(?:^|\/)(?:i18n|l10n|locales?|translations?|docs|readme|[a-z]{2}(?:-[A-Za-z]{2,4})?)$/u;

const ofRepository = train("likely", "the page of the repository");

/** True for an address up to its version that is of a badge which says `version` and not of what. */
export function isVersionBadge(url: string): boolean {
  return /\bimg\.shields\.io\/badge\/(?:version|release)-v?$/iu.test(url);
}

/** Whose version such a badge shows: that of the package on whose page it stands, or of the repository on its own. */
export function badgeOwner({ path, version }: Occurrence, evidence: Evidence): Ownership {
  const folder = folderOf(path);
  const isTranslated = evidence.repository.has("README.md") && version === evidence.train.current;
  const isOfRepository = folder === "" || (isTranslated && translated.test(folder));
  const here = isOfRepository ? ofRepository : packageIn(folder, version, evidence);
  if (!page.test(path) || here === null) return foreign("a version badge that stands on no page of ours");
  if (here.owner !== "train") return here;
  return isOfTrain(version, evidence)
    ? train("likely", `a version badge on the page of ${folder === "" ? "the repository" : folder}`)
    : elsewhere(`a version badge, but ${version} was never a version of the train`);
}

/** Whose the version of the package in a folder is; null where none lives. */
function packageIn(folder: string, version: string, evidence: Evidence): Ownership | null {
  const pkg = evidence.npmByManifest.get(within(folder, "package.json"));
  if (pkg !== undefined) return ownNpmOwner(pkg.name, version, evidence);
  const crate = evidence.crateByManifest.get(within(folder, "Cargo.toml"));
  if (crate !== undefined) return crateOwner(crate.name, evidence);
  const manifest = within(folder, "pyproject.toml");
  const project = evidence.workspace.python.find((candidate) => candidate.manifest === manifest);
  return project === undefined ? null : pythonOwner(project.name, version, evidence);
}
