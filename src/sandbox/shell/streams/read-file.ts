import { byteText } from "../../host/files/byte-text.ts";
import { SystemError } from "../../host/files/system-error.ts";
import type { Shell } from "../shell.ts";

/** The text of a file, or why it cannot be read, as the shell says it. */
export function readFile(shell: Shell, path: string): string | { readonly reason: string } {
  if (path === "/dev/null") return "";
  shell.flush();
  shell.host.read(path);
  try {
    return byteText(shell.host.overlay.read(path));
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    return { reason: reasonOf(error) };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "Permission denied",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
};

/** The words of the operating system for an error. */
export function reasonOf({ code }: SystemError): string {
  return reasons[code] ?? code;
}
