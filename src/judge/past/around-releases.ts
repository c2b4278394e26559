import type { Occurrence } from "../../inventory/occurrence.ts";
import { contentsAt } from "../../release/past-releases/file-history.ts";
import type { NamedRelease } from "../../release/past-releases/learned.ts";
import { decodeText } from "../../repository/files/decode.ts";
import type { Repository } from "../../repository/repository.ts";
import { nothingAbove, placeIn } from "./place-in.ts";

/**
 * True where the last release gave its components to a place that writes a version in parts.
 * @param releases newest first
 */
export function composedByLast(
  { path, parts = [] }: Pick<Occurrence, "path" | "parts">,
  [newest, before]: readonly NamedRelease[],
  repository: Repository,
): boolean {
  if (parts.length === 0 || newest === undefined || before === undefined) return false;
  const now = repository.read(path) ?? "";
  const composedAt = (commit: string): string | null => {
    const then = textAt(commit, path, repository);
    return then === null ? null : parts.map((part) => placeIn(then, now, part, nothingAbove) ?? "").join(".");
  };
  return composedAt(newest.commit) === newest.version && composedAt(`${newest.commit}^1`) === before.version;
}

/**
 * True for a place that after each of the last two releases held the one before, and was raised since.
 * @param releases newest first
 */
export function raisedLater(
  { path, span, version }: Pick<Occurrence, "path" | "span" | "version">,
  [newest, before, first]: readonly NamedRelease[],
  repository: Repository,
): boolean {
  if (newest === undefined || before === undefined || first === undefined) return false;
  if (version !== before.version) return false;
  const now = repository.read(path) ?? "";
  const heldAfter = (commit: string): string | null => {
    const then = textAt(commit, path, repository);
    return then === null ? null : placeIn(then, now, span);
  };
  return heldAfter(newest.commit) === before.version && heldAfter(before.commit) === first.version;
}

/** What a file held at a commit; null where it was not there or is not known. */
export function textAt(commit: string, path: string, repository: Repository): string | null {
  const [content] = contentsAt(repository, [{ commit, path }]);
  return content === null || content === undefined ? null : (decodeText(content)?.text ?? null);
}
