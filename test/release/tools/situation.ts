/** One small repository, and how its tool is called there. */
export interface Situation {
  readonly name: string;
  /** Texts, and values that are written as JSON with two blanks of indentation. */
  readonly files: Readonly<Record<string, unknown>>;
  /** The version that the tool is told, or at which it arrives by what commits say; undefined where the files decide. */
  readonly to?: string;
  /** What a former release had, where files differ from now; it is committed, and tagged as its value says. */
  readonly former?: { readonly tag: string; readonly files: Readonly<Record<string, unknown>> };
  /** The arguments of the tool where they are others than usual. */
  readonly args?: readonly string[];
}

/** The files of a situation as texts. */
export function textsOf(files: Situation["files"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [
      path,
      typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`,
    ]),
  );
}
