/** A small repository that release-please releases as 2.4.1. */
export interface Release {
  readonly name: string;
  /** Texts, and values that are written as JSON with two blanks of indentation. */
  readonly files: Readonly<Record<string, unknown>>;
}

export const releasedAs = "2.4.1";

const config = "release-please-config.json";
const versions = ".release-please-manifest.json";
const single = (options: object, more: object = {}) => ({
  [config]: { packages: { ".": options }, ...more },
  [versions]: { ".": "2.3.9" },
});
const lock = (more: object = {}) => ({
  name: "@acme/kit",
  version: "2.3.9",
  lockfileVersion: 3,
  packages: { "": { name: "@acme/kit", version: "2.3.9" }, ...more },
});

export const releasePleaseReleases: readonly Release[] = [
  {
    name: "node with lockfile, samples and tabs",
    files: {
      ...single({ "release-type": "node" }),
      "package.json": '{\n\t"name": "@acme/kit",\n\t"version": "2.3.9",\n\t"files": ["dist"]\n}\n',
      "package-lock.json": lock(),
      "samples/package.json": { name: "samples", dependencies: { "@acme/kit": "^2.3.0", other: "^2.3.9" } },
    },
  },
  {
    name: "annotated lines and blocks",
    files: {
      ...single({ "release-type": "simple", "extra-files": ["README.md", "src/about.c", "Dockerfile"] }),
      "version.txt": "2.3.9",
      "README.md":
        "kit 2.3.9\n<!-- x-release-please-start-version -->\nnpm i kit@2.3.9 && echo 1.0.0\nkit: v2.3.9-rc.1\n<!-- x-release-please-end -->\nkit 2.3.9\n",
      "src/about.c":
        '#define VERSION "2.3.9" // x-release-please-version\n#define MAJOR 1 /* x-release-please-major */\n#define MINOR 3 // x-release-please-minor\n#define PATCH 9 // x-release-please-patch\n#define OTHER "2.3.9"\n',
      Dockerfile:
        "# x-release-please-start-major\nFROM kit:1-slim\n# x-release-please-end\r\nFROM kit:2.3.9\n",
    },
  },
  {
    name: "extra files by their ending",
    files: {
      ...single({ "release-type": "simple", "extra-files": ["a.json", "b.toml", "c.xml", "deep/d.yml"] }),
      "a.json": '{ "version": "v2.3.9", "other": [1, 2],\n    "kit": "2.3.9" }',
      "b.toml": "version = '2.3.9' # kept\n[tool]\nkit = \"2.3.9\" # x-release-please-version\n",
      "c.xml":
        "<?xml version='1.0'?>\n<kit a='1'  b=\"x > y\" >\n  <version>2.3.9</version><empty></empty>\n  <sub><version>2.3.9</version></sub>\n</kit>\n",
      "deep/d.yml": "# a comment\nversion: 2.3.9\nname:   kit\nlist: [a, b]\n",
    },
  },
  {
    name: "paths into JSON, TOML, YAML and XML",
    files: {
      ...single({
        "release-type": "simple",
        "extra-files": [
          { type: "json", path: "server.json", jsonpath: "$.packages[0].version" },
          { type: "json", path: "server.json", jsonpath: "$.packages[?(@.name=='kit')].image" },
          { type: "json", path: "deep.json", jsonpath: "$..version" },
          { type: "toml", path: "Cargo.toml", jsonpath: "$.workspace.package.version" },
          { type: "toml", path: "Cargo.toml", jsonpath: "$.workspace.dependencies['kit-core'].version" },
          { type: "toml", path: "Cargo.lock", jsonpath: "$.package[?(@.name.value=='kit-core')].version" },
          { type: "yaml", path: "chart/values.yaml", jsonpath: "$.image.tag" },
          { type: "xml", path: "app.csproj", xpath: "//Project/PropertyGroup/Version" },
          { type: "xml", path: "app.csproj", xpath: "//Package[@Id='kit']/@Version" },
          { type: "generic", path: "docs/**/*.md", glob: true },
        ],
      }),
      "server.json": {
        version: "2.3.9",
        packages: [
          { name: "kit", version: "2.3.9", image: "ghcr.io/acme/kit:2.3.9" },
          { name: "b", version: "2.3.9" },
        ],
      },
      "deep.json": { version: "2.3.9", a: { version: "1.0.0", b: [{ version: 3 }, { version: "x" }] } },
      "Cargo.toml":
        '[workspace.package]\nversion = "2.3.9" # all\n\n[workspace.dependencies]\nkit-core = { path = "core", version = "2.3.9" }\n',
      "Cargo.lock":
        '[[package]]\nname = "serde"\nversion = "2.3.9"\n\n[[package]]\nname = "kit-core"\nversion = "2.3.9"\n',
      "chart/values.yaml": "image:\n  repository: acme/kit\n  tag: 2.3.9\nreplicas: 2\n",
      "app.csproj":
        '<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    <Version>2.3.9</Version>\n  </PropertyGroup>\n  <ItemGroup>\n    <Package Id="kit" Version="2.3.9" />\n    <Package Id="x" Version="2.3.9" />\n  </ItemGroup>\n</Project>\n',
      "docs/a.md": "kit 2.3.9 <!-- x-release-please-version -->\n",
      "docs/b/c.md": "kit 2.3.9 <!-- x-release-please-version -->\nkit 2.3.9\n",
    },
  },
  {
    name: "python",
    files: {
      ...single({ "release-type": "python", "package-name": "kit-core" }),
      "pyproject.toml": '[project]\nname = "kit-core"\nversion = "2.3.9"\ndependencies = ["x==2.3.9"]\n',
      "setup.cfg": "[metadata]\nname = kit\nversion = 2.3.9\n",
      "setup.py": "setup(name='kit', version='2.3.9', python_requires='>=3.9')\n",
      "src/kit_core/__init__.py": '__version__ = "2.3.9"\n',
      "src/kit_core/version.py": '__version__ = "2.3.9"\n',
      "kit_core/__init__.py": "__version__='2.3.9'\n",
    },
  },
  {
    name: "rust, one crate",
    files: {
      ...single({ "release-type": "rust" }),
      "Cargo.toml": '[package]\nname = "kit"\nversion = "2.3.9" # own\n\n[dependencies]\nserde = "2.3.9"\n',
      "Cargo.lock":
        'version = 3\n\n[[package]]\nname = "kit"\nversion = "2.3.9"\n\n[[package]]\nname = "serde"\nversion = "2.3.9"\n',
    },
  },
  {
    name: "rust, members of a workspace",
    files: {
      ...single({ "release-type": "rust" }),
      "Cargo.toml":
        '[workspace]\nmembers = ["core"]\n\n[package]\nname = "kit"\nversion = "2.3.9"\n\n[dependencies]\nkit-core = { path = "core", version = "2.3.9" }\n\n[target."cfg(unix)".dev-dependencies]\nkit-core = { path = "core", version = "=2.3.9" }\n',
      "core/Cargo.toml": '[package]\nname = "kit-core"\nversion = "2.3.9"\n',
    },
  },
  {
    name: "maven with a child",
    files: {
      ...single({ "release-type": "maven", "skip-snapshot": true, "extra-files": ["README.md"] }),
      "pom.xml":
        '<?xml version="1.0" encoding="UTF-8"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <groupId>org.acme</groupId>\n  <artifactId>kit</artifactId>\n  <version>2.4.0-SNAPSHOT</version>\n  <dependencies>\n    <dependency><groupId>a</groupId><artifactId>b</artifactId><version>2.3.9</version></dependency>\n  </dependencies>\n</project>\n',
      "core/pom.xml":
        "<project>\n  <parent>\n    <groupId>org.acme</groupId>\n    <version>2.4.0-SNAPSHOT</version>\n  </parent>\n  <artifactId>kit-core</artifactId>\n  <!-- 2.3.9 x-release-please-released-version -->\n</project>\n",
      "README.md":
        "2.3.9 <!-- x-release-please-released-version -->\n2.3.9 <!-- x-release-please-version -->\n",
    },
  },
  {
    name: "helm, with comments and a long line",
    files: {
      ...single({ "release-type": "helm" }),
      "Chart.yaml":
        "apiVersion: v2\nname:  kit # the name\nversion: 2.3.9 # the chart\nappVersion: '2.3.9'\ndescription: a very long description of a chart that goes on and on until it is longer than eighty characters\n",
    },
  },
  {
    name: "elixir with a version attribute",
    files: {
      ...single({ "release-type": "elixir" }),
      "mix.exs": '  @version "2.3.9"\n  [version: "2.3.9", x: 1]\n',
    },
  },
  {
    name: "elixir with the version in place",
    files: {
      ...single({ "release-type": "elixir" }),
      "mix.exs": '  [app: :kit, version: "2.3.9", elixir: "~> 1.2"]\n',
    },
  },
  {
    name: "dart with a build number",
    files: { ...single({ "release-type": "dart" }), "pubspec.yaml": "name: kit\nversion: 2.3.9+41\n" },
  },
  {
    name: "go with a version file",
    files: {
      ...single({ "release-type": "go", "version-file": "internal/version.go" }),
      "internal/version.go": 'package internal\n\nconst Version = "2.3.9"\nconst API = "2.3.9"\n',
    },
  },
  {
    name: "php",
    files: {
      ...single({ "release-type": "php" }),
      "composer.json": { name: "acme/kit", version: "2.3.9", require: { x: "2.3.9" } },
      VERSION: "2.3.9\n",
    },
  },
  {
    name: "ruby with its lockfile",
    files: {
      ...single({ "release-type": "ruby", component: "acme-kit" }),
      "lib/acme/kit/version.rb": "module Acme\n  VERSION = '2.3.9'\nend\n",
      "Gemfile.lock": "PATH\n  specs:\n    acme-kit (2.3.9)\n      rake (2.3.9)\n",
    },
  },
  {
    name: "terraform",
    files: {
      ...single({ "release-type": "terraform-module" }),
      "README.md": 'module "kit" {\n  version = "~> 2.3"\n}\nversion = "~> 2.3"\n',
      "versions.tf": 'module_name = "kit/v2.3.9"\n',
      "modules/a/versions.tf": 'module_name = "kit/a/v2.3.9"\n',
      "metadata.yaml": "spec:\n  version: 2.3.9\n",
    },
  },
  {
    name: "bazel",
    files: {
      ...single({ "release-type": "bazel" }),
      "MODULE.bazel":
        'module(\n    name = "kit",\n    version = "2.3.9",\n)\nbazel_dep(name = "x", version = "2.3.9")\n',
    },
  },
  {
    name: "ocaml",
    files: {
      ...single({ "release-type": "ocaml" }),
      "kit.opam": 'opam-version: "2.0"\nversion: "2.3.9"\n',
      "dune-project": "(lang dune 3.0)\n(version 2.3.9)\n",
      "package.json": { name: "kit", version: "2.3.9" },
    },
  },
  {
    name: "expo",
    files: {
      ...single({ "release-type": "expo" }),
      "package.json": { name: "kit", version: "2.3.9", dependencies: { expo: "~51.0.8" } },
      "app.json": {
        expo: { version: "2.3.9", ios: { buildNumber: "2.3.9" }, android: { versionCode: 510020309 } },
      },
    },
  },
  {
    name: "sfdx",
    files: {
      ...single({ "release-type": "sfdx" }),
      "sfdx-project.json": {
        name: "kit",
        packageDirectories: [
          { path: "a", versionNumber: "2.3.9.NEXT", default: true },
          { path: "b", versionNumber: "2.3.9.NEXT", default: false },
        ],
      },
    },
  },
  {
    name: "r",
    files: {
      ...single({ "release-type": "r" }),
      DESCRIPTION: "Package: kit\nVersion: 2.3.9\nDepends: R (>= 2.3.9)\n",
    },
  },
  {
    name: "krm-blueprint",
    files: {
      ...single({ "release-type": "krm-blueprint" }),
      "setters.yaml":
        "metadata:\n  annotations:\n    cnrm.cloud.google.com/blueprint: cnrm/acme:kit/v2.3.9\n    other: acme/v2.3.9\n",
    },
  },
  {
    name: "several components, each in its folder",
    files: {
      [config]: {
        "release-type": "node",
        "tag-separator": "@",
        "extra-files": ["about.txt"],
        packages: {
          "packages/a": {},
          "packages/b": { component: "bee", "extra-files": ["/docs/b.txt"] },
          tools: { "release-type": "simple", "version-file": "VERSION" },
        },
      },
      [versions]: { "packages/a": "2.3.9", "packages/b": "2.3.9", tools: "0.9.0" },
      "packages/a/package.json": { name: "@acme/a", version: "2.3.9" },
      "packages/a/about.txt": "2.3.9 x-release-please-version\n",
      "packages/b/package.json": { name: "@acme/b", version: "2.3.9", dependencies: { "@acme/a": "^2.3.9" } },
      "docs/b.txt": "2.3.9 x-release-please-version\n",
      "tools/VERSION": "0.9.0\n",
    },
  },
  {
    name: "node-workspace",
    files: {
      [config]: { plugins: ["node-workspace"], packages: { "packages/a": {}, "packages/b": {} } },
      [versions]: { "packages/a": "2.3.9", "packages/b": "2.3.9" },
      "package-lock.json": {
        name: "root",
        lockfileVersion: 3,
        packages: {
          "": { name: "root" },
          "node_modules/a": { resolved: "packages/a", link: true },
          "packages/a": { version: "2.3.9" },
          "packages/b": { name: "b", version: "2.3.9", dependencies: { a: "^2.3.9" } },
        },
      },
      "packages/a/package.json": { name: "a", version: "2.3.9" },
      "packages/b/package.json": {
        name: "b",
        version: "2.3.9",
        dependencies: { a: "^2.3.9" },
        devDependencies: { a: "workspace:*" },
        peerDependencies: { a: ">=2.3.9" },
        optionalDependencies: { a: "~2.3.9" },
      },
    },
  },
  {
    name: "cargo-workspace",
    files: {
      [config]: {
        "release-type": "rust",
        plugins: [{ type: "cargo-workspace", merge: false }],
        packages: { "crates/a": {}, "crates/b": {} },
      },
      [versions]: { "crates/a": "2.3.9", "crates/b": "2.3.9" },
      "Cargo.toml": '[workspace]\nmembers = ["crates/a", "crates/b", "crates/c"]\n',
      "Cargo.lock":
        '[[package]]\nname = "a"\nversion = "2.3.9"\n\n[[package]]\nname = "b"\nversion = "2.3.9"\n\n[[package]]\nname = "c"\nversion = "0.4.7"\n',
      "crates/a/Cargo.toml": '[package]\nname = "a"\nversion = "2.3.9"\n',
      "crates/b/Cargo.toml":
        '[package]\nname = "b"\nversion = "2.3.9"\n\n[dependencies.a]\npath = "../a"\nversion = "2.3.9"\n',
      "crates/c/Cargo.toml":
        '[package]\nname = "c"\nversion = "0.4.7"\n\n[dependencies]\nb = { path = "../b", version = "2.3.9" }\n',
    },
  },
  {
    name: "maven-workspace",
    files: {
      [config]: {
        "release-type": "maven",
        "skip-snapshot": true,
        plugins: [{ type: "maven-workspace", considerAllArtifacts: false }],
        packages: { a: {}, b: {} },
      },
      [versions]: { a: "2.3.9", b: "2.3.9" },
      "a/pom.xml":
        "<project><groupId>g</groupId><artifactId>a</artifactId><version>2.4.0-SNAPSHOT</version></project>\n",
      "b/pom.xml":
        "<project><groupId>g</groupId><artifactId>b</artifactId><version>2.4.0-SNAPSHOT</version><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>2.3.9</version></dependency></dependencies></project>\n",
    },
  },
];
