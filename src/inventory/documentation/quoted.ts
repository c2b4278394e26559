import { type Binding, type Place, snippet } from "./place.ts";
import { assignment, speaksOfVersion } from "./variable.ts";

/** Keys of objects and manifests that are no names of packages. */
const reserved =
  /^(?:\$?schema|api|compat|current|from|id|latest|lockfileversion|max|min|name|next|node|npm|openapi|package|packagemanager|pnpm|release|rev|since|tag|target|to|until|\w*version|yarn)$/i;

/** A version that opens a string: what the string is given to, or what it is given along with. */
export function bindQuoted(place: Place): Binding | null {
  const line = place.line.slice(0, -1);
  const separator = line.trimEnd().at(-1);
  if (separator === "=") return bindTable(place, line) ?? bindKey(place, line);
  if (separator === ":") return bindKey(place, line) ?? bindSwiftPackage(place);
  if (separator === "," || separator === "(") return bindArgument(line) ?? bindSwiftPackage(place);
  return null;
}

/** `.package(url: "https://…/name.git", from: "1.2.3")`. */
function bindSwiftPackage({ before }: Place): Binding | null {
  const call = before.lastIndexOf(".package(");
  if (call === -1) return null;
  const repository =
    /^\.package\(\s{0,40}(?:name:\s{0,4}"[^"]{0,100}",\s{0,40})?url:\s{0,4}"[^"]{0,200}\/([\w.-]+?)(?:\.git)?",[\s\w:.(]{0,80}"$/.exec(
      before.slice(call),
    )?.[1];
  return repository === undefined ? null : snippet("swift", repository);
}

/** TOML: `name = { version = "1.2.3" }`, `name = "1.2.3"`, `[package] name = "…" version = "1.2.3"`. */
function bindTable(place: Place, line: string): Binding | null {
  const inline =
    /(?:^|\s)([A-Za-z][\w-]{0,100})\s{0,10}=\s{0,10}\{[^{}\n]{0,200}\bversion\s{0,10}=\s{0,10}$/.exec(
      line,
    )?.[1];
  if (inline !== undefined) return snippet("crate", inline);
  const key = /^[\s/#*!>]{0,40}([A-Za-z][\w-]{0,100})\s{0,10}=\s{0,10}$/.exec(line)?.[1];
  if (key === undefined) return null;
  if (key === "version")
    return bindManifest(place, /(?:^|\n)[\s/#*!>]*name\s{0,10}=\s{0,10}"([\w-]{1,100})"/g, "crate");
  if (speaksOfVersion(key, false)) return assignment(key);
  const isExcerpt = place.isProse || /^\s{0,40}(?:\/\/|#|\*)/.test(line);
  return isExcerpt && !reserved.test(key) ? snippet("crate", key) : null;
}

/** JSON: `"name": "^1.2.3"`, `"NAME_VERSION": "1.2.3"`. */
function bindKey(place: Place, line: string): Binding | null {
  const [, , key] = /(?:^|[\s{,("'`|])(["'])([^"'\s]{1,214})\1\s{0,10}[:=]\s{0,10}$/.exec(line) ?? [];
  if (key === undefined) return null;
  if (key === "version")
    return bindManifest(place, /["']name["']\s{0,10}:\s{0,10}["']([^"'\s]{1,214})["']/g, "npm");
  if (speaksOfVersion(key, true)) return assignment(key);
  if (!/^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/.test(key) || reserved.test(key)) return null;
  const isUnmistakable = place.isProse || key.startsWith("@") || /^[\^~]/.test(place.prefix);
  return isUnmistakable ? snippet("npm", key) : null;
}

/** The name that stands before the version in the same excerpt of a manifest, which ends at a blank line or a brace. */
function bindManifest({ before, isProse }: Place, name: RegExp, type: "npm" | "crate"): Binding | null {
  if (!isProse) return null;
  const excerpt = before.slice(Math.max(before.lastIndexOf("}"), before.lastIndexOf("\n\n")) + 1);
  const found = [...excerpt.matchAll(name)].at(-1)?.[1];
  return found === undefined ? null : snippet(type, found);
}

/** `gem 'name', '~> 1.2.3'`, `pod 'name', '1.2.3'`, `{:name, "~> 1.2.3"}`. */
function bindArgument(line: string): Binding | null {
  const name = /(?:\b(?:gem|pod)\s{0,4}\(?\s{0,4}["']|\{:)([A-Za-z][\w./-]{0,100})["']?,\s{0,10}$/.exec(
    line,
  )?.[1];
  return name === undefined ? null : snippet("name", name);
}
