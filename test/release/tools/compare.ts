import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { ReleaseTool } from "../../../src/release/tools/release-tool.ts";
import { releaseInFolder } from "./folder-release.ts";
import { type NativeTool, nativeChanges } from "./native-release.ts";
import { nativeTools } from "./native-tools.ts";
import { recordedChanges } from "./transcript.ts";

/** Holds our reading of a tool against what it wrote itself, and one of the records against the tool where it is there. */
export function compareWithNative(tool: ReleaseTool, id = tool.id): void {
  const recorded = recordedChanges(id);
  const native = nativeTools.find((one) => one.id === id);
  if (native === undefined) throw new Error(`${id} is not among the native tools`);

  describe(`our reading of ${id} equals what it wrote itself`, () => {
    it.each(native.situations)("$name", async (situation) => {
      const { changes } = await releaseInFolder(tool, situation);
      expect(changes).toBe(recorded.get(situation.name));
    });
  });

  describe(`what was recorded of ${id} is what it writes`, () => {
    it.skipIf(!isThere(native))("in the first situation", () => {
      const [first] = native.situations;
      if (first === undefined) throw new Error("there is no situation");
      expect(nativeChanges(native, first)).toBe(recorded.get(first.name));
    });
  });
}

function isThere({ program, ofVersion = /^/u }: NativeTool): boolean {
  const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return status === 0 && ofVersion.test(stdout);
}
