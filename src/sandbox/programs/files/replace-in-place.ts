import { posix } from "node:path";
import type { ProgramCall } from "../../host/desk/program.ts";
import { bytesOf } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";

/** A file as its new text is put in its place. */
interface Replacement {
  readonly name: string;
  /**
   * What the name of the copy of the old file ends in, or a name with `*` for that of the file, as `-i` of sed and perl
   * takes it; empty for no copy.
   */
  readonly suffix: string;
  readonly text: string;
  /** Whether the file to which a link leads is replaced, as `--follow-symlinks` of sed asks. */
  readonly followsLinks?: boolean;
}

/** What `-i` of sed and of perl does: a link is replaced by a file, unless it is followed. */
export function replaceInPlace(
  { overlay, cwd }: ProgramCall,
  { name, suffix, text, followsLinks = false }: Replacement,
): void {
  const named = resolveVirtual(cwd, name);
  const path = followsLinks ? overlay.realPath(named) : named;
  if (suffix !== "") {
    const base = posix.basename(path);
    const copy = suffix.includes("*") ? suffix.replaceAll("*", () => base) : base + suffix;
    const target = copy.includes("/") ? resolveVirtual(cwd, copy) : posix.join(posix.dirname(path), copy);
    overlay.writeFile(target, overlay.read(path));
  }
  if (overlay.kindOf(path, false) === "link") overlay.removeFile(path);
  overlay.writeFile(path, bytesOf(text));
}
