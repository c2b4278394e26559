import type { AuditError } from "../../audit-error.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Note, Repository } from "../../repository/repository.ts";
import { counted } from "../../repository/text/counted.ts";
import type { Missing } from "./diagnosis.ts";

/** What is looked at to find out what is missing. */
interface Known {
  readonly repository: Repository;
  readonly obstacle: AuditError | null;
  /** The rehearsals that verdicts follow of. */
  readonly judged: readonly Rehearsal[];
  /** The other rehearsals that were made. */
  readonly dropped: readonly Rehearsal[];
  /** About commands whose effect is not known. */
  readonly unknownEffects: readonly Note[];
}

/** What would tell more about the release than is known, the most important first. */
export function missingFor(known: Known): Missing[] {
  const { repository, obstacle, judged, dropped, unknownEffects } = known;
  return [
    ...judged.filter(({ outcome }) => outcome.ended !== "completed").flatMap(unfinished),
    // What a release lacks that was not taken matters only where none was.
    ...(obstacle === null ? [] : dropped.flatMap(unfinished)),
    ...(obstacle === null && isLearnedAlone(judged)
      ? dropped.filter(isStoppedScript).flatMap(unfinished)
      : []),
    ...cutOff(repository),
    ...(obstacle === null ? [] : [{ what: obstacle.message, help: obstacle.help }]),
    ...unrecorded(repository),
    ...unknownEffects.map(({ message }) => ({
      what: message,
      help: "name what they write as [[generated]], or say in [release.answers] what they print",
    })),
  ];
}

/** Where nothing but the past is known, a script that could not be run would tell more, such as one whose packages are not installed. */
function isLearnedAlone(judged: readonly Rehearsal[]): boolean {
  return judged.every(({ mechanism }) => mechanism === "history");
}

function isStoppedScript({ mechanism, outcome }: Rehearsal): boolean {
  return mechanism === "script" && outcome.ended === "stopped";
}

function unfinished({ outcome, entry, name, commands }: Rehearsal): Missing[] {
  const subject = entry === "" ? name : entry;
  if (outcome.ended === "completed") {
    const [first] = commands.filter(({ why }) => why !== null);
    if (first === undefined) return [];
    const what = `${subject} starts \`${first.command}\`, which could not be followed: ${first.why}`;
    return [{ what, help: "mend that, or name what it writes as [[generated]]" }];
  }
  const place = outcome.origin === null ? subject : `${outcome.origin.path}:${outcome.origin.line}`;
  if (outcome.ended === "stopped") {
    const where = place === subject ? "" : `, at ${place}`;
    const what = `${subject} could not be rehearsed to its end${where}: ${outcome.message}`;
    return [{ what, help: outcome.help }];
  }
  return [
    {
      what: `${subject} failed: ${outcome.message}`,
      help: `mend ${place}, or say in version-audit.toml how it is called`,
    },
  ];
}

/** What a clone lacks that its origin has. */
function cutOff({ git }: Repository): Missing[] {
  if (git === null || !git.shallow) return [];
  return [
    {
      what: `this clone is shallow, with ${counted(git.tags.length, "tag")}, so past releases are not seen`,
      help: "git fetch --unshallow --tags, or fetch-depth: 0 for actions/checkout",
    },
  ];
}

/** What git does not tell of this repository. */
function unrecorded({ git }: Repository): Missing[] {
  if (git === null)
    return [{ what: "no git: past releases and their tags are not known", help: "audit a clone" }];
  if (git.head === null)
    return [{ what: "no commit yet, so there are no past releases", help: "commit the files" }];
  if (git.tags.length > 0 || git.shallow) return [];
  return [
    {
      what: "no tags, so it is not known which versions were released",
      help: "git fetch --tags, if the releases are tagged at all",
    },
  ];
}
