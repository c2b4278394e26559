import type { Occurrence } from "../../../inventory/occurrence.ts";
import type { RewrittenPlace } from "./rewritten-place.ts";

/**
 * What is wrong with a rewritten place, as a part of a sentence; null when it holds `target` where it held `version`.
 * A place that was emptied or that now follows the workspace holds no version any more, which is not wrong, but for a
 * package.json, which has no workspace to follow.
 */
export function wrongRewrite(
  place: RewrittenPlace,
  { version, kind, path, subject }: Pick<Occurrence, "version" | "kind" | "path" | "subject">,
  { current, target }: { readonly current: string; readonly target: string },
): string | null {
  const { before, after } = place;
  const isExact = kind === "manifest-version";
  if (after.trim() === "")
    return isExact && /(?:^|\/)package\.json$/u.test(path) ? "no version is left in it" : null;
  if (/^["']?(?:\*|latest|workspace:.*)["']?$/u.test(after.trim())) return null;
  if (!after.includes(target)) return "it does not hold the new version";
  if (timesIn(before, version) > 1 && timesIn(after, version) > 0)
    return "a part of it holds the old version still";
  const text = place.lead + before + place.trail;
  // What is always `-alpha` behind the version of the train has it behind the next one, too.
  const old = [
    ...bordersOf(text, version),
    ...(version === current ? [] : bordersOf(text, current)),
    ...bordersBeforeMark(version),
    ...(subject?.type === "image" ? bordersOfVariant(version) : []),
  ];
  const wrong = bordersOf(place.lead + after + place.trail, target)
    .map((borders) => wrongBorder(borders, old, isExact))
    .find((fault) => fault !== null);
  const isSame = after.replace(target, current) === before;
  const isMore = isExact && before === version && after !== target && !isSame;
  return wrong ?? (isMore ? "it is more than the version" : null);
}

/** What stands right before and right after one version. */
interface Borders {
  readonly prefix: string;
  readonly suffix: string;
}

function bordersOf(text: string, version: string): Borders[] {
  const borders: Borders[] = [];
  for (let at = text.indexOf(version); at !== -1; at = text.indexOf(version, at + version.length)) {
    const prefix = /[\^~=<>v0-9.]*$/u.exec(text.slice(Math.max(0, at - 8), at))?.[0] ?? "";
    const suffix = /^[-+.]?[0-9A-Za-z][-+.0-9A-Za-z]*/u.exec(
      text.slice(at + version.length, at + version.length + 24),
    )?.[0];
    borders.push({ prefix, suffix: suffix ?? "" });
  }
  return borders;
}

/** What stands in a version before the mark of what is under development, as in `1.4.0-alpha-SNAPSHOT`, stays in the release. */
function bordersBeforeMark(version: string): Borders[] {
  const suffix = /^v?\d+(?:\.\d+)*([-.+]?[A-Za-z][-.+\w]*?)[-.](?:SNAPSHOT|dev|next)(?:\.?\d+)?$/iu.exec(
    version,
  )?.[1];
  return suffix === undefined ? [] : [{ prefix: "", suffix }];
}

/** The variant of an image stays behind the version in its tag: `1.2.3-alpine`. */
function bordersOfVariant(version: string): Borders[] {
  const suffix = /^\d+(?:\.\d+)*(-[a-z][\w.-]*)$/u.exec(version)?.[1];
  return suffix === undefined ? [] : [{ prefix: "", suffix }];
}

function wrongBorder({ prefix, suffix }: Borders, old: readonly Borders[], isExact: boolean): string | null {
  if (suffix !== "" && !old.some((each) => each.suffix === suffix))
    return `${JSON.stringify(suffix)} is left behind it`;
  if (old.some((each) => each.prefix === prefix)) return null;
  if (/[\^~]{2}|[\^~]=|==|vv|[\^~v=]v[\^~=]/u.test(prefix)) return "its prefix is doubled";
  if (isExact && prefix !== "") return `${JSON.stringify(prefix)} does not belong before it`;
  return /[0-9.]$/u.test(prefix) ? `${JSON.stringify(prefix)} is left before it` : null;
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}
