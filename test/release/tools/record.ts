import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nativeChanges } from "./native-release.ts";
import { nativeTools } from "./native-tools.ts";
import { transcriptName, transcripts } from "./transcript.ts";

/**
 * Records what the real tools write, found on PATH: `npx tsx test/release/tools/record.ts lerna nx`, all without a name.
 */
const wanted = process.argv.slice(2);
mkdirSync(transcripts, { recursive: true });
for (const tool of nativeTools) {
  if (wanted.length > 0 && !wanted.includes(tool.id)) continue;
  const parts = tool.situations.map(
    (situation) => `=== ${situation.name}\n${nativeChanges(tool, situation)}`,
  );
  writeFileSync(join(transcripts, transcriptName(tool.id)), parts.join(""));
}
