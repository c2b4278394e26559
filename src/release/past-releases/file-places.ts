import type { Repository } from "../../repository/repository.ts";
import { type PlaceKey, placesAround } from "./moved-places.ts";
import { placesOf, type VersionPlace } from "./version-places.ts";

/** The places of versions in files of the work tree, each file and version sought once. */
export class FilePlaces {
  readonly #repository: Repository;
  readonly #texts = new Map<string, string>();
  readonly #places = new Map<string, ReadonlyMap<string, readonly VersionPlace[]>>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = this.#repository.read(path) ?? "";
    this.#texts.set(path, text);
    return text;
  }

  /**
   * Where a place of the past stands now, if it holds the version; null where it is not found. One whose neighbour has
   * changed is known by its line where no other reads the same, or none of those that are indented below the same lines.
   */
  find({ path, surroundings, line, outline, ordinal }: PlaceKey, version: string): VersionPlace | null {
    const name = `${version}\n${path}`;
    const places = this.#places.get(name) ?? placesAround(placesOf(this.text(path), version));
    this.#places.set(name, places);
    const known = places.get(surroundings)?.[ordinal];
    if (known !== undefined) return known;
    const alike = [...places.values()].flat().filter((place) => place.line === line);
    const below = alike.filter((place) => place.outline === outline);
    return (ordinal === 0 ? only(alike) : null) ?? only(below);
  }
}

function only<T>(items: readonly T[]): T | null {
  const [first, second] = items;
  return first === undefined || second !== undefined ? null : first;
}
