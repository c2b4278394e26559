/** The files of a situation as texts: what is no text is written as JSON. */
export function textsOf(files: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, value]) => [
      path,
      typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`,
    ]),
  );
}

/** The files that changed, in a form to be read. Changelogs are left out, since their words come from commits. */
export function shownFiles(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string | null>>,
): string {
  return Object.keys(now)
    .filter((path) => now[path] !== before[path] && !/(?:CHANGELOG|NEWS)\.md$/.test(path))
    .sort()
    .map((path) => {
      const text = now[path] ?? "";
      return `--- ${path}\n${text.replaceAll("\r", "␍")}${text.endsWith("\n") ? "" : "␄\n"}`;
    })
    .join("");
}
