import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where what the real tools wrote is recorded; `npx tsx test/release/tools/record.ts` writes it. */
export const transcripts = join(import.meta.dirname, "__transcripts__");

/** The recorded changes of a tool by the name of the situation. */
export function recordedChanges(tool: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(transcripts, transcriptName(tool)), "utf8");
  return new Map(
    text
      .split(/^=== /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf("\n");
        return [part.slice(0, end), part.slice(end + 1)];
      }),
  );
}

/** The name of the file of a tool. */
export function transcriptName(tool: string): string {
  return `${tool.replaceAll(" ", "-")}.txt`;
}
