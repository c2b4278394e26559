import type { Workspace } from "../../src/repository/packages/workspace.ts";

/** The workspace of a repository that defines nothing. */
export const nothingKnown: Workspace = {
  npm: [],
  crates: [],
  python: [],
  packages: [],
  crateAliases: new Map(),
  scopes: new Set(),
  resolutions: new Map(),
};
