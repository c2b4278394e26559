import { expect, test } from "vitest";
import { openRepository } from "../../src/open-repository.ts";
import { presumeCurrent } from "../../src/release/current.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

function presumed(
  files: Readonly<Record<string, string>>,
  product = "",
  tags: readonly string[] = [],
): string {
  const release = '[[release]]\nname = "cut"\nentry = "release.mjs"\n';
  const root = temporaryFolder({ "release.mjs": "", "version-audit.toml": `${product}${release}`, ...files });
  const opened = openRepository({ root });
  const git = { topLevel: root, tags, head: null, branch: null, remote: null, shallow: false };
  const { repository } = opened;
  const seen = {
    ...repository,
    notes: repository.notes,
    has: (path: string) => repository.has(path),
    read: (path: string) => repository.read(path),
    git,
  };
  return presumeCurrent({ ...opened, repository: seen });
}

const npm = (name: string, version: string, more = "") =>
  `{ "name": "${name}", "version": "${version}"${more} }\n`;

test("before anything is rehearsed, current is what most of the manifests hold that could be released", () => {
  const hidden = ', "private": true';
  const files = {
    "a/package.json": npm("a", "1.2.0"),
    "b/package.json": npm("b", "1.2.0"),
    "c/package.json": npm("c", "3.0.0", hidden),
    "d/package.json": npm("d", "3.0.0", hidden),
    "e/package.json": npm("e", "3.0.0", hidden),
    "f/package.json": npm("f", "2.0.0"),
  };
  expect(presumed(files)).toBe("1.2.0");
  const crate = (name: string, more = "") => `[package]\nname = "${name}"\nversion = "2.0.0"\n${more}`;
  expect(presumed({ ...files, "g/Cargo.toml": crate("g") })).toBe("2.0.0");
  expect(presumed({ ...files, "g/Cargo.toml": crate("g", "publish = false\n") })).toBe("1.2.0");
  expect(presumed({ ...files, "package.json": npm("root", "2.0.0", hidden) })).toBe("2.0.0");
});

test("placeholders and what is no version are nobody's current", () => {
  const files = {
    "a/package.json": npm("a", "0.0.0"),
    "b/package.json": npm("b", "0.0.0"),
    "c/package.json": npm("c", "latest"),
    "d/package.json": npm("d", "latest"),
    "e/package.json": npm("e", "0.1.0"),
  };
  expect(presumed(files)).toBe("0.1.0");
  const { "e/package.json": _, ...none } = files;
  expect(() => presumed(none)).toThrow("no manifest of this repository holds a released version");
});

test("of the versions that manifests hold, the newest release is current", () => {
  const demonstrations = {
    "play/a/package.json": npm("a", "1.0.0"),
    "play/b/package.json": npm("b", "1.0.0"),
    "packages/lumen/package.json": npm("lumen", "8.2.2"),
  };
  expect(presumed(demonstrations, "", ["v1.0.0", "v8.2.2"])).toBe("8.2.2");
  expect(presumed(demonstrations, "", ["v1.0.0", "v8.2.3"])).toBe("8.2.3");
});

test("where no manifest holds a version, the tags do", () => {
  expect(presumed({ "go.mod": "module lumen\n" }, "", ["v0.64.0", "v0.65.1", "v0.66.0-rc.1"])).toBe("0.65.1");
});

test("the configuration can say where current is read", () => {
  const files = {
    "package.json": npm("root", "1.0.0"),
    "chart.yaml": "version: 3.1.0\nimage:\n  tag: 3.2.0\n  short: 3.2\n",
  };
  const product = (current: string) => `[product]\ncurrent = "${current}"\n`;
  expect(presumed(files, product("chart.yaml"))).toBe("3.1.0");
  expect(presumed(files, product("chart.yaml#image.tag"))).toBe("3.2.0");
  for (const place of ["chart.yaml#image.short", "chart.yaml#image.none", "none.yaml#version"])
    expect(() => presumed(files, product(place))).toThrow(
      `current is read from ${place}, where no version stands`,
    );
});

