import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { isTable, tableOf } from "../shared/configuration/table.ts";
import { cargoLock, cargoToml, pyproject } from "./cargo-updaters.ts";
import { chartYaml } from "./chart-updater.ts";
import { type Component, pathIn } from "./component.ts";
import { type Files, filesNamed } from "./files.ts";
import { annotatedLines } from "./generic-updater.ts";
import * as json from "./json-updaters.ts";
import * as lines from "./line-updaters.ts";
import { pomXml } from "./pom-updater.ts";
import type { Update, Updater } from "./update.ts";

/** A file of a component and what becomes of it. */
type FileUpdate = readonly [file: string, updater: Updater];

/** What a release type rewrites besides extra files and the changelog, whose words nobody can foresee. */
type ReleaseType = (component: Component, files: Files) => readonly FileUpdate[];

/**
 * The release types, by `src/factory.ts` and `src/strategies`. Types that only Google's own repositories can use are not
 * among them: php-yoshi, java-yoshi, java-yoshi-mono-repo and those of its librarian.
 */
export const releaseTypes: Readonly<Record<string, ReleaseType>> = {
  simple: (component) => [[versionFileOf(component) ?? "version.txt", lines.wholeFile]],
  node: nodeFiles,
  expo: (component, files) => [
    ...nodeFiles(component),
    ["app.json", json.appJson(expoMajor(component, files))],
  ],
  python: pythonFiles,
  rust: rustFiles,
  go: (component) =>
    versionFileOf(component) === null ? [] : [[versionFileOf(component) ?? "", lines.versionGo]],
  "go-yoshi": () => [["internal/version.go", lines.versionGo]],
  java: javaFiles,
  maven: mavenFiles,
  php: () => [
    ["composer.json", json.composerJson],
    ["VERSION", lines.wholeFile],
  ],
  ruby: (component) => [
    [rubyFile(component), lines.versionRb],
    ["Gemfile.lock", lines.gemfileLock(component.ownName)],
  ],
  "ruby-yoshi": (component) => [[rubyFile(component), lines.versionRb]],
  elixir: () => [["mix.exs", lines.mixExs]],
  dart: () => [["pubspec.yaml", lines.pubspec]],
  helm: () => [["Chart.yaml", chartYaml]],
  "terraform-module": terraformFiles,
  "krm-blueprint": krmFiles,
  ocaml: ocamlFiles,
  bazel: (component) => [[versionFileOf(component) ?? "MODULE.bazel", lines.moduleBazel]],
  r: () => [["DESCRIPTION", lines.description]],
  sfdx: () => [["sfdx-project.json", json.sfdxProject]],
  salesforce: () => [["sfdx-project.json", json.sfdxProject]],
  "dotnet-yoshi": ({ name }) => [["/apis/apis.json", json.apisJson(name)]],
};

/** The updates of a release type, with the places from which they follow. */
export function typeUpdates(component: Component, type: ReleaseType, files: Files): readonly Update[] {
  const declared = versionFileOf(component);
  return type(component, files).flatMap(([file, updater]) => {
    const path = pathIn(component, file);
    return path === null ? [] : [{ path, updater, origin: component.origin, isDeclared: file === declared }];
  });
}

function versionFileOf({ options }: Component): string | null {
  return textOf(options["version-file"]);
}

function nodeFiles({ packageName }: Component): FileUpdate[] {
  const lock = json.packageLock(new Map(), true);
  return [
    ["package-lock.json", lock],
    ["npm-shrinkwrap.json", lock],
    ["samples/package.json", json.samplesPackageJson(packageName)],
    ["package.json", json.packageJson(new Map(), false)],
  ];
}

function expoMajor(component: Component, files: Files): number {
  const text = files.read(pathIn(component, "package.json") ?? "");
  const manifest = text === null ? {} : (configurationOf("package.json", text, "json")?.value ?? {});
  const tables = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  const found = tables.map((name) => textOf(tableOf(manifest[name])["expo"])).find((each) => each !== null);
  return Number(/(?<!\d)(\d+)\.\d+\.\d+/.exec(found ?? "")?.[1] ?? 0);
}

