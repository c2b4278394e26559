import { expandVariables, type ImageVersion, imageVersion, type Piece } from "./image-reference.ts";

const instruction = /^[ \t]*(?:(FROM|ARG|COPY)[ \t]+|#[ \t]*syntax[ \t]*=[ \t]*)/iu;

/**
 * The images that a Dockerfile builds on, in the order of the text: `FROM`, `COPY --from` and the `syntax` directive.
 * Where the version comes from the default of an `ARG`, the place is the `ARG`.
 * Format: https://docs.docker.com/reference/dockerfile/
 */
export function dockerfileImages(text: string): readonly ImageVersion[] {
  const args = new Map<string, Piece>();
  const images = new Map<number, ImageVersion>();
  let hasStage = false;
  for (const { 0: line, index } of text.matchAll(/^[^\r\n]+/gmu)) {
    const head = instruction.exec(line);
    if (head === null) continue;
    const keyword = head[1]?.toUpperCase() ?? "SYNTAX";
    const rest: Piece = { text: line.slice(head[0].length), at: index + head[0].length };
    // Only an `ARG` before the first `FROM` can be used in a `FROM`.
    if (keyword === "ARG" && !hasStage) readArgs(rest, args);
    if (keyword === "FROM") hasStage = true;
    const reference = keyword === "ARG" ? null : referenceIn(keyword, rest);
    if (reference === null) continue;
    const image = imageVersion(
      expandVariables(reference.text, reference.at, keyword === "FROM" ? args : new Map()),
    );
    if (image !== null && !images.has(image.span.start)) images.set(image.span.start, image);
  }
  return [...images.values()].sort((a, b) => a.span.start - b.span.start);
}

/** `ARG A=1 B="2"`; a default may use the ones before it, which is left alone. */
function readArgs(rest: Piece, args: Map<string, Piece>): void {
  for (const match of rest.text.matchAll(/(?<![^ \t])([A-Za-z_]\w*)=(["']?)([^"' \t]*)/gu)) {
    const { 0: written, 1: name, 3: value } = match;
    if (name === undefined || value === undefined) continue;
    args.set(name, { text: value, at: rest.at + match.index + written.length - value.length });
  }
}

/** The image reference of an instruction: the first word that is no flag, or the value of `--from`. */
function referenceIn(keyword: string, rest: Piece): Piece | null {
  const pattern = keyword === "COPY" ? /--from=(\S+)/u : /^(?:--\S+[ \t]+)*([^\s"']+)/u;
  const match = pattern.exec(rest.text);
  const reference = match?.[1];
  if (match === null || reference === undefined) return null;
  return { text: reference, at: rest.at + match.index + match[0].length - reference.length };
}
