import type { ProgramCall } from "../../host/desk/program.ts";
import { byteText } from "../../host/files/byte-text.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

type Place = Pick<ProgramCall, "cwd" | "overlay">;

/** The byte text of a file, named as on a command line; null when there is no such file that can be read. */
export function fileText({ cwd, overlay }: Place, name: string): string | null {
  if (name === "/dev/null") return "";
  const path = resolveVirtual(cwd, name);
  if (name === "" || overlay.kindOf(path) !== "file") return null;
  try {
    return byteText(overlay.read(path));
  } catch (error) {
    if (error instanceof SystemError) return null;
    throw error;
  }
}

export function isFolder({ cwd, overlay }: Place, name: string): boolean {
  return name !== "" && overlay.kindOf(resolveVirtual(cwd, name)) === "folder";
}
