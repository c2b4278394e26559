import type { Audit } from "../findings/audit.ts";
import { auditSelection } from "../selection/audit-selection.ts";
import { checkedVersion } from "./checked-version.ts";
import { withProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import { selectionOf } from "./selection.ts";
import type { Settings } from "./settings.ts";

/** Makes the audit that a command is about, with its progress on standard error. */
export async function makeAudit(settings: Settings): Promise<Audit> {
  const target = settings.target === null ? {} : { target: checkedVersion(settings.target) };
  const options = { ...repositoryOptions(settings), ...selectionOf(settings), ...target };
  return withProgress(!settings.quiet, (onProgress) => auditSelection({ ...options, onProgress }));
}
