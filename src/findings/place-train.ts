import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { trainAt } from "../release/trains.ts";
import type { AuditSoFar, TrainFacts } from "./audit.ts";

/**
 * The train to which a place belongs: the one whose version the release writes there, else the one whose package it
 * names or in whose folder it stands. Null for a place that no release owes anything.
 */
export function trainOfPlace(
  { owed, edit, subject, path }: JudgedOccurrence,
  { trains }: Pick<AuditSoFar, "trains">,
): TrainFacts | null {
  const [main] = trains;
  if (!owed || main === undefined) return null;
  const written = trains.find(({ sentinel }) => sentinel === edit?.target);
  return written ?? trainAt({ path, name: subject?.name ?? null }, trains) ?? main;
}

/** A text of the rehearsals as it is shown, with the version that each train arrives at where its sentinel stands. */
export function shownText(text: string, { trains, release }: Pick<AuditSoFar, "trains" | "release">): string {
  let shown = text.replaceAll(release.sentinel, release.target);
  for (const { sentinel, target } of trains.slice(1))
    if (target !== null && sentinel !== release.sentinel) shown = shown.replaceAll(sentinel, target);
  return shown;
}
