import { counted } from "../repository/text/counted.ts";
import { visible } from "./visible-text.ts";

/** How much a receiver of Markdown takes. */
interface Limit {
  readonly most: number;
  /** How long a text is, in the unit of the receiver. */
  readonly measure: (text: string) => number;
  /** What the limit is one of, as a part of a sentence: `a comment holds at most …`. */
  readonly because: string;
}

/** For the remark about what is cut. */
const room = 512;

/** Keeps the lines that fit from the beginning, where the most severe findings stand, and says how many are cut. */
export function withinLimit(text: string, { most, measure, because }: Limit): string {
  if (measure(text) <= most) return text;
  const lines = text.split("\n");
  let length = 0;
  const end = lines.findIndex((line) => {
    length += measure(line) + 1;
    return length > most - room;
  });
  const kept = lines.slice(0, end);
  const rest = lines.slice(end).filter((line) => line !== "").length;
  const open = kept.filter((line) => line.startsWith("<details")).length;
  const closed = kept.filter((line) => line === "</details>").length;
  const remark = `**${counted(rest, "more line")} of this report are cut, because ${because}; the other formats of version-audit have all of them.**`;
  return `${[...kept, "", ...(open > closed ? ["</details>", ""] : []), remark].join("\n")}\n`;
}

/** Help is a part of a sentence everywhere else. */
export function asSentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");
}

/** The help of a finding within one line: its sentence, and what is to be pasted as code behind it. */
export function helpInLine(help: string): string {
  const [sentence = "", ...lines] = help.split("\n");
  if (lines.length === 0) return plainText(asSentence(help));
  return [plainText(asSentence(sentence).replace(/:\.$/, ":")), ...lines.map(code)].join(" ");
}

/** A code span whose fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const runs = visible(text).match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = runs.length > 0 ? " " : "";
  return `${fence}${padding}${visible(text)}${padding}${fence}`;
}

/** Text in which nothing is markup or a mention: names such as `<T>`, `a_b_c` or `@scope/*` are shown as they are. */
export function plainText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]<>|~#&]/g, "\\$&")
    .replace(/@(?=\w)/g, "@<!-- -->");
}
