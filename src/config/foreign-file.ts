import { lstatSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { AuditError } from "../audit-error.ts";
import { pathInside } from "../repository/files/path-inside.ts";

/**
 * Refuses a file in the audited root that the audit would read or write for its user, such as the configuration, when it
 * is not one of the repository. The repository is not trusted: a link out of it would have a secret shown, or have
 * something overwritten, and what is no regular file can be read without end.
 * @param root absolute path of the audited root
 * @param file absolute, or relative to the root; what lies elsewhere has been chosen by the user and is not looked at,
 * and it need not be there
 * @throws AuditError for a link that leads out of the root or nowhere, and for what is no regular file
 */
export function refuseForeignFile(root: string, file: string): void {
  const absolute = resolve(root, file);
  const path = pathInside(root, absolute);
  if (path === null || lstatSync(absolute, { throwIfNoEntry: false }) === undefined) return;
  const isThere = statSync(absolute, { throwIfNoEntry: false })?.isFile() ?? false;
  if (isThere && pathInside(realpathSync(root), realpathSync(absolute)) !== null) return;
  throw new AuditError(`${path} is not a regular file of this repository`, {
    path,
    help: "Put the file itself there, and not a link to another place.",
  });
}
