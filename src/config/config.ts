import type { Note } from "../repository/repository.ts";
import type { Location } from "../repository/text/location.ts";
import type { ConfigFile, Couple, Frozen, Generated, Ignore, List, Product, Release } from "./schema.ts";

/** Where a table of the configuration comes from, so that a finding can point at it. */
export type Source =
  /** The user's own file: a dead path is an error. */
  | { readonly from: "file"; readonly location: Location }
  /** A preset of ours: a dead path is a note. */
  | { readonly from: "preset"; readonly preset: string }
  /** Found in the repository without being told, for example a release script. */
  | { readonly from: "recognised"; readonly why: string };

/** One entry of an array of tables together with its source. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}

/** The configuration in force: preset and file merged, everything filled in. */
export interface Config {
  /** The path of the configuration file, relative to the root or absolute when outside; null without one. */
  readonly file: string | null;
  readonly preset: string | null;
  readonly product: Product;
  readonly releases: readonly Sourced<Release>[];
  readonly generated: readonly Sourced<Generated>[];
  readonly couples: readonly Sourced<Couple>[];
  readonly lists: readonly Sourced<List>[];
  readonly frozen: readonly Sourced<Frozen>[];
  readonly ignores: readonly Sourced<Ignore>[];
  readonly severities: NonNullable<ConfigFile["rules"]>;
  /** What the configuration could not use here, for example a release script of the preset that is not there. */
  readonly notes: readonly Note[];
}
