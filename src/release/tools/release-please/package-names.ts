import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { pathIn } from "./component.ts";
import type { Files } from "./files.ts";

/** The name that a release type finds in the manifest of a component, `getDefaultPackageName` of its strategy. */
export function defaultPackageName(type: string, path: string, files: Files): string {
  const manifest = manifests[type];
  if (type === "dotnet-yoshi") return path.slice(path.lastIndexOf("/") + 1);
  if (manifest === undefined) return "";
  const text = files.read(pathIn({ path }, manifest) ?? "");
  return text === null ? "" : (textOf(nameIn(manifest, text)) ?? "");
}

const manifests: Readonly<Record<string, string>> = {
  node: "package.json",
  expo: "package.json",
  rust: "Cargo.toml",
  dart: "pubspec.yaml",
  helm: "Chart.yaml",
  sfdx: "sfdx-project.json",
  salesforce: "sfdx-project.json",
};

function nameIn(manifest: string, text: string): unknown {
  if (manifest === "Cargo.toml") return tableOf(tableOf(plainToml(text))["package"])["name"];
  if (manifest.endsWith(".yaml")) return tableOf(plainYaml(text))["name"];
  return configurationOf(manifest, text, "json")?.value["name"];
}

/** `normalizeComponent` of a strategy: the scope of an npm package is no part of it. */
export function componentName(type: string, name: string): string {
  const isNpm = type === "node" || type === "expo";
  return isNpm && /^@[\w-]+\//.test(name) ? (name.split("/")[1] ?? name) : name;
}
