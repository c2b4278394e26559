import { type ProgramCall, Refused } from "../../host/desk/program.ts";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

/** What a program prints, and to which files. */
export class AwkOutput {
  stdout = "";
  stderr = "";
  readonly #call: ProgramCall;
  readonly #files = new Map<string, string>();

  constructor(call: ProgramCall) {
    this.#call = call;
  }

  /** Prints to a file; `>` empties it once, when it is first named. */
  print(text: string, to: { readonly sign: ">" | ">>"; readonly file: string } | null): void {
    if (to === null || to.file === "/dev/stdout") this.stdout += text;
    else if (to.file === "/dev/stderr" || to.file === "/dev/tty") this.stderr += text;
    else if (to.file === "" || to.file === "-") throw new Refused("awk", `> "${to.file}"`, "it is no file");
    else this.#files.set(to.file, (this.#files.get(to.file) ?? this.#before(to)) + text);
  }

  #before({ sign, file }: { readonly sign: ">" | ">>"; readonly file: string }): string {
    const { cwd, overlay } = this.#call;
    const path = resolveVirtual(cwd, file);
    return sign === ">>" && overlay.kindOf(path) === "file" ? byteText(overlay.read(path)) : "";
  }

  /** Whether a file was open. */
  close(file: string): boolean {
    const text = this.#files.get(file);
    if (text === undefined) return false;
    if (file !== "/dev/null")
      this.#call.overlay.writeFile(resolveVirtual(this.#call.cwd, file), bytesOf(text));
    return this.#files.delete(file);
  }

  closeAll(): void {
    for (const file of [...this.#files.keys()]) this.close(file);
  }
}
