/**
 * The properties that `build-helper:parse-version` sets for a version.
 * Source: https://www.mojohaus.org/build-helper-maven-plugin/parse-version-mojo.html
 */
export function parsedVersion(version: string): Readonly<Record<string, string>> {
  const parts = /^(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-(.*))?$/.exec(version);
  if (parts === null) return {};
  const [, major = "0", minor = "0", incremental = "0", qualifier = ""] = parts;
  const numbers = { MajorVersion: major, MinorVersion: minor, IncrementalVersion: incremental };
  return Object.fromEntries([
    ["parsedVersion.qualifier", qualifier],
    ...Object.entries(numbers).flatMap(([name, number]) => [
      [`parsedVersion.${name.charAt(0).toLowerCase()}${name.slice(1)}`, number],
      [`parsedVersion.next${name}`, String(Number(number) + 1)],
    ]),
  ]);
}
