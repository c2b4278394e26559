import * as v from "valibot";
import type { Overlay } from "../../host/files/overlay.ts";
import { decodeLoosely, encodeUtf8 } from "../../host/files/text.ts";
import type { Recorder } from "../../host/record/recorder.ts";
import type { Look } from "../../host/record/run-record.ts";
import { type Operations, operation, virtualPath } from "../operation.ts";

/** Bytes cross the bridge as a string of which every code unit is one byte. */
const transport = v.picklist(["utf8", "bytes"]);
const writeMode = v.picklist(["replace", "append", "create", "create-append"]);

/**
 * What `node:fs` of the sandbox asks for. Every change of a file is recorded, and so is what is read, listed or asked
 * after; where a link leads is not.
 */
export function fileOperations(overlay: Overlay, recorder: Recorder): Operations {
  return {
    ...changeOperations(overlay),
    "fs.read": operation([virtualPath, transport], (path, form) => {
      const bytes = looked(recorder, path, "read", () => overlay.read(path));
      return form === "utf8" ? decodeLoosely(bytes) : toByteString(bytes);
    }),
    "fs.exists": operation([virtualPath], (path) => {
      const found = overlay.kindOf(path) !== null;
      recorder.look(path, "exists", found);
      return found;
    }),
    "fs.status": operation([virtualPath, v.boolean()], (path, follow) =>
      looked(recorder, path, "stat", () => overlay.status(path, follow)),
    ),
    "fs.list": operation([virtualPath], (path) =>
      looked(recorder, path, "list", () => overlay.entries(path)),
    ),
    "fs.readLink": operation([virtualPath], (path) => overlay.linkTarget(path)),
    "fs.realPath": operation([virtualPath], (path) => overlay.realPath(path)),
  };
}

function changeOperations(overlay: Overlay): Operations {
  return {
    "fs.write": operation([virtualPath, v.string(), transport, writeMode], (path, data, form, mode) =>
      overlay.writeFile(path, form === "utf8" ? encodeUtf8(data) : fromByteString(data), mode),
    ),
    "fs.makeFolder": operation([virtualPath, v.boolean()], (path, recursive) =>
      overlay.makeFolder(path, recursive),
    ),
    "fs.remove": operation([virtualPath, v.boolean(), v.boolean()], (path, recursive, force) =>
      overlay.remove(path, { recursive, force }),
    ),
    "fs.removeFile": operation([virtualPath], (path) => overlay.removeFile(path)),
    "fs.removeFolder": operation([virtualPath, v.boolean()], (path, recursive) =>
      overlay.removeFolder(path, recursive),
    ),
    "fs.rename": operation([virtualPath, virtualPath], (from, to) => overlay.rename(from, to)),
    "fs.copyFile": operation([virtualPath, virtualPath, writeMode], (from, to, mode) =>
      overlay.copyFile(from, to, mode),
    ),
    "fs.copyTree": operation([virtualPath, virtualPath, v.boolean()], (from, to, overwrite) =>
      overlay.copyTree(from, to, overwrite),
    ),
    "fs.link": operation([v.string(), virtualPath], (target, path) => overlay.makeLink(target, path)),
    "fs.hardLink": operation([virtualPath, virtualPath], (from, to) => overlay.makeHardLink(from, to)),
    "fs.mode": operation([virtualPath, v.number()], (path, mode) => overlay.setMode(path, mode)),
  };
}

/** Records a look whether it succeeds or not. */
function looked<T>(recorder: Recorder, path: string, how: Look["how"], look: () => T): T {
  try {
    const result = look();
    recorder.look(path, how, true);
    return result;
  } catch (error) {
    recorder.look(path, how, false);
    throw error;
  }
}

export function toByteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

export function fromByteString(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "latin1"));
}
