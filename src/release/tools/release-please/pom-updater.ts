import type { XmlNode } from "../../../repository/documents/xml.ts";
import type { Versions } from "./json-updaters.ts";
import type { Updater } from "./update.ts";
import { withXmlNodes, type XmlChange } from "./xml-updaters.ts";
import { selectXPath, stringOf, type XPathNode } from "./xpath.ts";

/**
 * `src/updaters/java/pom-xml.ts`: the version of the project, else that of its parent, and with a plugin those of the
 * dependencies that are released with it, by `group:artifact`.
 */
export function pomXml(versions: Versions): Updater {
  return (text, version) =>
    withXmlNodes(text, (nodes) => {
      const own = selectXPath(nodes, local("project", "version"));
      const chosen = own.length > 0 ? own : selectXPath(nodes, local("project", "parent", "version"));
      return [
        ...chosen.map((node) => ({ node, value: version.text })),
        ...dependencyPaths
          .flatMap((path) => selectXPath(nodes, path))
          .flatMap((node) => required(node, versions)),
      ];
    });
}

function local(...names: readonly string[]): string {
  return names.map((name) => `/*[local-name()="${name}"]`).join("");
}

const dependencyPaths = [
  local("project", "dependencies", "dependency"),
  local("project", "dependencyManagement", "dependencies", "dependency"),
];

function required(dependency: XPathNode, versions: Versions): XmlChange[] {
  const [group, artifact, node] = ["groupId", "artifactId", "version"].map((name) => child(dependency, name));
  const value = versions.get(`${group ? stringOf(group) : ""}:${artifact ? stringOf(artifact) : ""}`);
  return node === undefined || value === undefined ? [] : [{ node, value }];
}

function child(node: XPathNode, name: string): XmlNode | undefined {
  if (node.kind !== "element") return undefined;
  return node.children.find((each) => each.kind === "element" && each.name === name);
}

/** `group:artifact` of a pom and the requirements in it; null where it names none. */
export function artifactOf(nodes: readonly XmlNode[]): string | null {
  const [artifact] = selectXPath(nodes, local("project", "artifactId"));
  const [group] = selectXPath(nodes, local("project", "groupId"));
  return artifact === undefined || group === undefined ? null : `${stringOf(group)}:${stringOf(artifact)}`;
}
