/** How often a step of indentation was taken, and how often a line kept it. */
interface Use {
  readonly taken: number;
  readonly kept: number;
}

/**
 * The indentation of a text as most release tools of the ecosystem detect it: the step from line to line that is taken
 * most often. Empty where no line is indented. https://github.com/sindresorhus/detect-indent/blob/v6.1.0/index.js
 */
export function indentationOf(text: string): string {
  const uses = usesIn(text, true);
  return mostUsed(uses.size > 0 ? uses : usesIn(text, false));
}

function usesIn(text: string, withoutSingleSpaces: boolean): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  let [size, sort, step] = [0, "", ""];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const indent = leading(line);
    if (indent === "") [size, sort] = [0, ""];
    const own = indent.charAt(0);
    if (indent === "" || (withoutSingleSpaces && indent === " ")) continue;
    if (own !== sort) size = 0;
    sort = own;
    const difference = Math.abs(indent.length - size);
    size = indent.length;
    if (difference > 0) step = own.repeat(difference);
    const use = uses.get(step) ?? { taken: 0, kept: 0 };
    const isFirst = !uses.has(step);
    uses.set(step, {
      taken: use.taken + 1,
      kept: isFirst ? 0 : use.kept + (difference === 0 ? 1 : 0),
    });
  }
  return uses;
}

/** The tabs, or the spaces, with which a line starts; a mixture counts by its first character. */
function leading(line: string): string {
  const own = line.charAt(0);
  if (own !== " " && own !== "\t") return "";
  let end = 1;
  while (line.charAt(end) === own) end++;
  return line.slice(0, end);
}

function mostUsed(uses: ReadonlyMap<string, Use>): string {
  let found = "";
  let [taken, kept] = [0, 0];
  for (const [step, use] of uses) {
    if (use.taken < taken || (use.taken === taken && use.kept <= kept)) continue;
    [found, taken, kept] = [step, use.taken, use.kept];
  }
  return found;
}
