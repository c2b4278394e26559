import type { Origin } from "../../rehearsal.ts";
import type { Table } from "../shared/configuration/table.ts";

/** One package of the configuration, with the options that hold for it. */
export interface Component {
  /** The folder, `"."` for the root. */
  readonly path: string;
  /** The release type, `node` where none is named. */
  readonly type: string;
  /** What stands in its tag; `""` where none does. */
  readonly name: string;
  /** What the option or the component's own manifest calls the package; `""` where neither does. */
  readonly packageName: string;
  /** The option `component`, else the package's name in the form that the release type gives it; `""` for neither. */
  readonly ownName: string;
  readonly tag: string;
  /** What the versions manifest says; null where it does not name the component. */
  readonly current: string | null;
  /** The options of the package, with those of the whole configuration where it has none of its own. */
  readonly options: Table;
  /** Where the package is configured. */
  readonly origin: Origin;
  readonly extraFiles: readonly ExtraFile[];
}

/** An entry of `extra-files`. */
export interface ExtraFile {
  /** True where its ending says what is rewritten in it besides annotated lines. */
  readonly readsEnding: boolean;
  readonly value: unknown;
  readonly origin: Origin;
}

/**
 * The path of a file of a component, relative to the root; null for one that leaves its folder, which the tool refuses.
 * A slash at the start means the root.
 */
export function pathIn({ path }: Pick<Component, "path">, file: string): string | null {
  const isFromRoot = path === "." || file.startsWith("/");
  const joined = isFromRoot ? file.replace(/^\/+/, "") : `${path.replace(/(?<!\/)\/+$/, "")}/${file}`;
  if (/(?:^|\/)\.{1,2}\/|^~\//.test(joined)) return null;
  return joined.replace(/(?<!\/)\/+$/, "");
}
