import type { Explanation } from "../explain.ts";
import { subjectName } from "../inventory/occurrence.ts";
import { verdictMeaning } from "../judge/verdict.ts";
import { place } from "../report/entry-text.ts";
import type { Palette } from "../report/palette.ts";
import { sourceFrame } from "../report/source-frame.ts";
import { visible } from "../report/visible-text.ts";

/** One occurrence with everything that decided its verdict, in the frame of the text report. */
export function explanationText(
  { occurrence, location, questions, reach, unreported }: Explanation,
  palette: Palette,
): string {
  const { text, version, kind, subject, verdict, reason } = occurrence;
  const width = String(location.line).length;
  const gutter = " ".repeat(width + 1);
  const bullet = `${gutter} ${palette("gutter", "=")}`;
  const name = subject === null ? "a subject that the place does not name" : subjectName(subject);
  const written = text === version ? "" : `, written ${text}`;
  const origin = reach.origin === null ? "" : ` (${reach.origin.path}:${reach.origin.line})`;
  const remarks: [string, string][] = [
    ["verdict", `${verdict}, ${verdictMeaning[verdict]}`],
    ["reason", reason],
    ...(unreported === null ? [] : [["finding", `none, for ${unreported}`] satisfies [string, string]]),
    ["release", `${reach.step}: ${reach.detail}${origin}`],
    ["evidence", ""],
  ];
  const questionWidth = Math.max(0, ...questions.map(({ question }) => question.length));
  const lines = [
    `${palette("strong", visible(version))}${visible(`${written} (${kind} of ${name})`)}`,
    `${gutter}${palette("gutter", "-->")} ${palette("place", place(location))}`,
    ...sourceFrame({ location, label: verdict, underline: "^", paint: "strong" }, width, palette),
    palette("gutter", `${gutter} |`),
    ...remarks.map(([label, remark]) =>
      `${bullet} ${palette("strong", `${label}:`)} ${visible(remark)}`.trimEnd(),
    ),
    ...questions.map(({ question, answer, decided }) => {
      const line = `${gutter}   ${decided ? "→" : " "} ${visible(question).padEnd(questionWidth)}  ${visible(answer)}`;
      return decided ? palette("strong", line) : line;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
