/** Whose version an occurrence is. */
export type Ownership =
  /** A subject of the train: a release owes it the new version. */
  | {
      readonly owner: "train";
      /** Whether the place itself proves it, or its surroundings make it likely. */
      readonly certainty: "proved" | "likely";
      readonly because: string;
    }
  /** A former release of the train, of which the surroundings only speak. */
  | { readonly owner: "mentioned"; readonly because: string }
  /** A subject of this repository with a version line of its own; `version` is what its manifest holds. */
  | { readonly owner: "own-line"; readonly version: string | null; readonly because: string }
  /** Ours by name, but built in another repository. */
  | { readonly owner: "elsewhere"; readonly because: string }
  /** Somebody else's, or a number that nothing binds to a subject of ours. */
  | { readonly owner: "foreign"; readonly because: string };

export function train(certainty: "proved" | "likely", because: string): Ownership {
  return { owner: "train", certainty, because };
}

export function mentioned(because: string): Ownership {
  return { owner: "mentioned", because };
}

export function ownLine(version: string | null, because: string): Ownership {
  return { owner: "own-line", version, because };
}

export function elsewhere(because: string): Ownership {
  return { owner: "elsewhere", because };
}

export function foreign(because: string): Ownership {
  return { owner: "foreign", because };
}
