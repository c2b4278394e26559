import { existsSync, lstatSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { AuditError } from "../audit-error.ts";

/**
 * Tells whether a file is there that the audit reads or writes for its user and that lies in the audited root, such as
 * the configuration. The repository is not trusted: a link out of it would have a secret shown, or have something
 * overwritten, and what is no regular file can be read without end.
 * @param root absolute path of the audited root
 * @param file absolute, or relative to the root; what lies elsewhere has been chosen by the user and is not looked at
 * @throws AuditError for a link that leads out of the root or nowhere, and for what is no regular file
 */
export function isOwnFile(root: string, file: string): boolean {
  const absolute = resolve(root, file);
  const path = relative(root, absolute);
  if (!isInside(path)) return existsSync(absolute);
  if (lstatSync(absolute, { throwIfNoEntry: false }) === undefined) return false;
  const isThere = statSync(absolute, { throwIfNoEntry: false })?.isFile() ?? false;
  if (isThere && isInside(relative(realpathSync(root), realpathSync(absolute)))) return true;
  throw new AuditError(`${path} is not a regular file of this repository`, {
    path,
    line: null,
    column: null,
    help: "Put the file itself there, and not a link to another place.",
  });
}

function isInside(path: string): boolean {
  return !(path === ".." || /^\.\.[\\/]/.test(path) || isAbsolute(path));
}
