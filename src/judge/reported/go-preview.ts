import type { Occurrence } from "../../inventory/occurrence.ts";
import { isOfLine, isOlder, isRelease } from "../../inventory/versions/compare.ts";
import type { Evidence } from "../evidence.ts";

/** True for a file that says what a Go module asks for: https://go.dev/ref/mod#go-mod-file */
export function isModuleFile(path: string): boolean {
  return /(?:^|\/)go\.mod$/u.test(path);
}

/** A commit, which Go writes as a version: https://go.dev/ref/mod#pseudo-versions */
const pseudoVersion = /\d{14}-[0-9a-f]{12}$/u;

/** What is taken from a folder or another module instead: https://go.dev/ref/mod#go-mod-file-replace */
const replacement = /^(?:replace)?\s{0,20}(\S{1,200})(?:\sv\S{1,100})?\s=>\s/u;

/**
 * True where a module still asks for a preview of the major version that was released since, and takes nothing else in its
 * place. It can only ask for what is out, and that has been out for a release at least.
 */
export function isLeftAtPreview({ path, version, subject }: Occurrence, evidence: Evidence): boolean {
  const { repository, train } = evidence;
  if (isRelease(version) || pseudoVersion.test(version)) return false;
  const isReleased = [...train.history.released].some(
    (each) => isRelease(each) && isOlder(version, each) && isOfLine(version, each, 1),
  );
  const lines = (repository.read(path) ?? "").split("\n");
  return isReleased && lines.every((line) => replacement.exec(line)?.[1] !== subject?.name);
}
