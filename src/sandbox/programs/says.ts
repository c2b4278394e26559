import type { Answer } from "../host/desk/answer.ts";

/** An answer with exit code 0. `stdout` is what the program prints, with its final line break. */
export function says(stdout: string, named: readonly string[] = []): Answer {
  return { stdout, stderr: "", exitCode: 0, named };
}

/** An answer with an exit code of its own and, where the program explains itself, a message. */
export function fails(exitCode: number, stderr = ""): Answer {
  return { stdout: "", stderr: stderr === "" ? "" : `${stderr}\n`, exitCode, named: [] };
}

/** Lines as a program prints them: each with a line break, nothing at all when there are none. */
export function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
