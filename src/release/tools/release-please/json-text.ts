import { Inapplicable } from "./update.ts";

/** Parses as the tool does, which takes neither comments nor a byte order mark. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Inapplicable("is no JSON");
    throw error;
  }
}

/**
 * Writes JSON again as the tool does, `src/util/json-stringify.ts`: indented as most lines were, and with the text that
 * stood before the first brace and behind the last one.
 */
export function writtenJson(value: unknown, before: string): string {
  const head = before.slice(0, before.indexOf("{"));
  return (
    head + JSON.stringify(value, null, indentOf(before.trim())) + before.slice(before.lastIndexOf("}") + 1)
  );
}

/**
 * The indentation of a text as the package `detect-indent` 6 tells it: the difference between neighbouring lines that
 * occurs most often. A single space counts only where there is nothing else.
 */
function indentOf(text: string): string {
  const uses = usesOf(text, true);
  const [best] = [...(uses.size === 0 ? usesOf(text, false) : uses).values()].sort(
    (a, b) => b.used - a.used || b.weight - a.weight,
  );
  return best === undefined ? "" : best.character.repeat(best.width);
}

interface Use {
  readonly character: string;
  readonly width: number;
  used: number;
  weight: number;
}

function usesOf(text: string, skipsSingleSpaces: boolean): Map<string, Use> {
  const uses = new Map<string, Use>();
  let [width, character, key] = [0, "", ""];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const indent = /^(?: +|\t+)/.exec(line)?.[0] ?? "";
    if (indent === "") {
      [width, character] = [0, ""];
      continue;
    }
    const kind = indent.charAt(0);
    if (skipsSingleSpaces && indent === " ") continue;
    if (kind !== character) width = 0;
    const difference = Math.abs(indent.length - width);
    [width, character] = [indent.length, kind];
    if (difference > 0) key = `${kind}${difference}`;
    const known = uses.get(key);
    if (known === undefined) uses.set(key, { character: kind, width: difference, used: 1, weight: 0 });
    else {
      known.used += 1;
      known.weight += difference === 0 ? 1 : 0;
    }
  }
  return uses;
}
