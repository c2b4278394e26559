import { bindAt, bindColon, bindModule, bindUrl } from "./address.ts";
import { bindElement } from "./element.ts";
import { bindEqual, bindManaged, bindOption } from "./installer.ts";
import { bindManifestLine } from "./manifest-line.ts";
import { type Binding, type Place, snippet } from "./place.ts";
import { bindQuoted } from "./quoted.ts";
import { bindReference } from "./reference.ts";
import { bindTagged } from "./tagged-source.ts";
import { bindDefault, bindVariable } from "./variable.ts";

/** One way to bind a version to what stands before it, tried where the character right before it is one of `after`. */
interface Binder {
  readonly after: string;
  bind(place: Place): Binding | null;
}

/** In the order in which they are tried: the first that binds wins. */
const binders: readonly Binder[] = [
  { after: "/@-_=#", bind: bindUrl },
  { after: " \t-@\"'", bind: bindManifestLine },
  { after: " \t=/\"'", bind: bindTagged },
  { after: "@", bind: bindAt },
  { after: ":", bind: bindManaged },
  { after: ":", bind: bindColon },
  { after: "=", bind: bindComparison },
  { after: "=", bind: bindEqual },
  { after: "-=", bind: bindDefault },
  { after: " \t", bind: bindModule },
  { after: " \t=", bind: bindOption },
  { after: " \t\"'", bind: bindReference },
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
