/** How the picture looks, in pixels and characters. A longer line goes on in the next row, as in a terminal. */
const columns = 112;
const characterWidth = 8.4;
const rowHeight = 19;
const margin = 18;
const titleHeight = 34;

/** The colours of the picture by SGR parameter. https://en.wikipedia.org/wiki/ANSI_escape_code#Colors */
const colours: Readonly<Record<number, string>> = {
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  36: "#76e3ea",
};

/** Characters that look alike. */
interface Run {
  readonly text: string;
  readonly colour: string | null;
  readonly isBold: boolean;
}

/**
 * An SVG of a terminal in which a command has printed text with ANSI colours. Throws a RangeError for an escape sequence
 * that it does not know.
 */
export function terminalPicture(command: string, printed: string): string {
  const prompt: Run[] = [
    { text: "$ ", colour: "#7d8590", isBold: false },
    { text: command, colour: null, isBold: true },
  ];
  const rows = [prompt, ...linesOf(printed.trimEnd()).flatMap(wrapped)];
  const width = Math.ceil(columns * characterWidth) + 2 * margin;
  const height = titleHeight + rows.length * rowHeight + margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(command)} in a terminal</title>
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
<circle cx="20" cy="17" r="5" fill="#ff5f57"/><circle cx="38" cy="17" r="5" fill="#febc2e"/><circle cx="56" cy="17" r="5" fill="#28c840"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${rows.map(row).join("\n")}
</g>
</svg>
`;
}

/** The lines of a coloured text as runs; a colour may go on over the end of a line. */
function linesOf(printed: string): Run[][] {
  const lines: Run[][] = [[]];
  let look: Omit<Run, "text"> = { colour: null, isBold: false };
  // Every second piece is the parameters of an escape sequence.
  for (const [index, piece] of printed.split(/\x1b\[([\d;]*)m/).entries()) {
    if (index % 2 === 1) {
      for (const code of piece.split(";")) look = lookAfter(look, Number(code));
      continue;
    }
    const [first = "", ...rest] = piece.split("\n");
    lines.at(-1)?.push({ text: first, ...look });
    lines.push(...rest.map((text) => [{ text, ...look }]));
  }
  return lines;
}

function lookAfter(look: Omit<Run, "text">, code: number): Omit<Run, "text"> {
  if (code === 0) return { colour: null, isBold: false };
  if (code === 1) return { ...look, isBold: true };
  if (code === 22) return { ...look, isBold: false };
  if (code === 39) return { ...look, colour: null };
  const colour = colours[code];
  if (colour === undefined) throw new RangeError(`the picture has no look for the SGR parameter ${code}`);
  return { ...look, colour };
}

/** The rows that a line takes. */
function wrapped(line: readonly Run[]): Run[][] {
  const rows: Run[][] = [[]];
  let used = 0;
  for (const { text, ...look } of line) {
    let rest = text;
    while (rest.length > 0) {
      if (used === columns) {
        rows.push([]);
        used = 0;
      }
      const part = rest.slice(0, columns - used);
      rows.at(-1)?.push({ text: part, ...look });
      used += part.length;
      rest = rest.slice(part.length);
    }
  }
  return rows;
}

function row(runs: readonly Run[], index: number): string {
  const y = titleHeight + (index + 1) * rowHeight - 5;
  let column = 0;
  const spans = runs.map(({ text, colour, isBold }) => {
    const x = (margin + column * characterWidth).toFixed(1);
    column += text.length;
    const fill = colour === null ? "" : ` fill="${colour}"`;
    const weight = isBold ? ' font-weight="bold"' : "";
    return text.trim() === "" ? "" : `<tspan x="${x}"${fill}${weight}>${escaped(text)}</tspan>`;
  });
  return `<text y="${y}">${spans.join("")}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
