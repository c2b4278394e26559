import { counted } from "../repository/text/counted.ts";
import type { Location } from "../repository/text/location.ts";
import type { Entry } from "./entries.ts";
import type { Palette } from "./palette.ts";
import type { ReportOptions } from "./report-options.ts";
import { ruleUrl } from "./rule-url.ts";
import { sourceFrame } from "./source-frame.ts";
import { visible } from "./visible-text.ts";

/** How many related places and further places of a family are shown without `--verbose`. */
const fewRelated = 3;
const fewPlaces = 4;

/** A remark below the frame: its name, its text, and lines of its own. */
interface Remark {
  readonly name: string;
  readonly text: string;
  readonly lines?: readonly string[];
}

/** The lines of one entry of the text report. `withLink` adds the address of the rule's page. */
export function entryLines(entry: Entry, withLink: boolean, options: ReportOptions): string[] {
  const { severity, rule, message, location, label, related } = entry.first;
  const { palette, verbose } = options;
  const shown = related.slice(0, verbose ? related.length : fewRelated);
  const width = String(Math.max(location.line, ...shown.map(({ line }) => line))).length;
  const gutter = " ".repeat(width + 1);
  const edge = palette("gutter", `${gutter} |`);
  return [
    `${palette(severity, `${severity}[${rule}]`)}${palette("strong", `: ${visible(message)}`)}`,
    `${gutter}${palette("gutter", "-->")} ${palette("place", place(location))}`,
    ...sourceFrame({ location, label, underline: "^", paint: severity }, width, palette),
    edge,
    ...shown.flatMap((other) => [
      `${gutter}${palette("gutter", ":::")} ${palette("place", place(other))}`,
      ...sourceFrame(
        { location: other, label: other.message, underline: "-", paint: "gutter" },
        width,
        palette,
      ),
      edge,
    ]),
    ...remarksOf(entry, shown.length, withLink, verbose).flatMap((remark) =>
      remarkLines(remark, gutter, palette),
    ),
  ];
}

/** A place as terminals and editors open it. */
export function place({ path, line, column }: Pick<Location, "path" | "line" | "column">): string {
  return `${visible(path)}:${line}:${column}`;
}

function remarksOf({ first, others }: Entry, shown: number, withLink: boolean, verbose: boolean): Remark[] {
  const remarks: Remark[] = [];
  if (others.length > 0) {
    const places = others
      .slice(0, verbose ? others.length : fewPlaces)
      .map(({ location }) => place(location));
    const more = others.length - places.length;
    const lines = more > 0 ? [...places, `… ${counted(more, "more place")}, which --verbose shows`] : places;
    remarks.push({ name: "also", text: counted(others.length, "place"), lines });
  }
  const unseen = first.related.length - shown;
  if (unseen > 0) {
    remarks.push({ name: "note", text: `${counted(unseen, "more related place")}, which --verbose shows` });
  }
  if (first.why !== null) remarks.push({ name: "why", text: first.why });
  remarks.push({ name: "help", text: first.help });
  if (withLink) remarks.push({ name: "link", text: ruleUrl(first.rule) });
  return remarks;
}

function remarkLines({ name, text, lines = [] }: Remark, gutter: string, palette: Palette): string[] {
  const [start = "", ...rest] = text.split("\n");
  return [
    `${gutter} ${palette("gutter", "=")} ${palette("strong", `${name}:`)} ${visible(start)}`,
    ...[...rest, ...lines].map((line) => `${gutter}     ${visible(line)}`),
  ];
}
