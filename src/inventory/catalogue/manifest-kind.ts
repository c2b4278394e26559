import type { Place } from "../../repository/documents/fields/field.ts";
import type { PackageType } from "../../repository/packages/package-type.ts";
import type { Grammar } from "../versions/own-version.ts";

/** A place of requirements. */
interface Requires {
  readonly version: Place;
  readonly name: readonly Place[];
  /** The ecosystem of what is asked for, where it is not that of the thing. */
  readonly subject?: PackageType;
}

/** A kind of file that holds the version of what it describes. */
export interface ManifestKind {
  /**
   * Which files: a name (`pom.xml`), an end behind the first or any later dot of a name (`*.gemspec`), or the end of a
   * path (`.claude-plugin/plugin.json`).
   */
  readonly files: readonly string[];
  /** What a file of that name must hold to be of this kind, where others are called so, too. */
  readonly holds?: string;
  readonly subject: PackageType;
  /** Where the version of the thing stands; every place counts. */
  readonly own: readonly Place[];
  /** True where only the first version is the thing's, and the others tell of former releases. */
  readonly firstOnly?: boolean;
  /** Where the name of the thing stands; the first place that has one counts. */
  readonly name: readonly Place[];
  /** What looks like a version and is none of the thing: formats, and the least versions of platforms. */
  readonly others?: readonly Place[];
  /** What the thing asks of others: requirements, and where the name of what they ask for stands. */
  readonly requires?: readonly Requires[];
  readonly grammar?: Grammar;
}
