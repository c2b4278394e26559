import { bindAt, bindColon, bindModule, bindUrl } from "./address.ts";
import { type Binding, type Place, snippet } from "./place.ts";
import { bindQuoted } from "./quoted.ts";
import { bindDefault, bindVariable } from "./variable.ts";

/** One way to bind a version to what stands before it, tried where the character right before it is one of `after`. */
interface Binder {
  readonly after: string;
  bind(place: Place): Binding | null;
}

/** In the order in which they are tried: the first that binds wins. */
const binders: readonly Binder[] = [
  { after: "/@-_=#", bind: bindUrl },
  { after: "@", bind: bindAt },
  { after: ":", bind: bindColon },
  { after: "=", bind: bindComparison },
  { after: "-=", bind: bindDefault },
  { after: " \t", bind: bindModule },
  { after: " \t=", bind: bindOption },
  { after: "\"'`", bind: bindQuoted },
  { after: " \t:=\"'`", bind: bindVariable },
  { after: ">\n \t", bind: bindElement },
];

/** Binds a version to the name that the place itself gives it; null when the place gives none. */
export function bind(place: Place): Binding | null {
  const last = place.before.at(-1);
  if (last === undefined) return null;
  if (/^[<>]/.test(place.prefix)) return bindComparison(place) ?? (isQuote(last) ? bindQuoted(place) : null);
  for (const binder of binders) {
    const binding = binder.after.includes(last) ? binder.bind(place) : null;
    if (binding !== null) return binding;
  }
  return null;
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'" || character === "`";
}

const comparison = /(?:^|[\s"'`(,[|])([A-Za-z][\w.-]{0,100})(?:\[[\w, -]{0,60}\])?\s?([=~!<>]=|[<>])\s?$/;

/** `name==1.2.3`, `name~=1.2.3`, and further comparisons where a Python package manager is asked for them. */
function bindComparison({ line, prefix }: Place): Binding | null {
  const [, name, operator] = comparison.exec(`${line}${prefix.replace(/v$/i, "")}`) ?? [];
  if (name === undefined || /^(?:\w*version|node|python)$/i.test(name)) return null;
  const isUnmistakable =
    operator === "==" || operator === "~=" || /\b(?:pip3?|pipx|uvx?|poetry)\s/.test(line);
  return isUnmistakable ? snippet("python", name) : null;
}

/** `--version 1.2.3`, `--tag=1.2.3`; of the crate that cargo is asked to install, else of nothing that it names. */
function bindOption({ line }: Place): Binding | null {
  if (!/(?:^|\s)--(?:[\w-]{0,40}version|vers|tag|release)(?:\s{1,4}|=)$/.test(line)) return null;
  const crate =
    /\bcargo\s{1,10}b?install\s{1,10}(?:--?[\w-]{1,40}\s{1,10}){0,8}([A-Za-z][\w-]{0,100})\s/.exec(line)?.[1];
  return crate === undefined ? { kind: "snippet", subject: null } : snippet("crate", crate);
}

/** `<artifactId>name</artifactId> <version>1.2.3</version>` of Maven. */
function bindElement({ before }: Place): Binding | null {
  if (!/<version>\s{0,40}$/.test(before)) return null;
  const artifact = lastMatch(
    before,
    /<artifactId>\s{0,20}([\w.-]{1,100})\s{0,20}<\/artifactId>\s{0,80}<version>/g,
  );
  const group = lastMatch(before, /<groupId>\s{0,20}([\w.-]{1,100})\s{0,20}<\/groupId>\s{0,80}<artifactId>/g);
  if (artifact === null) return null;
  return snippet("jvm", group === null ? artifact : `${group}:${artifact}`);
}

function lastMatch(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? null;
}