test("an older version is not current where a package holds the newest release, however many agree on it", () => {
  const npm = (name: string, version: string) => `{ "name": "${name}", "version": "${version}" }`;
  const playgrounds = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`play/${index}/package.json`, npm(`play-${index}`, "2.0.0")]),
  );
  const workspace = '{ "name": "root", "private": true, "workspaces": ["packages/*", "play/*"] }';
  const files = {
    "package.json": workspace,
    "packages/core/package.json": npm("core", "8.2.2"),
    ...playgrounds,
  };
  expect(presumed(files, "", ["v2.0.0", "v8.2.1", "v8.2.2"])).toBe("8.2.2");
  expect(presumed(files, "", ["v2.0.0", "v8.2.1"])).toBe("8.2.2");
  expect(presumed(files, "", ["v2.0.0", "v9.0.0"])).toBe("2.0.0");
});

test("a number that leaves out majors does not come after the newest release, however single packages count", () => {
  const files = {
    "package.json": '{ "name": "mossy", "private": true, "workspaces": ["packages/*"] }',
    "packages/core/package.json": npm("core", "0.18.0"),
    "packages/web/package.json": npm("web", "0.18.0"),
    "packages/math/package.json": npm("math", "0.18.0"),
    "packages/index/package.json": npm("index", "3.3.0"),
    "packages/pointer/package.json": npm("pointer", "1.3.1"),
  };
  expect(presumed(files, "", ["v0.17.0", "v0.18.0", "v0.18.1"])).toBe("0.18.0");
});

test("where only packages have tags, the one that the repository is named after says what current is", () => {
  const pub = (name: string, version: string) => `name: ${name}\nversion: ${version}\n`;
  const files = {
    "package.json": '{ "name": "mossy", "private": true }',
    "packages/fern/pubspec.yaml": pub("fern", "9.1.1"),
    "packages/mossy/pubspec.yaml": pub("mossy", "4.2.0"),
    "extensions/editor/Cargo.toml": '[package]\nname = "mossy"\nversion = "0.1.0"\n',
  };
  const tags = ["fern-v9.0.0", "fern-v9.1.0", "fern-v9.1.1", "mossy-v0.1.0", "mossy-v4.2.0"];
  expect(presumed(files, "", tags)).toBe("4.2.0");
  expect(presumed(files, "", [...tags, "v9.1.1"])).toBe("9.1.1");
});

test("charts of tests by the dozen say no more than one package, and a tag says more", () => {
  const charts = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `pkg/testdata/chart-${index}/Chart.yaml`,
      `apiVersion: v2\nname: chart-${index}\nversion: ${index === 0 ? "99.0.0" : "0.1.0"}\n`,
    ]),
  );
  expect(presumed(charts, "", ["v4.2.3", "v4.2.4"])).toBe("4.2.4");
});

test("a version that a tag of another form names does not come after the newest release", () => {
  const part = {
    "bindings/lumen.gemspec":
      'Gem::Specification.new do |s|\n  s.name = "lumen"\n  s.version = "1.4.0"\nend\n',
  };
  expect(presumed(part, "", ["v0.1.0", "v0.2.0"])).toBe("1.4.0");
  expect(presumed(part, "", ["v0.1.0", "lumen-gem-1.4.0", "v0.2.0"])).toBe("0.2.0");
});

test("a package with tags of its own comes after the newest release of the whole", () => {
  const files = {
    "package.json":
      '{ "name": "mossy-monorepo", "private": true, "version": "10.2.4", "workspaces": ["packages/*"] }',
    "packages/mossy/package.json": npm("mossy", "11.14.0"),
    "packages/fern/package.json": npm("fern", "11.14.0"),
  };
  expect(presumed(files, "", ["v10.2.4", "mossy@11.13.0", "mossy@11.14.0", "v10.9.5"])).toBe("11.14.0");
});

test("a chart counts by itself, unless the repository is one", () => {
  const chart = "apiVersion: v2\nname: lumen\nversion: 1.4.0\nappVersion: 0.2.0\n";
  expect(presumed({ "charts/lumen/Chart.yaml": chart }, "", ["v0.1.0", "v0.2.0"])).toBe("0.2.0");
  expect(presumed({ "charts/lumen/Chart.yaml": chart })).toBe("1.4.0");
  expect(presumed({ "Chart.yaml": chart }, "", ["v1.3.0"])).toBe("1.4.0");
});

