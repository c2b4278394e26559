import type { ProgramCall } from "../../host/desk/program.ts";
import { byteText } from "../../host/files/byte-text.ts";
import { resolveVirtual, toRepositoryPath } from "../../host/files/virtual-path.ts";
import type { SedPattern } from "./sed-script.ts";

interface Asked {
  readonly asked: SedPattern;
  readonly method: string;
  matched: boolean;
}

/** Collects, file by file, which patterns of a script found something in it. */
export class PatternRecord {
  readonly #call: ProgramCall;
  readonly #isInPlace: boolean;
  #path: string | null = null;
  #asked = new Map<string, Asked>();

  /** `isInPlace` where what is replaced goes back into the file. */
  constructor(call: ProgramCall, isInPlace: boolean) {
    this.#call = call;
    this.#isInPlace = isInPlace;
  }

  /** From here on patterns are held against a file, named as on the command line. */
  begin(name: string): void {
    this.#path = resolveVirtual(this.#call.cwd, name);
    this.#asked = new Map();
  }

  add(asked: SedPattern, method: string, isMatch: boolean): void {
    if (this.#path === null) return;
    const key = `${method}\0${asked.flags}\0${asked.source}`;
    const known = this.#asked.get(key) ?? { asked, method, matched: false };
    known.matched ||= isMatch;
    this.#asked.set(key, known);
  }

  /** Tells of the file that ends here. */
  end(): void {
    const path = this.#path;
    if (path === null) return;
    for (const { asked, method, matched } of this.#asked.values()) {
      const matchesOriginal = () => {
        const inside = toRepositoryPath(path);
        const original = inside === null ? null : this.#call.overlay.original(inside);
        const lines = original === null ? [] : byteText(original).split("\n");
        return lines.some((line) => asked.pattern?.test(line) === true);
      };
      this.#call.asked({
        pattern: asked.source,
        flags: asked.flags,
        method: this.#isInPlace ? method.replace(" ", " -i ") : method,
        path,
        matched,
        matchesOriginal,
      });
    }
    this.#path = null;
  }
}
