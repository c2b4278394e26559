import { isTable, tableOf } from "../shared/configuration/table.ts";
import type { TomlString } from "../shared/values/toml-strings.ts";

const kinds = ["dependencies", "devDependencies", "dev-dependencies", "build-dependencies"];

/**
 * What a manifest asks of packages that are released, raised as `bumpDeps` of covector does: the operator stays, and as
 * many numbers are named as before. Ranges, wildcards and what a workspace fills in stay.
 * @param raised the new versions by the names of the packages
 */
export function raisedManifest(root: unknown, raised: ReadonlyMap<string, string>): readonly TomlString[] {
  const targets = Object.keys(tableOf(tableOf(root)["target"])).map((name) => ["target", name]);
  return [[], ...targets].flatMap((prefix) =>
    kinds.flatMap((kind) =>
      [...raised].flatMap(([name, version]) => {
        const holder = [...prefix, kind].reduce<unknown>((found, key) => tableOf(found)[key], root);
        const entry = tableOf(holder)[name];
        const requirement = isTable(entry) ? entry["version"] : entry;
        const value = typeof requirement === "string" ? raisedRequirement(requirement, version) : null;
        const path = [...prefix, kind, name, ...(isTable(entry) ? ["version"] : [])];
        return value === null ? [] : [{ path, value }];
      }),
    ),
  );
}

function raisedRequirement(requirement: string, version: string): string | null {
  const protocol = requirement.startsWith("workspace:") ? "workspace:" : "";
  const bare = requirement.slice(protocol.length);
  const isLeftAlone =
    !/\d/.test(bare) ||
    /(?:^|\.)[xX*](?:\.|$)/.test(bare) ||
    /[<>,| @]/.test(bare) ||
    requirement.startsWith("catalog:");
  if (isLeftAlone) return null;
  const operator = /[\^=~]/.exec(bare)?.[0] ?? "";
  const numbers = bare.split(".").length;
  const next = numbers > 2 ? version : version.split(".").slice(0, numbers).join(".");
  return protocol + operator + next;
}
