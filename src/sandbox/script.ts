/** What the sandbox runs. Everything is filled in already: no text holds a placeholder any more. */
export interface Script {
  /** The file that is run, relative to the root of the repository, with `/`. */
  readonly entry: string;
  /** What it is: a program, a makefile, whose `args` are those of make, or a workflow, whose `args` are inputs, `name=value`. */
  readonly kind: "program" | "makefile" | "workflow";
  /** The jobs of a workflow; none for the only one with commands, and for everything else. */
  readonly jobs: readonly string[];
  /** The tag that starts a workflow; null for one that is started without a tag, and for everything else. */
  readonly tag: string | null;
  /** The exported functions to call, in order, with JSON values; null where the entry is run as a program. */
  readonly calls: readonly { readonly function: string; readonly args: unknown }[] | null;
  /** The arguments of a program. */
  readonly args: readonly string[];
  /** What is added to the environment that every script sees; `SOURCE_DATE_EPOCH`, in seconds, sets the clock. */
  readonly env: Readonly<Record<string, string>>;
  /** What commands and addresses print, by command line; a trailing `*` matches any rest. */
  readonly answers: Readonly<Record<string, string>>;
  /** What a prompt is answered that asks for the version. */
  readonly version: string;
  readonly bounds: Bounds;
}

/** When a run is ended that does not end by itself. */
export interface Bounds {
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
}
