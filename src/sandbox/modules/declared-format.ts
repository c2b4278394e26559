import { posix } from "node:path";
import type { Overlay } from "../host/files/overlay.ts";
import { decodeLoosely } from "../host/files/text.ts";
import type { ModuleFormat } from "./module-source.ts";
import { readPackageFields } from "./package-target.ts";
import { isTypeScriptFile } from "./script-files.ts";

/**
 * The format that the name of a module or the package.json above it says; null leaves it to the syntax, as the runners
 * do. `name` is an absolute virtual path.
 */
export function declaredFormat(name: string, overlay: Overlay): ModuleFormat | null {
  if (/\.m[jt]s$/.test(name)) return "module";
  if (/\.c[jt]s$/.test(name)) return "commonjs";
  if (isTypeScriptFile(name)) return null;
  for (let folder = posix.dirname(name); ; folder = posix.dirname(folder)) {
    const manifest = posix.join(folder, "package.json");
    if (overlay.kindOf(manifest) === "file") {
      return readPackageFields(decodeLoosely(overlay.read(manifest)))?.type === "module" ? "module" : null;
    }
    if (folder === posix.dirname(folder)) return null;
  }
}