function pythonFiles(component: Component, files: Files): FileUpdate[] {
  const root = tableOf(plainToml(files.read(pathIn(component, "pyproject.toml") ?? "") ?? ""));
  const poetry = tableOf(root["tool"])["poetry"];
  const project = isTable(root["project"]) ? root["project"] : isTable(poetry) ? poetry : null;
  const name = project === null ? component.ownName : (textOf(project["name"]) ?? "");
  const names = name === "" ? [] : [...new Set([name, name.replaceAll("-", "_")])];
  const initial = names.flatMap((each) => [`${each}/__init__.py`, `src/${each}/__init__.py`]);
  return [
    ["setup.cfg", lines.setupCfg],
    ["setup.py", lines.setupPy],
    ...(project === null ? [] : [["pyproject.toml", pyproject] as const]),
    ...initial.map((file) => [file, lines.pythonFile] as const),
    ...fromRoot(filesNamed(files, "version.py", component.path), lines.pythonFile),
  ];
}

/** The members of a workspace are taken as they are written; the tool expands no stars here. */
function rustFiles(component: Component, files: Files): FileUpdate[] {
  const manifestAt = (file: string) => tableOf(plainToml(files.read(pathIn(component, file) ?? "") ?? ""));
  const nameAt = (file: string) => textOf(tableOf(manifestAt(file)["package"])["name"]);
  const members = textsOf(tableOf(manifestAt("Cargo.toml")["workspace"])["members"])
    .map((member) => `${member}/Cargo.toml`)
    .filter((file) => files.read(pathIn(component, file) ?? "") !== null);
  const crates = ["Cargo.toml", ...members];
  // The version of each crate is filled in where it is known, when the updater runs.
  const names = crates.map(nameAt).filter((name) => name !== null);
  const versions = (version: string) => new Map(names.map((name) => [name, version]));
  return [
    ...[...members, "Cargo.toml"].map(
      (file): FileUpdate => [file, (text, version) => cargoToml(versions(version.text))(text, version)],
    ),
    ["Cargo.lock", (text, version) => cargoLock(versions(version.text))(text, version)],
  ];
}

const releasedLines: Updater = (text, version) =>
  annotatedLines(text, version, "x-release-please-released-").text;

/** Lines that name a released version and no snapshot have annotations of their own. */
function javaFiles({ extraFiles }: Component): FileUpdate[] {
  return extraFiles.flatMap(({ value }) =>
    typeof value === "string" ? [[value, releasedLines] as const] : [],
  );
}

function mavenFiles(component: Component, files: Files): FileUpdate[] {
  const poms = filesNamed(files, "pom.xml", component.path).flatMap((path): FileUpdate[] => [
    [`/${path}`, pomXml(new Map())],
    [`/${path}`, releasedLines],
    [`/${path}`, (text, version) => annotatedLines(text, version, "x-release-please-").text],
  ]);
  return [...javaFiles(component), ...poms];
}

function rubyFile(component: Component): string {
  return versionFileOf(component) ?? `lib/${component.ownName.replaceAll("-", "/")}/version.rb`;
}

function terraformFiles({ path }: Component, files: Files): FileUpdate[] {
  const named = (name: string, updater: Updater) => fromRoot(filesNamed(files, name, path), updater);
  return [
    ...named("readme.md", lines.terraformReadme),
    ...named("README.md", lines.terraformReadme),
    ...named("versions.tf", lines.terraformVersions),
    ...named("versions.tf.tmpl", lines.terraformVersions),
    ...named("metadata.yaml", lines.terraformMetadata),
  ];
}

function krmFiles({ path, current }: Component, files: Files): FileUpdate[] {
  const annotated = below(files, path).filter(
    (file) =>
      file.endsWith(".yaml") && files.read(file)?.includes("cnrm.cloud.google.com/blueprint") === true,
  );
  return fromRoot(annotated, lines.krmBlueprint(current));
}

function ocamlFiles({ path }: Component, files: Files): FileUpdate[] {
  const paths = below(files, path).filter((file) => !file.startsWith("esy.lock"));
  const packages = paths.filter((file) => file.endsWith(".json") && hasVersion(files.read(file)));
  return [
    ...fromRoot(packages, json.esyJson),
    ...fromRoot(
      paths.filter((file) => file.endsWith(".opam") || file.endsWith(".opam.locked")),
      lines.opam,
    ),
    ["dune-project", lines.duneProject],
  ];
}

function hasVersion(text: string | null): boolean {
  return text !== null && configurationOf("package.json", text, "json")?.value["version"] !== undefined;
}

function below(files: Files, path: string): readonly string[] {
  return path === "." ? files.list() : files.list().filter((file) => file.startsWith(`${path}/`));
}

function fromRoot(paths: readonly string[], updater: Updater): FileUpdate[] {
  return paths.map((path) => [`/${path}`, updater]);
}
