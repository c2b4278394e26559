import type { XmlElement } from "../../../repository/documents/xml.ts";
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
  return withPlaces(pom, places);
}

/** The text of a pom in which a property has another value, also where a profile sets it. */
export function withProperty(pom: Pom, name: string, value: string): string {
  const owners = [pom.project, ...listed(child(pom.project, "profiles"), "profile")];
  const elements = owners.map((owner) => child(owner, "properties", name));
  return withPlaces(
    pom,
    elements.flatMap((element) => (element === null ? [] : [{ element, value }])),
  );
}

/** White space around a value stays. */
function withPlaces({ text: before }: Pom, places: readonly Place[]): string {
  return places
    .toSorted((a, b) => b.element.content.start - a.element.content.start)
    .reduce((text, { element: { content }, value }) => {
      const written = text.slice(content.start, content.end);
      const start = written.length - written.trimStart().length;
      const end = written.length - written.trimEnd().length;
      return text.slice(0, content.start + start) + value + text.slice(content.end - end);
    }, before);
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

/** Dependencies and plugins, also those that are only managed, that a profile adds, or that a plugin needs. */
function requirements(project: XmlElement): readonly XmlElement[] {
  const profiles = listed(child(project, "profiles"), "profile");
  return [project, ...profiles].flatMap((owner) => {
    const plugins = [
      child(owner, "build", "plugins"),
      child(owner, "build", "pluginManagement", "plugins"),
      child(owner, "reporting", "plugins"),
    ].flatMap((list) => listed(list, "plugin"));
    const needed = [owner, child(owner, "dependencyManagement"), ...plugins].flatMap((one) =>
      one === null ? [] : listed(child(one, "dependencies"), "dependency"),
    );
    return [...needed, ...plugins];
  });
}

function listed(list: XmlElement | null, name: string): readonly XmlElement[] {
  return list === null ? [] : children(list, name);
}
