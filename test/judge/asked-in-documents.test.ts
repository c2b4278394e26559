import { expect, test } from "vitest";
import { isMissed } from "../../src/judge/judge.ts";
import { soFar } from "./judged.ts";

const bumped = ["package.json", "packages/core/package.json"];

/** `line verdict`, and why it is no finding where it is none, of every missed place of a file. */
function missed(path: string, text: string, files: Readonly<Record<string, string>>, written: string[] = []) {
  const remote = "https://github.com/acme/moss";
  const told = { bumped: [...bumped, ...written], tags: ["v1.3.0", "v2.3.0"], remote };
  const { occurrences, evidence } = soFar({ ...files, [path]: text }, told);
  return occurrences
    .filter((place) => place.path === path && isMissed(place.verdict))
    .map(({ span, verdict, unreported }) => {
      const { line } = evidence.repository.locate(path, span);
      return unreported === null ? `${line} ${verdict}` : `${line} ${verdict}, unreported: ${unreported}`;
    });
}

const fern = { "fern/pubspec.yaml": "name: fern\nversion: 2.4.0\n" };

test("a requirement of Dart in a document is behind when it does not take in current", () => {
  const text = "```yaml\ndependencies:\n  fern: ^1.3.0\n```\n\n```yaml\ndependencies:\n  fern: ^2.3.0\n```\n";
  expect(missed("fern/README.md", text, fern, ["fern/pubspec.yaml"])).toEqual([
    "3 behind",
    "8 behind, unreported: ^2.3.0 admits 2.4.0",
  ]);
});

test("a package with a version of its own is asked for by that, and a guide of how one begins asks for no former one", () => {
  const files = { "fern/pubspec.yaml": "name: fern\nversion: 0.5.1\n" };
  const text = "```yaml\ndependencies:\n  fern: ^0.4.0\n```\n\n```yaml\ndependencies:\n  fern: ^0.5.0\n```\n";
  expect(missed("docs/setup.md", text, files)).toEqual([
    "3 behind",
    "8 behind, unreported: ^0.5.0 admits 0.5.1",
  ]);
  expect(missed("docs/usage.md", text, files)[0]).toBe(
    "3 behind, unreported: how a former major was asked for",
  );
});

test("a catalogue of versions in a document asks for what Gradle builds here", () => {
  const files = {
    "settings.gradle.kts": 'rootProject.name = "fern"\ninclude(":fern-bom")\n',
    "fern-bom/build.gradle.kts": "",
    "gradle.properties": "version=2.4.0\n",
  };
  const text = '```toml\n[versions]\nfern-bom = "2.3.0"\nleaf-bom = "2.3.0"\n```\n';
  expect(missed("docs/gradle.md", text, files, ["gradle.properties"])).toEqual(["3 behind"]);
});

test("what Swift asks for from a former release on is a bound as long as it takes in current", () => {
  const asks = (how: string) => `.package(url: "https://github.com/acme/moss.git", ${how})\n`;
  const text = asks('from: "2.3.0"') + asks('from: "1.3.0"') + asks('.upToNextMinor(from: "2.3.0")');
  expect(missed("README.md", text, {})).toEqual(["2 behind", "3 behind"]);
});

test("the key of a hash in Ruby is no arrow from one version to another", () => {
  const pod = { "lumen.podspec": 'Pod::Spec.new do |s|\n  s.name = "lumen"\n  s.version = "2.4.0"\nend\n' };
  const text =
    "pod 'lumen', :git => 'https://github.com/acme/moss.git', :tag => '2.3.0'\nlumen 2.3.0 => 2.4.0\n";
  expect(missed("README.md", text, pod, ["lumen.podspec"])).toEqual(["1 behind"]);
});

test("an inline table on the page of a crate asks for it as a line does", () => {
  const crate = { "fern/Cargo.toml": '[package]\nname = "fern"\nversion = "2.4.0"\n' };
  const text = '//! ```toml\n//! fern = { version = "2.3.0", default-features = false }\n//! ```\n';
  expect(missed("fern/src/lib.rs", text, crate, ["fern/Cargo.toml"])).toEqual(["2 behind"]);
  expect(missed("fern/src/lib.rs", text.replace("2.3.0", "=2.3.0"), crate, ["fern/Cargo.toml"])).toEqual([
    "2 behind, unreported: an example of how one asks for a certain version",
  ]);
});

test("a page that was not raised with its translations is behind, and one of which none speaks of current is not", () => {
  const page = (version: string) => `# Lumen <sup>v${version}</sup>\n`;
  const twins = (version: string) => ({
    "docs/page.md": page(version),
    "docs/fr/page.md": page(version),
    "docs/ja/page.md": page(version),
  });
  expect(missed("docs/pt/page.md", page("2.3.0"), twins("2.4.0"))).toEqual(["1 behind"]);
  expect(missed("docs/pt/page.md", page("2.3.0"), twins("2.3.0"))).toEqual([]);
  expect(missed("docs/pt/other.md", page("2.3.0"), twins("2.4.0"))).toEqual([]);
  expect(missed("docs/pt/more/page.md", page("2.3.0"), twins("2.4.0"))).toEqual([]);
});

test("a module of Go is left at a preview that was released since, unless it takes a folder in its place", () => {
  const own = { "go.mod": "module acme.dev/lumen\n" };
  const asks = (version: string, more = "") =>
    missed("examples/go.mod", `module example\nrequire acme.dev/lumen ${version}\n${more}`, own, ["go.mod"]);
  const only = "a Go module can only ask for a release that is already there";
  expect(asks("v2.4.0-rc.1")).toEqual([`2 behind, unreported: ${only}`]);
  expect(asks("v2.3.0-rc.1")).toEqual(["2 behind"]);
  expect(asks("v2.3.0-rc.1", "replace acme.dev/lumen => ../\n")).toEqual([`2 behind, unreported: ${only}`]);
  expect(asks("v2.3.0")).toEqual([`2 behind, unreported: ${only}`]);
});
