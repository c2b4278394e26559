/**
 * True when the text is one of those that the pattern of `*`, `?` and plain characters describes. As in fnmatch without
 * FNM_PATHNAME, the way git reads tag patterns and pathspecs, `*` goes across slashes. Takes at most
 * |pattern| x |text| steps. Classes in square brackets are not read: `hasClass` tells when one is there.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = index;
    } else if (pattern[at] === "?" || pattern[at] === text[index]) {
      at++;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

/** True when a pattern holds what `matchesWildcard` does not read: a class, or an escape. */
export function hasClass(pattern: string): boolean {
  return pattern.includes("[") || pattern.includes("\\");
}
