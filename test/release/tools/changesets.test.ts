import { describe, expect, it } from "vitest";
import { changesets } from "../../../src/release/tools/changesets/changesets.ts";
import { isInstalled } from "../../clients/installed.ts";
import { changesetsSituations } from "./changesets-situations.ts";
import { releaseInFolder } from "./folder-release.ts";
import { nativeChanges } from "./native-release.ts";
import { nativeTools } from "./native-tools.ts";
import { recordedChanges } from "./transcript.ts";

const recorded = recordedChanges("changesets");

describe("our reading of changesets equals what it wrote itself", () => {
  it.each(changesetsSituations)("$name", async (situation) => {
    const { changes } = await releaseInFolder(changesets, situation);
    expect(changes).toBe(recorded.get(situation.name));
  });
});

describe("what was recorded is what the tool writes", () => {
  const tool = nativeTools.find(({ id }) => id === "changesets");
  it.skipIf(!isInstalled("changeset"))("in one situation", () => {
    const [situation] = changesetsSituations;
    if (tool === undefined || situation === undefined) throw new Error("there is nothing to compare");
    expect(nativeChanges(tool, situation)).toBe(recorded.get(situation.name));
  });
});
