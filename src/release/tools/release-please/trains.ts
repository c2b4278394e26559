import type { DeclaredTrain } from "../release-tool.ts";
import { textsOf } from "../shared/configuration/plain-values.ts";
import { isTable } from "../shared/configuration/table.ts";
import type { Component } from "./component.ts";

export interface DeclaredComponent {
  readonly component: Component;
  readonly train: DeclaredTrain;
}

/**
 * The train of each component. Components that the plugin `linked-versions` holds together are one train, by
 * `src/plugins/linked-versions.ts`: each of them gets the highest version.
 */
export function declaredTrains(
  components: readonly Component[],
  plugins: readonly unknown[],
): readonly DeclaredComponent[] {
  const groups = plugins.flatMap((plugin) =>
    isTable(plugin) && plugin["type"] === "linked-versions"
      ? [{ name: String(plugin["groupName"] ?? ""), members: new Set(textsOf(plugin["components"])) }]
      : [],
  );
  const linked = groups.map(({ name, members }) => {
    const inGroup = components.filter((each) => each.name !== "" && members.has(each.name));
    return { inGroup, train: groupTrain(name, inGroup) };
  });
  return components.map((component) => {
    const group = linked.find(({ inGroup }) => inGroup.includes(component));
    return { component, train: group?.train ?? ownTrain(component) };
  });

  function groupTrain(name: string, inGroup: readonly Component[]): DeclaredTrain {
    const [first] = inGroup;
    return {
      name,
      current: first?.current ?? null,
      folders: inGroup.map(folderOf),
      packages: inGroup.flatMap(packagesOf),
      tag: first?.tag ?? null,
    };
  }

  function ownTrain(component: Component): DeclaredTrain {
    const name = component.name || (component.path === "." ? "" : component.ownName || component.path);
    return {
      name: components.length === 1 ? "" : name,
      current: component.current,
      folders: [folderOf(component)],
      packages: packagesOf(component),
      tag: component.tag,
    };
  }

  function folderOf({ path }: Component): string {
    return path === "." ? "" : path;
  }

  function packagesOf({ packageName }: Component): string[] {
    return packageName === "" ? [] : [packageName];
  }
}
