import type { AuditSoFar } from "../findings/audit.ts";
import type { Finding, Result } from "../findings/finding.ts";
import { appliesTo, type ConfiguredIgnore, isAbout, isInForce } from "../judge/ignores.ts";
import type { IgnoreComment } from "../repository/documents/ignore-comment.ts";
import { nothingSilenced, type Rule, type Silenced } from "./rule.ts";

/** An ignore that leaves nothing out, so that its reason is about something that is gone. */
export const ignoreWithoutEffect: Rule = {
  id: "ignore-without-effect",
  summary: "an ignore that silences nothing",
  isAboutIgnores: true,
  check(audit, silenced = nothingSilenced) {
    const { configured, comments } = audit.evidence.ignores;
    return [
      ...configured.flatMap((entry) => configuredResult(entry, audit, silenced)),
      ...[...comments].flatMap(([path, own]) =>
        own.flatMap((comment) => commentResult(path, comment, audit, silenced)),
      ),
    ];
  },
};

/** A preset is made for several revisions of its repository, of which this one need not have every place. */
function configuredResult(
  entry: ConfiguredIgnore,
  { repository }: AuditSoFar,
  { missed, findings }: Silenced,
): Result[] {
  const { value, source, matches } = entry;
  if (source.from !== "file") return [];
  if (value.rule === undefined && missed.some((place) => appliesTo(entry, "", place))) return [];
  if (findings.some((finding) => placesOf(finding).some((place) => appliesTo(entry, finding.rule, place))))
    return [];
  const isDead = !repository.paths.some((path) => matches(path));
  const shown = JSON.stringify(value.path);
  return [
    {
      severity: isDead ? "error" : "warning",
      message: isDead
        ? `no file of the repository matches ${shown}, so nothing is ignored`
        : `ignoring ${value.pattern === undefined ? "" : `${JSON.stringify(value.pattern)} in `}${shown} silences nothing`,
      location: source.location,
      label: isDead ? "this path is dead" : "without this entry the report would be the same",
      related: [],
      why: `it was written because: ${value.reason}`,
      help: "remove the entry, or correct its path, pattern or rule",
      family: null,
    },
  ];
}

function commentResult(
  path: string,
  comment: IgnoreComment,
  { repository }: AuditSoFar,
  { missed, findings }: Silenced,
): Result[] {
  if (comment.reason === null) return [];
  const isUsed = [...missed, ...findings.flatMap(placesOf)].some(
    (place) => place.path === path && isAbout(comment, place.line),
  );
  if (isInForce(comment) && isUsed) return [];
  return [
    {
      severity: "warning",
      message:
        comment.flaw === null
          ? "this comment silences nothing"
          : `this comment ignores nothing: ${comment.flaw}`,
      location: repository.locate(path, comment.span),
      label: comment.flaw ?? "without it the report would be the same",
      related: [],
      why: `it was written because: ${comment.reason}`,
      help:
        comment.flaw === null
          ? "remove the comment, or put it on the line of the place or on the line above it"
          : "write `version-audit-ignore: reason` at the place, or `version-audit-ignore-file: reason` at the top of the file",
      family: null,
    },
  ];
}

/** A finding about several places is silenced in part by an ignore of any of them. */
function placesOf({ location, related }: Finding): Finding["location"][] {
  return [location, ...related];
}
