import type { Occurrence } from "../occurrence.ts";
import { type FoundVersion, versionAt } from "./requirement.ts";

/** `owner/name`, perhaps a path in that repository, and the reference. */
const action = /^([\w.-]+\/[\w.-]+)(?:\/[^@\s]*)?@(\S+)$/u;

/**
 * The version of a GitHub action or of a reusable workflow, from the value of `uses`: `owner/name@v4`, or the comment
 * behind a commit, `owner/name@<sha> # v4.1.1`. The subject is the repository, which is what has versions.
 * Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsuses
 * @param rest what follows the value on its line
 * @param offset where the value stands in the file
 */
export function actionVersion(value: string, rest: string, offset: number): Omit<Occurrence, "path"> | null {
  const [, name, reference] = action.exec(value) ?? [];
  if (name === undefined || reference === undefined) return null;
  const found =
    referenceVersion(reference, offset + value.length - reference.length) ??
    commentVersion(rest, offset + value.length);
  if (found === null) return null;
  const { version, at, text } = found;
  const subject = { type: "action", name } as const;
  return {
    span: { start: at, end: at + version.length },
    text,
    version,
    kind: "image",
    subject,
    keyPath: null,
  };
}

interface Reference extends FoundVersion {
  readonly text: string;
}

/** `v4`, `1.2.3`, `release/v1`; null for a branch and for a commit. */
function referenceVersion(reference: string, offset: number): Reference | null {
  const found = versionAt(reference, reference.lastIndexOf("/") + 1);
  const isCommit = /^[0-9a-f]{40}$/u.test(reference);
  if (found === null || isCommit || found.at + found.version.length !== reference.length) return null;
  return { version: found.version, at: offset + found.at, text: reference };
}

function commentVersion(rest: string, offset: number): Reference | null {
  const start = /^["']?[ \t]+#[ \t]*(?:tag[=:][ \t]*)?(?=v?\d)/u.exec(rest)?.[0].length;
  const found = start === undefined ? null : versionAt(rest, start);
  if (start === undefined || found === null) return null;
  const { version, at } = found;
  return { version, at: offset + at, text: rest.slice(start, at + version.length) };
}