const tree = (text: string) => ({
  "lumen/__init__.py": text,
  "lumen/test/version.py": '__version__ = "9.0.0.dev0"\n',
});

test("what the sources say the next release will be is current, where it comes after one", () => {
  expect(presumed(tree('__version__ = "1.3.0.dev0"\n'), "", ["v1.2.0"])).toBe("1.3.0.dev0");
  expect(presumed(tree('__version__ = "1.3.0"\n'), "", ["v1.2.0"])).toBe("1.2.0");
  expect(presumed(tree('__version__ = "1.1.0.dev0"\n'), "", ["v1.2.0"])).toBe("1.2.0");
  expect(presumed({ "core/ver.h": '#define LUMEN_VERSION "1.3.0-DEV"\n' }, "", ["lumen-1_2_0"])).toBe(
    "1.3.0-DEV",
  );
  expect(presumed({ "server/const.go": 'const (\n\tVERSION = "1.3.0-dev"\n)\n' }, "", ["v1.2.0"])).toBe(
    "1.3.0-dev",
  );
});

test("a number that holds the place of others is not current, a year may be", () => {
  const root = (version: string) => ({ "package.json": npm("lumen", version) });
  expect(presumed(root("100.0.0"), "", ["v10.7.5"])).toBe("10.7.5");
  expect(presumed(root("2026.1.0"), "", ["v10.7.5"])).toBe("2026.1.0");
  expect(presumed(root("0.1+private"), "", ["v9.2.2"])).toBe("9.2.2");
});

test("plugins that stay at their first version are not current, however many there are", () => {
  const plugin = (name: string) => ({
    [`plugins/${name}/manifest.json`]: `{ "name": "${name}", "manifest_version": 3, "version": "1.0.0" }\n`,
  });
  const plugins = Object.assign({}, ...["fern", "moss", "reed", "rush", "sedge", "iris"].map(plugin));
  expect(presumed(plugins, "", ["v0.63.1", "v0.63.2"])).toBe("0.63.2");
  const crate = (name: string) => ({
    [`plugins/${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "0.1.0"\n`,
  });
  const crates = Object.assign({}, ...["fern", "moss", "reed", "rush", "sedge", "iris"].map(crate));
  expect(presumed(crates, "", ["v0.63.1", "v0.63.2"])).toBe("0.63.2");
});

test("a number of nines holds the place of a year as well", () => {
  expect(presumed({ VERSION: "9999.9.9\n" }, "", ["2031.1.0", "2031.2.0"])).toBe("2031.2.0");
});

test("a chart is released beside the application that it installs", () => {
  const chart = "apiVersion: v2\nname: moss\nversion: 4.2.0\nappVersion: 1.3.0\n";
  const tags = [
    "helm-chart-4.0.0",
    "helm-chart-4.1.0",
    "helm-chart-4.2.0",
    "controller-v1.2.0",
    "controller-v1.3.0",
  ];
  expect(presumed({ "charts/moss/Chart.yaml": chart }, "", tags)).toBe("1.3.0");
  expect(presumed({ "charts/moss/Chart.yaml": chart }, "", tags.slice(0, 3))).toBe("4.2.0");
});

test("the last tag of a custom that was given up is not current where packages have gone on without", () => {
  const files = {
    "a/package.json": npm("a", "5.0.1"),
    "b/package.json": npm("b", "6.1.0"),
    "c/package.json": npm("c", "4.2.0"),
  };
  expect(presumed(files, "", ["v1.0.0"])).toBe("6.1.0");
  expect(presumed({ ...files, "d/package.json": npm("d", "1.0.4") }, "", ["v1.0.0"])).toBe("1.0.4");
});

test("the count of the commits with the last of them is a release of its own", () => {
  const tags = ["1.55.1", "2116.v98dde145b_dce", "2117.vc05a_0b_e6b_f4e"];
  expect(presumed({ "pom.xml": "<project></project>\n" }, "", tags)).toBe("2117.vc05a_0b_e6b_f4e");
});
