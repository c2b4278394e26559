import type { Diagnosis } from "../../findings/diagnosis/diagnosis.ts";
import { jsonText } from "../json-text.ts";
import { nextStep } from "./next-step.ts";

/** The version of the shape; it changes when a reader would have to. */
const schemaVersion = 1;

/** What was understood of a release, as one JSON document. */
export function doctorJson(diagnosis: Diagnosis): string {
  const { audit, obstacle, candidates, passedOver, missing } = diagnosis;
  const trains = audit?.trains ?? [];
  return jsonText({
    schemaVersion,
    release:
      audit === null
        ? null
        : {
            current: audit.release.current,
            target: audit.release.target,
            latestTag: audit.release.latestTag,
            entry: audit.release.entry,
            mechanism: audit.release.mechanism,
            how: audit.release.how,
            call: audit.release.call,
            certainties: audit.release.certainties,
          },
    obstacle: obstacle === null ? null : { message: obstacle.message, seen: obstacle.seen },
    candidates,
    passedOver,
    trains: trains.map(({ name, current, target, latestTag, folders, packages }) => ({
      name,
      current,
      target,
      latestTag,
      folders,
      packages,
    })),
    missing,
    do: nextStep(diagnosis),
  });
}
