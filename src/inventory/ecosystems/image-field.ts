import type { SourceText } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";
import { actionVersion } from "./action.ts";
import { expandVariables, imageVersion } from "./image-reference.ts";

/**
 * A line of YAML with the key `image`, `container` or `uses` and a value of one word. Lines are read, not parsed: YAML
 * takes long to parse, templates of YAML do not parse at all, and nobody writes these keys in another way.
 */
const field = /^[ \t]*(?:-[ \t]+)*["']?(image|container|uses)["']?:[ \t]+["']?(?=[^\s"'#])/gmu;

/** The images and actions that the fields of a YAML file name, in the order of the text. */
export function fieldOccurrences({ path, text }: SourceText): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const match of text.matchAll(field)) {
    const start = match.index + match[0].length;
    const newline = text.indexOf("\n", start);
    const line = text.slice(start, newline === -1 ? undefined : newline);
    const value = /^[^\s"']+/u.exec(line)?.[0] ?? "";
    const scheme = value.startsWith("docker://") ? "docker://".length : 0;
    if (match[1] === "uses" && scheme === 0) {
      const action = actionVersion(value, line.slice(value.length), start);
      if (action !== null) occurrences.push({ path, ...action });
      continue;
    }
    const found = imageVersion(expandVariables(value.slice(scheme), start + scheme, new Map()));
    if (found === null) continue;
    const { name, tag, version, span } = found;
    const subject = { type: "image", name } as const;
    occurrences.push({ path, span, text: tag, version, kind: "image", subject, keyPath: null });
  }
  return occurrences;
}
