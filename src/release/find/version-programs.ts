import type { Repository } from "../../repository/repository.ts";
import { packageCommands } from "./release-package-scripts.ts";

/** A program that writes versions, how a repository shows that it uses it, and the command that does just that. */
interface ReleaseTool {
  readonly name: string;
  /** Its configuration in the root. */
  readonly file: RegExp;
  /** With `{version}`; it writes the version, and neither commits nor publishes. */
  readonly command: string;
}

/** How a repository sets its version by a program that is no script of its own. */
export interface ToolSeen {
  /** The file or the package script that shows it. */
  readonly by: string;
  readonly name: string;
  readonly command: string;
  /** True where a manifest that holds a version is all there is. */
  readonly isPresumed: boolean;
}

/** The likeliest first, with the options that their `--help` names. */
const tools: readonly ReleaseTool[] = [
  {
    name: "lerna",
    file: /^lerna\.json$/,
    command: "npx lerna version {version} --force-publish --no-git-tag-version --no-push --yes",
  },
  {
    name: "release-it",
    file: /^\.release-it\.(?:json|[cm]?[jt]s|ya?ml|toml)$/,
    command: "npx release-it {version} --ci --no-git --no-npm.publish --no-github --no-gitlab",
  },
  {
    name: "bumpp",
    file: /^bump\.config\.[cm]?[jt]s$/,
    command: "npx bumpp {version} --yes --no-commit --no-tag --no-push",
  },
  {
    name: "commit-and-tag-version",
    file: /^\.versionrc(?:\.[cm]?js|\.json)?$/,
    command: "npx commit-and-tag-version --release-as {version} --skip.commit --skip.tag",
  },
  {
    name: "bump-my-version",
    file: /^\.bumpversion\.(?:cfg|toml)$/,
    command: "bump-my-version bump --new-version {version} --no-commit --no-tag patch",
  },
  {
    name: "cargo-release",
    file: /^release\.toml$/,
    command: "cargo release version {version} --workspace --execute --no-confirm",
  },
];

/** What sets the version of a manifest that holds one, where nothing says more. */
const manifests: readonly (Omit<ReleaseTool, "file"> & { readonly path: string; readonly holds: RegExp })[] =
  [
    {
      name: "npm",
      path: "package.json",
      holds: /"version"\s*:/,
      command: "npm version {version} --no-git-tag-version",
    },
    {
      name: "cargo-edit",
      path: "Cargo.toml",
      holds: /^version\s*=/m,
      command: "cargo set-version --workspace {version}",
    },
  ];

/** Scripts of a shell or another language whose name says that they write a version, and that they do no more. */
const foreignScript = /^(?:[^/]+\/){0,2}(?:bump|set|update)[-_]?versions?\.(sh|bash|py|rb|pl|php)$/i;
const interpreters = new Map([
  ["sh", "sh"],
  ["bash", "bash"],
  ["py", "python3"],
  ["rb", "ruby"],
  ["pl", "perl"],
  ["php", "php"],
]);

/** The program by which the repository sets its version, as far as its files say; null when they do not. */
export function releaseTool(repository: Repository): ToolSeen | null {
  return (
    scriptSeen(repository) ??
    configuredTool(repository) ??
    scriptedTool(repository) ??
    manifestTool(repository)
  );
}

function scriptSeen({ paths }: Repository): ToolSeen | null {
  for (const path of paths) {
    const interpreter = interpreters.get(foreignScript.exec(path)?.[1]?.toLowerCase() ?? "");
    if (interpreter !== undefined)
      return {
        by: "its name",
        name: path,
        command: `${interpreter} ${path} {version}`,
        isPresumed: false,
      };
  }
  return null;
}

function configuredTool({ paths }: Repository): ToolSeen | null {
  for (const { name, file, command } of tools) {
    const by = paths.find((path) => file.test(path));
    if (by !== undefined) return { by, name, command, isPresumed: false };
  }
  return null;
}

function manifestTool(repository: Repository): ToolSeen | null {
  const held = manifests.find(
    ({ path, holds }) => repository.has(path) && holds.test(repository.read(path) ?? ""),
  );
  return held === undefined
    ? null
    : { by: held.path, name: held.name, command: held.command, isPresumed: true };
}

/** The tool that a package script starts. */
function scriptedTool(repository: Repository): ToolSeen | null {
  for (const [script, line] of packageCommands(repository)) {
    const words = line.split(/[\s;&|]+/);
    const tool = tools.find(({ name }) => words.includes(name));
    if (tool !== undefined)
      return {
        by: `the package script ${JSON.stringify(script)}`,
        name: tool.name,
        command: tool.command,
        isPresumed: false,
      };
  }
  return null;
}
