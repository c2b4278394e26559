import type { EffectResult } from "../host/desk/effect.ts";
import type { Overlay } from "../host/files/overlay.ts";
import { SystemError } from "../host/files/system-error.ts";
import { decodeLoosely, encodeUtf8 } from "../host/files/text.ts";

/** A redirection whose target is an absolute virtual path, or the stream whose place is taken over. */
export interface OpenedRedirection {
  readonly stream: "stdin" | "stdout" | "stderr" | "both";
  readonly append: boolean;
  readonly target: { readonly path: string } | "stdout" | "stderr";
}

interface Target {
  /** With every link on the way resolved. */
  readonly path: string;
  readonly append: boolean;
}

type Sink = "stdout" | "stderr" | "nothing" | Target;

const devices: ReadonlyMap<string, "stdout" | "stderr" | "nothing"> = new Map([
  ["/dev/null", "nothing"],
  ["/dev/stdout", "stdout"],
  ["/dev/stderr", "stderr"],
]);

/**
 * Where a command reads and writes. Its redirections are followed from left to right, and each takes the place of the
 * one before it, as in https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_07.
 */
export class Streams {
  readonly #overlay: Overlay;
  readonly #targets: Target[] = [];
  #out: Sink = "stdout";
  #err: Sink = "stderr";
  #input: { readonly path: string; readonly text: string } | null = null;
  #areOpen = false;
  /** Why one of them cannot be opened; the command is not started then. */
  obstacle: string | null = null;

  constructor(overlay: Overlay, redirections: Iterable<OpenedRedirection>) {
    this.#overlay = overlay;
    try {
      for (const redirection of redirections) this.#add(redirection);
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      this.obstacle = error.message;
    }
  }

  /** What the command reads instead of what comes from before it; null when that is not redirected. */
  get input(): string | null {
    if (this.#input === null) return null;
    const { path, text } = this.#input;
    return this.#targets.some((target) => target.path === path && !target.append) ? "" : text;
  }

  /** How the command meets a file that it also writes to: at its end, or as an empty file; null for no such file. */
  meets(paths: readonly string[]): "append" | "replace" | null {
    const all = [...paths, ...(this.#input === null ? [] : [this.#input.path])];
    const met = this.#targets.filter(({ path }) =>
      all.some((one) => one === path || path.startsWith(`${one}/`)),
    );
    if (met.length === 0) return null;
    return met.every(({ append }) => append) ? "append" : "replace";
  }

  /** Makes and empties the files, as a shell does before it starts the command. */
  open(): void {
    this.#write({ stdout: "", stderr: "" });
    this.#areOpen = true;
  }

  /** Puts what a command says where it belongs, and gives what is left. */
  put({ stdout, stderr, exitCode }: EffectResult): EffectResult {
    this.#write({ stdout, stderr });
    const to = (sink: "stdout" | "stderr") =>
      (this.#out === sink ? stdout : "") + (this.#err === sink ? stderr : "");
    return { stdout: to("stdout"), stderr: to("stderr"), exitCode };
  }

  #write({ stdout, stderr }: Pick<EffectResult, "stdout" | "stderr">): void {
    for (const path of new Set(this.#targets.map((target) => target.path))) {
      const targets = this.#targets.filter((target) => target.path === path);
      const texts = targets.map(
        (target) => (this.#out === target ? stdout : "") + (this.#err === target ? stderr : ""),
      );
      const text = encodeUtf8(texts.join(""));
      const isAppended = this.#areOpen || targets.every(({ append }) => append);
      const isThere = this.#overlay.kindOf(path) !== null;
      // A command may remove a file that has been opened for it, and what it says then goes nowhere.
      if (isThere ? isAppended && text.length === 0 : this.#areOpen) continue;
      this.#overlay.writeFile(path, text, isAppended ? "append" : "replace");
    }
  }

  #add({ stream, append, target }: OpenedRedirection): void {
    if (stream === "stdin") {
      if (typeof target !== "string") this.#input = { path: target.path, text: this.#read(target.path) };
      return;
    }
    const sink = this.#sink(target, append);
    if (stream !== "stderr") this.#out = sink;
    if (stream !== "stdout") this.#err = sink;
  }

  #sink(target: OpenedRedirection["target"], append: boolean): Sink {
    const taken = typeof target === "string" ? target : devices.get(target.path);
    if (taken === "nothing") return taken;
    if (taken !== undefined) return taken === "stdout" ? this.#out : this.#err;
    if (typeof target === "string") return "nothing";
    const opened = { path: this.#overlay.checkWritable(target.path), append };
    this.#targets.push(opened);
    return opened;
  }

  #read(path: string): string {
    return path === "/dev/null" ? "" : decodeLoosely(this.#overlay.read(path));
  }
}
