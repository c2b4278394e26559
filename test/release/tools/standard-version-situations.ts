import type { Situation } from "./situation.ts";

const skip = { skip: { changelog: true, commit: true, tag: true } };

/** Both tools read the same options, from a key of their own or from one file. */
export function standardVersionSituations(id: string): readonly Situation[] {
  const pkg = (options: object = {}, more: object = {}) => ({
    name: "solo",
    version: "1.0.0",
    ...more,
    scripts: { release: id },
    [id]: { ...skip, ...options },
  });
  const one = (name: string, files: Situation["files"], to = "1.1.0"): Situation => ({ name, files, to });
  const bumping = (bumpFiles: readonly unknown[], files: Situation["files"]) => ({
    "package.json": pkg({ bumpFiles: ["package.json", ...bumpFiles] }),
    ...files,
  });
  const lock = { name: "solo", version: "1.0.0", lockfileVersion: 3, packages: { "": { version: "1.0.0" } } };
  return [
    one("package.json alone", { "package.json": pkg() }),
    one("tabs and the line breaks of Windows", {
      "package.json": `${JSON.stringify(pkg(), null, "\t").replaceAll("\n", "\r\n")}\r\n`,
    }),
    one("a lockfile and other files by default", {
      "package.json": pkg(),
      "package-lock.json": lock,
      "bower.json": { version: "1.0.0" },
      "manifest.json": { version: "0.9.0" },
    }),
    one("options in a file", {
      "package.json": { name: "solo", version: "1.0.0", scripts: { release: id } },
      ".versionrc.json": {
        ...skip,
        bumpFiles: ["package.json", "other.json"].map((filename) => ({ filename, type: "json" })),
      },
      "other.json": '{\n    "version": "1.0.0"\n}',
    }),
    one("options in a script", {
      "package.json": { name: "solo", version: "1.0.0", scripts: { release: id } },
      ".versionrc.js": `const other = { filename: "other.json", type: "json" };\nmodule.exports = {\n  skip: ${JSON.stringify(skip.skip)},\n  bumpFiles: ["package.json", other],\n};\n`,
      "other.json": { version: "1.0.0", list: [] },
    }),
    one("plain text", bumping([{ filename: "VERSION", type: "plain-text" }], { VERSION: "1.0.0\n" })),
    one("a version read from another file", {
      "package.json": pkg(
        { packageFiles: [{ filename: "VERSION", type: "plain-text" }] },
        { version: "0.0.0" },
      ),
      VERSION: "1.0.0\n",
    }),
    one(
      "an updater of the repository",
      bumping([{ filename: "README.md", updater: "scripts/readme.js" }], {
        "README.md": "Install solo@1.0.0.\n",
        "scripts/readme.js":
          "module.exports.readVersion = (text) => /solo@([0-9.]+)\\./.exec(text)[1];\nmodule.exports.writeVersion = (text, version) => text.replace(/solo@[0-9.]+\\./, `solo@` + version + `.`);\n",
      }),
    ),
    one("scripts around the release, in order", {
      "package.json": pkg({
        scripts: {
          prerelease: "echo prerelease >>log.txt",
          prebump: "echo prebump >>log.txt",
          postbump: "cat package.json >>log.txt",
        },
      }),
      "log.txt": "",
    }),
    one("files that are not there", bumping([{ filename: "gone.json", type: "json" }], {})),
    one(
      "a file in a folder",
      bumping([{ filename: "web/package.json" }], { "web/package.json": { name: "web", version: "1.0.0" } }),
    ),
    one("nothing to bump", { "package.json": pkg({ skip: { ...skip.skip, bump: true } }) }),
  ];
}

/** Kinds of files that only the younger tool knows. */
export const laterSituations: readonly Situation[] = [
  {
    name: "files of other ecosystems by their names",
    to: "1.1.0",
    files: {
      "package.json": {
        name: "solo",
        version: "1.0.0",
        scripts: { release: "commit-and-tag-version" },
        "commit-and-tag-version": {
          ...skip,
          bumpFiles: ["build.gradle", "App.csproj", "openapi.yaml", "chart.yaml", "pyproject.toml"],
          packageFiles: ["package.json"],
        },
      },
      "build.gradle": "plugins {}\nversion = '1.0.0'\n",
      "App.csproj":
        "<Project>\n  <PropertyGroup>\n    <Version>1.0.0</Version>\n  </PropertyGroup>\n</Project>\n",
      "openapi.yaml": "openapi: 3.0.0\ninfo:\n  title: a\n  version: 1.0.0\n",
      "chart.yaml": "name: a\nversion: 1.0.0 # now\n",
      "pyproject.toml": '[project]\nname = "a"\nversion = "1.0.0"\n',
    },
  },
];
