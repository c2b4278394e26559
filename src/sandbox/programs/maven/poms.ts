import { MalformedXml, parseXml, textContent, type XmlElement } from "../../../repository/documents/xml.ts";
import { resolveFrom } from "../../../repository/packages/path.ts";

/** A pom.xml as far as versions are concerned. */
export interface Pom {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly project: XmlElement;
  readonly artifact: string;
  /** The group, its own or that of its parent. */
  readonly group: string;
}

/** The root and its modules, in the order in which they are named; empty where the root is no pom. */
export function readPoms(read: (path: string) => string | null, root: string): readonly Pom[] {
  const poms: Pom[] = [];
  const open = [root];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const pom = poms.some((each) => each.path === path) ? null : pomAt(path, read(path));
    if (pom === null) continue;
    poms.push(pom);
    for (const module of modulesOf(pom)) {
      const resolved = resolveFrom(pom.folder, module);
      if (resolved !== null) open.push(module.endsWith(".xml") ? resolved : `${resolved}/pom.xml`);
    }
  }
  return poms;
}

function pomAt(path: string, text: string | null): Pom | null {
  if (text === null) return null;
  const project = projectOf(text);
  if (project === null) return null;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const parent = child(project, "parent");
  const group = textAt(project, "groupId") ?? (parent === null ? null : textAt(parent, "groupId"));
  return { path, folder, text, project, artifact: textAt(project, "artifactId") ?? "", group: group ?? "" };
}

function projectOf(text: string): XmlElement | null {
  try {
    return parseXml(text).find(
      (node) => node.kind === "element" && local(node) === "project",
    ) as XmlElement | null;
  } catch (error) {
    if (error instanceof MalformedXml) return null;
    throw error;
  }
}

/** Modules also stand in profiles. */
function modulesOf({ project }: Pom): readonly string[] {
  const profiles = child(project, "profiles");
  const owners = [project, ...(profiles === null ? [] : children(profiles, "profile"))];
  return owners.flatMap((owner) => {
    const modules = child(owner, "modules");
    return modules === null ? [] : children(modules, "module").map((module) => textContent(module).trim());
  });
}

export function children(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((node) => node.kind === "element" && local(node) === name) as XmlElement[];
}

export function child(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  return names.reduce<XmlElement | null>(
    (found, name) => (found === null ? null : (children(found, name)[0] ?? null)),
    element,
  );
}

/** The text of the element that the names lead to; null for none. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | null {
  const found = child(element, ...names);
  return found === null ? null : textContent(found).trim();
}

function local({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}
