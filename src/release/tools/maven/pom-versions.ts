import type { XmlElement } from "../shared/values/xml.ts";
import { child, children, type Pom, textAt } from "./poms.ts";

/** A place of a pom that gets the new version. */
interface Place {
  readonly element: XmlElement;
  readonly value: string;
}

/**
 * The text of a pom in which the version of a build is another one: its own, that of its parent, and those of
 * requirements on modules of the build. Everything else stays as it is written.
 * @param poms all of the build
 */
export function withPomVersion(pom: Pom, poms: readonly Pom[], current: string, target: string): string {
  const isOurs = (element: XmlElement) =>
    poms.some(
      ({ artifact, group }) =>
        textAt(element, "artifactId") === artifact && resolved(textAt(element, "groupId"), pom) === group,
    );
  const named = [
    pom.project,
    ...[child(pom.project, "parent"), ...requirements(pom.project)].filter(
      (each) => each !== null && isOurs(each),
    ),
  ].filter((each) => each !== null);
  const places = named.flatMap((owner): Place[] => {
    const element = child(owner, "version");
    return element !== null && textAt(owner, "version") === current ? [{ element, value: target }] : [];
  });
  const property = propertyOf(textAt(pom.project, "version"));
  const element = property === null ? null : child(pom.project, "properties", property);
  if (element !== null) places.push({ element, value: target });
  return places
    .sort((a, b) => b.element.content.start - a.element.content.start)
    .reduce((text, { element: { content }, value }) => {
      const written = text.slice(content.start, content.end);
      const start = written.length - written.trimStart().length;
      const end = written.length - written.trimEnd().length;
      return text.slice(0, content.start + start) + value + text.slice(content.end - end);
    }, pom.text);
}

/** The version of a build; a property such as `${revision}` is looked up in its root. */
export function buildVersion({ project }: Pom): string | null {
  const version = textAt(project, "version") ?? textAt(project, "parent", "version");
  const property = propertyOf(version);
  return property === null ? version : textAt(project, "properties", property);
}

function propertyOf(version: string | null): string | null {
  return /^\$\{([\w.-]+)\}$/.exec(version ?? "")?.[1] ?? null;
}

function resolved(group: string | null, pom: Pom): string | null {
  return group !== null && /^\$\{(?:project|pom)\.groupId\}$/.test(group) ? pom.group : group;
}

/** Dependencies and plugins, those that are only managed included. */
function requirements(project: XmlElement): readonly XmlElement[] {
  const lists = [
    [child(project, "dependencies"), "dependency"],
    [child(project, "dependencyManagement", "dependencies"), "dependency"],
    [child(project, "build", "plugins"), "plugin"],
    [child(project, "build", "pluginManagement", "plugins"), "plugin"],
  ] as const;
  return lists.flatMap(([list, name]) => (list === null ? [] : children(list, name)));
}
