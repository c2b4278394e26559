import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

/** A commit has its author and its day by its number, so that its id is the same wherever it is made. */
function identity(number: number): NodeJS.ProcessEnv {
  const day = `2026-01-0${number + 1}T00:00:00Z`;
  return {
    PATH: process.env["PATH"],
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_AUTHOR_DATE: day,
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.com",
    GIT_COMMITTER_DATE: day,
  };
}

/** A repository with one commit for each state, each tagged with what it is called. */
function released(states: Readonly<Record<string, Files>>): string {
  const root = temporaryFolder({});
  execFileSync("git", ["init", "-q", "-b", "main"], { cwd: root });
  for (const [number, [tags, files]] of Object.entries(states).entries()) {
    const env = identity(number);
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, env, stdio: "ignore" });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", tags);
    for (const tag of tags.split(" ")) git("tag", tag);
  }
  return root;
}

const npm = (manifest: Readonly<Record<string, unknown>>) => `${JSON.stringify(manifest, null, 2)}\n`;

/** A script in JavaScript that writes one of two manifests, and a side script that its name gives away, too. */
function script(): string {
  const at = (version: string): Files => ({
    "package.json": npm({
      name: "mossy",
      version,
      workspaces: ["ui"],
      scripts: { release: "node scripts/release.mjs" },
    }),
    "ui/package.json": npm({ name: "@mossy/ui", version }),
    "scripts/version-check.mjs": 'console.log("nothing to see");\n',
    "scripts/release.mjs": `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
const text = readFileSync("package.json", "utf8");
writeFileSync("package.json", text.replace(/"version": ".*"/, \`"version": "\${version}"\`));
`,
  });
  return released({ "v1.1.0": at("1.1.0"), "v1.2.0": at("1.2.0") });
}

function releasePlease(): string {
  const at = (version: string): Files => ({
    "release-please-config.json": npm({
      packages: { ".": { "release-type": "node", "extra-files": ["src/version.ts"] } },
    }),
    ".release-please-manifest.json": npm({ ".": version }),
    "package.json": npm({ name: "mossy", version }),
    "src/version.ts": `export const version = "${version}"; // x-release-please-version\n`,
    "README.md": `# mossy\n\n\`npm install mossy@${version}\`\n`,
  });
  return released({ "v1.1.0": at("1.1.0"), "v1.2.0": at("1.2.0") });
}

/** Two packages that are released each for itself, with a change that waits for both. */
function changesets(): string {
  const files: Files = {
    "package.json": npm({
      name: "root",
      private: true,
      workspaces: ["packages/*"],
      devDependencies: { "@changesets/cli": "^2.27.0" },
    }),
    ".changeset/config.json": npm({}),
    ".changeset/one.md": '---\n"@mossy/core": minor\n"@mossy/ui": patch\n---\n\nMore\n',
    "packages/core/package.json": npm({ name: "@mossy/core", version: "3.2.0" }),
    "packages/ui/package.json": npm({ name: "@mossy/ui", version: "1.4.1" }),
  };
  return released({ "@mossy/core@3.2.0 @mossy/ui@1.4.1": files });
}

function tagsAlone(): string {
  return released({
    "v1.0.0": { "go.mod": "module example.com/mossy\n", "a.go": "package mossy\n" },
    "v1.1.0": { "a.go": "package mossy // more\n" },
    "v1.2.0": { "a.go": "package mossy // most\n", "README.md": "# mossy\n\nmossy 1.2.0\n" },
  });
}

/** Manifests that somebody rewrites by hand. */
function byHand(): string {
  const at = (version: string): Files => ({
    "mix.exs": `defmodule Mossy.MixProject do\n  def project do\n    [\n      app: :mossy,\n      version: "${version}"\n    ]\n  end\nend\n`,
    "README.md": `# mossy\n\n\`{:mossy, "~> ${version}"}\`\n`,
  });
  return released({ "v1.0.0": at("1.0.0"), "v1.1.0": at("1.1.0"), "v1.2.0": at("1.2.0") });
}

function shell(): string {
  const at = (version: string): Files => ({
    VERSION: `${version}\n`,
    "package.json": npm({ name: "mossy", version }),
    "scripts/bump-version.sh": `#!/bin/bash\nset -e\nsed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$1\\"/" package.json\n`,
  });
  return released({ "v1.1.0": at("1.1.0"), "v1.2.0": at("1.2.0") });
}

function make(): string {
  const at = (version: string): Files => ({
    "package.json": npm({ name: "mossy", version }),
    "charts/Chart.yaml": `apiVersion: v2\nname: mossy\nversion: ${version}\nappVersion: "${version}"\n`,
    Makefile: `bump:\n\tsed -i 's/^version: .*/version: $(VERSION)/' charts/Chart.yaml\n\tsed -i 's/"version": ".*"/"version": "$(VERSION)"/' package.json\n`,
  });
  return released({ "v1.1.0": at("1.1.0"), "v1.2.0": at("1.2.0") });
}

/** A version, and nothing that says how it is given. */
function nothing(): string {
  return temporaryFolder({
    "pyproject.toml": '[project]\nname = "mossy"\nversion = "1.2.0"\n',
    "tools/bump_version.py": "import sys\n",
  });
}

/** Small repositories, each of which is released in another way; the names are those of the transcripts. */
export const releaseShapes = {
  script,
  "release-please": releasePlease,
  changesets,
  "tags-alone": tagsAlone,
  "by-hand": byHand,
  shell,
  make,
  nothing,
} as const satisfies Readonly<Record<string, () => string>>;
