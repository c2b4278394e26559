import { tomlLines } from "../../config/toml-text.ts";
import type { Candidate } from "../../findings/diagnosis/diagnosis.ts";
import { counted } from "../../repository/text/counted.ts";
import { oneLine } from "./trial-text.ts";

const certainties = {
  proved: "it was run in the sandbox",
  declared: "its configuration was read",
  learned: "git tells it",
} satisfies Record<Candidate["certainty"], string>;

/** The tables of what was understood without a configuration, each below what speaks for it. */
export function understoodLines(releases: readonly Candidate[]): string[] {
  return releases.flatMap((release, index) => [
    ...(index === 0 ? [] : [""]),
    ...evidenceOf(release).map((line) => `# ${oneLine(line)}`),
    "[[release]]",
    ...tomlLines(release.table),
  ]);
}

function evidenceOf({ mechanism, role, why, certainty, writes, commands }: Candidate): string[] {
  const did =
    writes === null || writes.places === 0
      ? "It writes no version into a file"
      : `It gives ${counted(writes.places, "place")} in ${counted(writes.files, "file")} the new version`;
  return [
    `${mechanism === "history" ? historyOf(role) : why.replace(/^the /, "The ")}.`,
    `${did}: ${certainties[certainty]}.`,
    ...(commands.length === 0
      ? []
      : [`\`version-audit rehearse\` shows the ${counted(commands.length, "command")} that it starts.`]),
  ];
}

/** Without the number of the newest release, which the next one would leave behind. */
function historyOf(role: Candidate["role"]): string {
  return role === "completes"
    ? "What the last releases wrote as well is expected of the next one"
    : "The next release does what the last ones did";
}
