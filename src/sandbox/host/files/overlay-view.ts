import { posix } from "node:path";
import type { View } from "../desk/answer.ts";
import { globDefaults, globOverlay } from "./glob.ts";
import type { Overlay } from "./overlay.ts";
import { SystemError } from "./system-error.ts";
import { decodeUtf8 } from "./text.ts";
import { toRepositoryPath, toVirtualPath } from "./virtual-path.ts";

/** The overlay as the answers to commands see it: by paths relative to the root. */
export function viewOf(overlay: Overlay): View {
  return {
    read(path) {
      try {
        const text = decodeUtf8(overlay.read(toVirtualPath(path)));
        return text?.includes("\0") ? null : text;
      } catch (error) {
        if (error instanceof SystemError) return null;
        throw error;
      }
    },
    exists: (path) => overlay.kindOf(toVirtualPath(path)) !== null,
    list: () => {
      const paths = overlay.files().map((path) => toRepositoryPath(path) ?? path);
      return paths.filter((path) => !path.startsWith(".git/")).sort();
    },
    glob: (patterns, { cwd, ignore }) =>
      globOverlay(overlay, patterns, { ...globDefaults, cwd: toVirtualPath(cwd), ignore }).map((match) =>
        posix.join(cwd, match),
      ),
  };
}
