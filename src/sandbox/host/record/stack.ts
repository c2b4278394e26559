/** One frame of a stack as QuickJS writes it. Line and column are 1-based; the column counts code points. */
export interface Frame {
  /** The name of the module, which for files of the repository is their absolute virtual path. */
  readonly module: string;
  readonly line: number;
  readonly column: number;
  /** False for the place of a syntax error, at which nothing was running yet. */
  readonly isRunning: boolean;
}

const lead = "    at ";
const position = /:(\d+):(\d+)$/;

/**
 * The frames of a stack that have a position, innermost first. A frame is `    at name (module:line:column)`, or
 * without a name `    at module:line:column`. Names are not read: a script can call a function whatever it likes.
 */
export function* framesOf(stack: string): Generator<Frame> {
  for (let start = 0; start < stack.length; ) {
    const end = stack.indexOf("\n", start);
    const line = stack.slice(start, end === -1 ? stack.length : end);
    start = end === -1 ? stack.length : end + 1;
    const frame = frameOf(line);
    if (frame !== null) yield frame;
  }
}

function frameOf(line: string): Frame | null {
  if (!line.startsWith(lead)) return null;
  const isRunning = line.endsWith(")");
  const place = isRunning ? line.slice(line.lastIndexOf(" (") + 2, -1) : line.slice(lead.length);
  const found = position.exec(place);
  if (found === null) return null;
  return { module: place.slice(0, found.index), line: Number(found[1]), column: Number(found[2]), isRunning };
}
