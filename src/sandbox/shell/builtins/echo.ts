import type { Shell } from "../shell.ts";
import { readEscapes } from "./escapes.ts";

/** Prints its arguments. That of dash knows no option but `-n`, and always reads escapes. */
export function echo(shell: Shell, args: readonly string[]): number {
  let [newline, escapes] = [true, !shell.isBash || shell.shopt.has("xpg_echo")];
  let at = 0;
  for (const flag = shell.isBash ? /^-[neE]+$/ : /^-n$/; flag.test(args[at] ?? ""); at++) {
    for (const letter of (args[at] ?? "").slice(1)) {
      if (letter === "n") newline = false;
      else escapes = letter === "e";
    }
    if (!shell.isBash) {
      at += 1;
      break;
    }
  }
  const text = args.slice(at).join(" ");
  const read = escapes ? readEscapes(text, shell.isBash ? "echo" : "dash-echo") : { text, isEnded: false };
  shell.print(read.text + (newline && !read.isEnded ? "\n" : ""));
  return 0;
}
