import { compareHeld } from "./held-version.ts";
import { ignoredBecause } from "./ignores.ts";
import { otherTrain } from "./other-trains.ts";
import type { PlaceInQuestion } from "./place-in-question.ts";
import { isKeptUp } from "./reported/spoken-of.ts";
import { likely, proved, type Ruling } from "./ruling.ts";
import type { Verdict } from "./verdict.ts";

/** What a question says of a place, and the verdict where it decides. */
interface Answer {
  readonly said: string;
  readonly ruling: Ruling | null;
}

/** One of the questions that lead to a verdict. */
export interface Question {
  readonly text: string;
  readonly ask: (place: PlaceInQuestion) => Answer;
}

/** The questions in their order; the first that decides gives the verdict, and the last always does. */
export const questions: readonly Question[] = [
  {
    text: "Does the configuration or a comment ignore it?",
    ask: ({ occurrence, evidence }) =>
      decisive("ignored", ignoredBecause(occurrence, evidence.ignores, evidence.repository)),
  },
  {
    text: "Does a rehearsal write the new version here?",
    ask({ occurrence, edit, evidence }) {
      if (edit === null) return no;
      const learned = evidence.learned.written(occurrence);
      if (learned !== null) return { said: learned, ruling: proved("covered", learned) };
      const written = `${edit.origin.path}:${edit.origin.line} writes it`;
      const after = evidence.unfollowedAfter(occurrence.path);
      const ruling =
        after === null
          ? proved("covered", written)
          : likely("covered", `${written}, and \`${after}\`, which cannot be followed, comes after that`);
      return { said: ruling.reason, ruling };
    },
  },
  {
    text: "Is it the version of another train?",
    ask({ occurrence, evidence }) {
      const other = otherTrain(occurrence, evidence);
      return other === null ? no : decisive(other.verdict, other.reason);
    },
  },
  {
    text: "Whose version is it?",
    ask({ ownership: { owner, because }, purpose }) {
      if (owner === "foreign" && purpose === null) return decisive("external", because);
      if (owner === "elsewhere" && purpose === null) return decisive("independent", because);
      return { said: because, ruling: null };
    },
  },
  {
    text: "Does it name a past version on purpose?",
    ask({ occurrence, evidence, ownership, purpose }) {
      const isMentioned = ownership.owner === "mentioned" && !isKeptUp(occurrence, evidence);
      return decisive("pinned", purpose ?? (isMentioned ? ownership.because : null));
    },
  },
  {
    text: "Is it written by a generator?",
    ask: ({ generator }) => ({ said: generator?.reason ?? no.said, ruling: null }),
  },
  {
    text: "What does it hold?",
    ask(place) {
      const ruling = compareHeld(place);
      return { said: ruling.reason, ruling };
    },
  },
];

const no: Answer = { said: "no", ruling: null };

/** The answer of a question that decides as soon as there is a reason. */
function decisive(verdict: Verdict, reason: string | null): Answer {
  return reason === null ? no : { said: reason, ruling: likely(verdict, reason) };
}
