/** Shorter words name packages all over the world: only the configuration can say that one of them is ours. */
const shortestName = 4;

/** False for a name so short that it is also part of many others. */
export function isLong(name: string): boolean {
  return name.length >= shortestName;
}

/**
 * A name has to be one word or several of the identifier: `RAY_VERSION` and `LUMEN_KIT_VERSION` speak of `ray` and of
 * `lumenkit`, and `ARRAY_VERSION` does not. A short name also ends the names of others, as in `socketIOVersion`, so it
 * has to come first.
 */
export function speaksOf(words: readonly string[], token: string): boolean {
  const starts = isLong(token) ? words.keys() : [words.findIndex((word) => !qualifiers.has(word))];
  return [...starts].some((start) => startsWithName(words, start, token));
}

function startsWithName(words: readonly string[], start: number, token: string): boolean {
  let rest = token;
  for (let at = start; at >= 0 && at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === rest || (word.startsWith(rest) && versionWords.has(word.slice(rest.length)))) return true;
    if (!rest.startsWith(word)) return false;
    rest = rest.slice(word.length);
  }
  return false;
}

/** What stands before the name of a product in an identifier and is no name itself: `MIN_RAY_VERSION`. */
const qualifiers = new Set(
  (
    "app current default docker expected image latest max maximum min minimum my new next old package pkg public " +
    "required the vite"
  ).split(" "),
);

/** What may be written in one with a name: `lumenversion`. */
const versionWords = new Set(["version", "ver", "tag", "release"]);

/** Names of others that are one word despite the capital within. */
const inOneWord =
  /(?:Type|Java|Coffee|Action)Script|GraphQL|Git(?:Hub|Lab)|(?:Postgre|My|No)SQL|MongoDB|Open(?:API|SSL|SSH)|Web(?:Assembly|Socket|GPU|RTC|GL)/g;

/** The words of an identifier in lower case: `socketIOVersion` has `socket`, `io` and `version`. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(inOneWord, (name) => `${name.charAt(0)}${name.slice(1).toLowerCase()}`)
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
