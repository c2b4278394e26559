import { agreementDefects } from "./defects/agreement.ts";
import { scriptDefects } from "./defects/bump-script.ts";
import { configurationDefects } from "./defects/configuration.ts";
import { generatorDefects } from "./defects/generators.ts";
import { historyDefects } from "./defects/history.ts";
import { listAndLockfileDefects } from "./defects/lists-and-lockfiles.ts";
import { missedPlaces } from "./defects/missed-places.ts";
import { rehearsalDefects } from "./defects/rehearsal.ts";
import { releaseToolDefects } from "./defects/release-tools.ts";
import { rewriteDefects } from "./defects/rewrites.ts";
import { sqliteDefects } from "./defects/sqlite.ts";
import { workspaceDefects } from "./defects/workspace.ts";
import type { Defect } from "./mutation.ts";

/** Every defect, in the order in which the table shows them. */
export const defects: readonly Defect[] = [
  ...missedPlaces,
  ...rehearsalDefects,
  ...scriptDefects,
  ...rewriteDefects,
  ...agreementDefects,
  ...sqliteDefects,
  ...listAndLockfileDefects,
  ...generatorDefects,
  ...workspaceDefects,
  ...historyDefects,
  ...releaseToolDefects,
  ...configurationDefects,
];
