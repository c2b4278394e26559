import { type Binding, type Place, snippet } from "./place.ts";
import { assignment, speaksOfVersion } from "./variable.ts";

/** `<artifactId>name</artifactId> <version>1.2.3</version>` of Maven, and elements that are named after a version. */
export function bindElement(place: Place): Binding | null {
  return bindArtifact(place) ?? bindNamed(place);
}

function bindArtifact({ before }: Place): Binding | null {
  if (!/<version>\s{0,40}$/.test(before)) return null;
  const artifact = lastMatch(
    before,
    /<artifactId>\s{0,20}([\w.-]{1,100})\s{0,20}<\/artifactId>\s{0,80}<version>/g,
  );
  const group = lastMatch(before, /<groupId>\s{0,20}([\w.-]{1,100})\s{0,20}<\/groupId>\s{0,80}<artifactId>/g);
  if (artifact === null) return null;
  return snippet("jvm", group === null ? artifact : `${group}:${artifact}`);
}

/** `<string name="lumen_version">1.2.3</string>` and `<lumen.version>1.2.3</lumen.version>`. */
function bindNamed({ line }: Place): Binding | null {
  const [, element = "", named] =
    /<([A-Za-z][\w.:-]{0,100})(?:[ \t][^<>]{0,100}?\b(?:name|id|key)="([^"<>]{1,100})"[^<>]{0,100})?>[ \t]{0,20}$/.exec(
      line,
    ) ?? [];
  const name = (named ?? element).replaceAll(".", "_");
  return speaksOfVersion(name, false) ? assignment(name) : null;
}

function lastMatch(text: string, pattern: RegExp): string | null {
  return [...text.matchAll(pattern)].at(-1)?.[1] ?? null;
}
