import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

const pkg = (name: string, version: string, more: object = {}): string =>
  `${JSON.stringify({ name, version, ...more }, null, 2)}\n`;

test("a row that npm calls extraneous is refreshed no more, whatever former releases did", async () => {
  const lock = (version: string, mark: object): string =>
    `${JSON.stringify(
      {
        name: "moss",
        version,
        lockfileVersion: 3,
        packages: {
          "": { name: "moss", version },
          "packages/fern": { name: "@moss/fern", version, ...mark },
        },
      },
      null,
      2,
    )}\n`;
  const at = (version: string, mark: object = {}): Files => ({
    "package.json": pkg("moss", version),
    "package-lock.json": lock(version, mark),
  });
  const root = repositoryOf([
    { files: { ...at("1.0.0"), "packages/fern/package.json": pkg("@moss/fern", "1.0.0") }, tag: "v1.0.0" },
    { files: at("1.1.0"), tag: "v1.1.0" },
    { files: at("1.2.0"), tag: "v1.2.0" },
    { files: { ...at("1.2.0", { extraneous: true }), "packages/fern/package.json": null } },
  ]);
  const { occurrences, repository } = await audit({ root, environment: committing });
  const rows = occurrences.filter(({ path }) => path === "package-lock.json");
  expect(rows.map(({ path, span, verdict }) => `${repository.locate(path, span).line} ${verdict}`)).toEqual([
    "3 covered",
    "8 covered",
    "12 external",
  ]);
});

test("what asks for a package that the release was narrowed to leave out stays with it", async () => {
  const lerna = (version: string, ...packages: string[]): string =>
    `${JSON.stringify({ version, packages, command: { version: { ignoreChanges: ["packages/fern/**"] } } }, null, 2)}\n`;
  const at = (version: string, ...packages: string[]): Files => ({
    "package.json": pkg("root", "0.0.0", { private: true, workspaces: ["packages/*", "examples/*"] }),
    "lerna.json": lerna(version, ...packages),
    "packages/moss/package.json": pkg("@acme/moss", version),
    "packages/fern/package.json": pkg("@acme/fern", version),
    "examples/all/package.json": pkg("all", version, {
      private: true,
      devDependencies: { "@acme/moss": version, "@acme/fern": version },
    }),
  });
  const released = (version: string) => ({
    files: at(version, "packages/*", "examples/*"),
    tag: `v${version}`,
  });
  const root = repositoryOf([
    released("1.0.0"),
    { ...released("1.1.0"), files: { ...released("1.1.0").files, "packages/fern/package.json": null } },
    { files: { "packages/fern/package.json": pkg("@acme/fern", "1.1.0") } },
    released("1.2.0"),
    released("1.3.0"),
    { files: { "lerna.json": lerna("1.3.0", "packages/moss", "examples/*") } },
  ]);
  const { occurrences, findings, repository } = await audit({ root, environment: committing });
  const asked = occurrences.filter(({ path, kind }) => path.startsWith("examples/") && kind === "dependency");
  expect(
    asked.map(
      ({ path, span, subject, verdict }) =>
        `${repository.locate(path, span).line} ${subject?.name} ${verdict}`,
    ),
  ).toEqual(["6 @acme/moss covered", "7 @acme/fern stale"]);
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});

const tree = (version: string): Files => ({
  "mix.exs": `defmodule Moss.MixProject do\n  def project do\n    [\n      version: "${version}",\n      app: :moss\n    ]\n  end\nend\n`,
  "README.md": `# moss\n\nmoss ${version}\n`,
});

const releasePlease = (version: string, folder = ""): Files => ({
  [`${folder}release-please-config.json`]: `${JSON.stringify({ packages: { ".": { "release-type": "elixir" } } })}\n`,
  [`${folder}.release-please-manifest.json`]: `${JSON.stringify({ ".": version })}\n`,
});

test("what former releases wrote is not expected of a tool that came after them", async () => {
  const root = repositoryOf([
    ...["1.0.0", "1.1.0", "1.2.0"].map((version) => ({ files: tree(version), tag: `v${version}` })),
    { files: releasePlease("1.2.0") },
  ]);
  expect(await verdictsOf(root)).toEqual([
    ".release-please-manifest.json:1 covered",
    "README.md:3 stale",
    "mix.exs:4 covered",
  ]);
});

test("and is where the tool was there before", async () => {
  const root = repositoryOf(
    ["1.0.0", "1.1.0", "1.2.0"].map((version) => ({
      files: { ...tree(version), ...releasePlease(version) },
      tag: `v${version}`,
    })),
  );
  expect(await verdictsOf(root)).toContain("README.md:3 covered");
});

test("and where its configuration was only moved", async () => {
  const root = repositoryOf([
    ...["1.0.0", "1.1.0", "1.2.0"].map((version) => ({
      files: { ...tree(version), ...bumpversion(version) },
      tag: `v${version}`,
    })),
    {
      files: {
        ".bumpversion.cfg": null,
        ".bumpversion.toml": `[tool.bumpversion]\ncurrent_version = "1.2.0"\n\n[[tool.bumpversion.files]]\nfilename = "mix.exs"\n`,
      },
    },
  ]);
  expect(await verdictsOf(root)).toContain("README.md:3 covered");
});

function bumpversion(version: string): Files {
  return {
    ".bumpversion.cfg": `[bumpversion]\ncurrent_version = ${version}\n\n[bumpversion:file:mix.exs]\n`,
  };
}

test("the rows of a lockfile whose project was renamed are known by what they stand below", async () => {
  const at = (name: string, version: string): Files => ({
    "package.json": pkg(name, version),
    "package-lock.json": `${JSON.stringify({ name, version, packages: { "": { name, version }, "node_modules/loupe": { version: "1.2.0" } }, lockfileVersion: 3 }, null, 2)}\n`,
  });
  const root = repositoryOf([
    ...["1.0.0", "1.1.0", "1.2.0"].map((version) => ({ files: at("moss", version), tag: `v${version}` })),
    { files: at("@acme/moss", "1.2.0") },
  ]);
  expect(await verdictsOf(root)).toEqual([
    "package-lock.json:3 covered",
    "package-lock.json:7 covered",
    "package.json:3 covered",
  ]);
});
