/** One step of a path, see `pathMatches`. */
export type Step =
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "all" | "descent" | "parent" }
  | { readonly kind: "slice"; readonly slice: readonly (number | null)[] }
  | { readonly kind: "filter"; readonly filter: string };

/** An expression that is not understood, so that nobody can say what it leads to. */
export class UnknownPath extends Error {
  constructor(path: string) {
    super(`the path ${path} is more than is understood`);
    this.name = "UnknownPath";
  }
}

/** @throws UnknownPath */
export function parsePath(path: string): readonly Step[] {
  const steps: Step[] = [];
  let at = path.startsWith("$") ? 1 : 0;
  while (at < path.length) {
    if (path.startsWith("..", at)) {
      steps.push({ kind: "descent" });
      at += path.charAt(at + 2) === "[" ? 2 : 1;
      if (path.charAt(at) === ".") at += 1;
      if (path.charAt(at) === "[") continue;
    } else if (path.charAt(at) === ".") at += 1;
    if (path.charAt(at) === "^") {
      steps.push({ kind: "parent" });
      at += 1;
    } else if (path.charAt(at) === "[") {
      const end = endOfBracket(path, at);
      steps.push(bracketStep(path.slice(at + 1, end), path));
      at = end + 1;
    } else {
      const name = nameAt(path, at);
      if (name === "") throw new UnknownPath(path);
      steps.push(nameStep(name, path));
      at += name.length;
    }
  }
  return steps;
}

function nameAt(path: string, at: number): string {
  let end = at;
  while (end < path.length && !".[^".includes(path.charAt(end))) end += 1;
  return path.slice(at, end);
}

function nameStep(name: string, path: string): Step {
  if (name === "*") return { kind: "all" };
  if (/^[~@?(]|~$|\(\)$/.test(name)) throw new UnknownPath(path);
  if (name.startsWith("`")) return { kind: "names", names: [name.slice(1)] };
  return { kind: "names", names: name.includes(",") ? name.split(",") : [unquoted(name)] };
}

/** Where the bracket closes that opens at an offset; brackets within and quoted ones are passed over. */
function endOfBracket(path: string, start: number): number {
  let depth = 0;
  let quote = "";
  for (let at = start; at < path.length; at++) {
    const character = path.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "[") depth += 1;
    else if (character === "]") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new UnknownPath(path);
}

const slice = /^(-?\d*):(-?\d*)(?::(\d*))?$/;

function bracketStep(content: string, path: string): Step {
  const filter = /^\?\((.*)\)$/s.exec(content)?.[1];
  if (filter !== undefined) return { kind: "filter", filter };
  if (content === "*") return { kind: "all" };
  const bounds = slice.exec(content);
  if (bounds !== null)
    return { kind: "slice", slice: bounds.slice(1).map((bound) => (bound ? Number(bound) : null)) };
  if (/^[(?@]/.test(content)) throw new UnknownPath(path);
  return { kind: "names", names: isQuoted(content) ? [unquoted(content)] : content.split(",").map(unquoted) };
}

/** One quoted name, in which a comma is a character like others. */
function isQuoted(text: string): boolean {
  return /^(?:'[^']*'|"[^"]*")$/.test(text);
}

function unquoted(text: string): string {
  return isQuoted(text.trim()) ? text.trim().slice(1, -1) : text;
}
