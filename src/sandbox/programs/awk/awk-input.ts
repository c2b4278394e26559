import { type ProgramCall, Refused } from "../../host/desk/program.ts";
import { fileText } from "../files/file-text.ts";

/** A text that is read record by record. */
export class RecordReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The next record; null at the end. `separator` is RS, which may change between two records. */
  next(separator: string): string | null {
    const text = this.#text;
    if (separator === "") {
      while (text[this.#at] === "\n") this.#at += 1;
      if (this.#at >= text.length) return null;
      const end = text.indexOf("\n\n", this.#at);
      const record = text.slice(this.#at, end === -1 ? text.length : end);
      this.#at = end === -1 ? text.length : end + 2;
      return end === -1 ? record.replace(/\n$/, "") : record;
    }
    if (separator.length > 1) throw new Refused("awk", "RS", "a pattern between records is not POSIX");
    if (this.#at >= text.length) return null;
    const end = text.indexOf(separator, this.#at);
    const record = text.slice(this.#at, end === -1 ? text.length : end);
    this.#at = end === -1 ? text.length : end + 1;
    return record;
  }
}

/** What the operands of awk name, one after the other; an operand such as `v=1` sets a variable in its turn. */
export class AwkInput {
  readonly #call: ProgramCall;
  readonly #operands: string[];
  readonly #began: (file: string) => void;
  readonly #set: (name: string, text: string) => void;
  #reader: RecordReader | null = null;
  #hasFile = false;

  constructor(
    call: ProgramCall,
    operands: readonly string[],
    hooks: { began: (file: string) => void; set: (name: string, text: string) => void },
  ) {
    this.#call = call;
    this.#operands = [...operands];
    this.#began = hooks.began;
    this.#set = hooks.set;
  }

  /** Null when all that there is has been read. */
  next(separator: () => string): string | null {
    for (;;) {
      this.#reader ??= this.#open();
      const record = this.#reader?.next(separator());
      if (typeof record === "string") return record;
      if (this.#reader === null) return null;
      this.#reader = null;
    }
  }

  skipFile(): void {
    this.#reader = null;
  }

  #open(): RecordReader | null {
    for (let name = this.#operands.shift(); name !== undefined; name = this.#operands.shift()) {
      const [, variable, value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(name) ?? [];
      if (variable !== undefined) {
        this.#set(variable, value);
        continue;
      }
      this.#hasFile = true;
      const text = name === "-" || name === "/dev/stdin" ? this.#call.stdin : fileText(this.#call, name);
      if (text === null)
        throw new Refused(
          "awk",
          name,
          "the file is not there, after which versions of awk go on in different ways",
        );
      this.#began(name === "-" ? "" : name);
      return new RecordReader(text);
    }
    if (this.#hasFile) return null;
    this.#hasFile = true;
    return new RecordReader(this.#call.stdin);
  }
}
