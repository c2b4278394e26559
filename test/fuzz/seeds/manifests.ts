/** Manifests and toolchain files of the shapes that the fixtures do not have, by path. */
export const manifests: Readonly<Record<string, string>> = {
  "apps/desk/package.json": `{
  "name": "@lumen/desk",
  "version": "1.4.2-rc.3",
  "private": true,
  "packageManager": "pnpm@10.4.1+sha512.0123abcd",
  "engines": { "node": ">=20.19 <23", "pnpm": "10.x" },
  "devEngines": { "runtime": { "name": "node", "version": "^22.1.0" } },
  "volta": { "node": "22.1.0", "yarn": "4.2.2" },
  "dependencies": {
    "lumenkit": "workspace:^1.4.2",
    "left": "npm:right@^2.0.0-beta.1",
    "tool": "1.0.0 - 2.0.0 || >=3.1.4 <4",
    "local": "file:../local",
    "remote": "git+https://github.com/lumen-dev/remote.git#semver:^1.2.3",
    "tarball": "https://example.com/tarball-1.2.3.tgz"
  },
  "peerDependencies": { "react": "^18 || ^19.0.0" },
  "pnpm": { "overrides": { "a@<2>b": "3.4.5", "lumenkit": "1.4.2" } },
  "//": "version-audit-ignore: the desk is released by hand"
}
`,
  "pnpm-workspace.yaml": `packages:
  - "apps/*"
  - '!**/test/**'
catalog:
  react: ^19.0.0
catalogs:
  legacy: { react: 18.3.1, "@types/node": ~22.1.0 }
overrides:
  lumenkit: 1.4.2 # version-audit-ignore: pinned while 1.5.0 is tried
`,
  ".yarnrc.yml": `nodeLinker: node-modules
yarnPath: .yarn/releases/yarn-4.2.2.cjs
catalog:
  typescript: "^5.9.3"
`,
  "tools/pyproject.toml": `[project]
name = "lumen-tools"
version = "1.4.2rc4"
requires-python = ">=3.10,<4"
dependencies = [
  "lumen-client==1.4.2",
  "requests[socks]>=2.31.0,<3; python_version < '3.13'",
]
[project.optional-dependencies]
dev = ["ruff~=0.5.1", "pytest"]
[tool.poetry.dependencies]
python = "^3.10"
lumen = { version = "^1.4", extras = ["a"] }
[build-system]
requires = ["hatchling>=1.25.0"]
`,
  "tools/requirements.txt": `# Pinned for the build.
lumen-client==1.4.2
requests[socks] >= 2.31.0, < 3 ; python_version < "3.13"
-e ./local
--hash=sha256:0123456789abcdef
`,
  "crates/odd/Cargo.toml": `[package]
name = "lumen-odd"
version.workspace = true
rust-version = "1.88"

[dependencies]
serde = { version = "1.0.219", features = ["derive"] }
'lumen-client' = {path = "../client", version = "=1.4.2"}
[target.'cfg(unix)'.dependencies]
nix = "0.29"
[patch.crates-io]
quartz = { git = "https://github.com/lumen-dev/quartz", tag = "v0.3.0" }
[workspace.metadata]
when = 2024-05-27T07:32:00Z
list = [1, 2.5e3, """multi
line 1.2.3""", {a = 'b'}]
`,
  ".tool-versions": "nodejs 22.1.0 20.0.0\ngolang 1.24.1 # for the agent\nruby ref:main\n",
  "mise.toml":
    '[tools]\nnode = "22"\n"npm:pnpm" = "10.4.1"\nrust = { version = "1.88.0", profile = "minimal" }\n',
  ".nvmrc": "# the one of CI\nv22.1.0\n",
  "rust-toolchain": "1.88.0\n",
  "go.mod": "module lumen.dev/agent\n\ngo 1.24.1\n\nrequire (\n\tlumen.dev/client v1.4.2 // indirect\n)\n",
  "charts/engine/Chart.yaml":
    'apiVersion: v2\nname: engine\nversion: 1.4.2\nappVersion: "1.4.2"\ndependencies:\n  - { name: redis, version: ^19.0.1 }\n',
  "pubspec.yaml": "name: lumen\nversion: 1.4.2+7\nenvironment:\n  sdk: '>=3.4.0 <4.0.0'\n",
  "version-audit.toml": `[product]
names = ["Lumen"]
images = ["lumen-dev/*"]

[[release]]
name = "cut"
entry = "scripts/release/src/cut.ts"
args = ["--version", "{version}", "--yes"]

[[couple]]
name = "protocol"
members = [{ path = "engine/crates/protocol/src/versioned.rs", constant = "CURRENT" }, { path = "schemas/protocol", schemas = "bare" }]

[[ignore]]
path = "docs/**"
pattern = "1.2.3"
reason = "an example"
[rules]
new-sibling = "off"
`,
};
