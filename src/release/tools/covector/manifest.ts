import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import { resolveFrom } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";

const manifests: Readonly<Record<string, string>> = { rust: "Cargo.toml", javascript: "package.json" };

/** Where the manifest of a package lies, by its own options and those of its manager. */
export function manifestPath(own: Table, config: Table): string {
  const given = textOf(own["manifestPath"]);
  if (given !== null) return resolveFrom("", given) ?? "";
  const manager = textOf(own["manager"]) ?? "javascript";
  const options = { ...tableOf(tableOf(config["pkgManagers"])[manager]), ...own };
  const file = manifests[manager] ?? textOf(options["packageFileName"]) ?? "";
  const folder = resolveFrom("", textOf(own["path"]) ?? "") ?? "";
  return folder === "" ? file : `${folder}/${file}`;
}

/** The version that a manifest holds; null for none. */
export function versionIn(path: string, text: string): string | null {
  if (path.endsWith(".toml")) {
    const root = tableOf(plainToml(text));
    return (
      textOf(tableOf(root["package"])["version"]) ??
      textOf(tableOf(tableOf(root["workspace"])["package"])["version"])
    );
  }
  if (path.endsWith(".json")) return textOf(configurationOf("", text, "json")?.value["version"]);
  return /\.ya?ml$/.test(path) ? textOf(tableOf(plainYaml(text))["version"]) : textOf(text.trim());
}

/** What a manifest asks of a package under its usual dependencies; null for nothing. */
export function requirementsOf(path: string, repository: Repository): (name: string) => string | null {
  const text = repository.has(path) ? (repository.read(path) ?? "") : "";
  const root = path.endsWith(".toml") ? plainToml(text) : configurationOf("", text, "json")?.value;
  const table = tableOf(tableOf(root)["dependencies"]);
  return (name) => textOf(table[name]) ?? textOf(tableOf(table[name])["version"]);
}
