import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import picomatch from "picomatch";
import { shownFiles, textsOf } from "./release-please-files.ts";
import { releasedAs, releasePleaseReleases } from "./release-please-situations.ts";

/**
 * Records what release-please itself makes of the situations, from a copy of its package:
 * `npx tsx test/release/tools/record-release-please.ts FOLDER/node_modules/release-please`. It asks GitHub for files and
 * commits; here it asks an object that has those of a situation, with one commit for every package.
 */
const [folder = "node_modules/release-please"] = process.argv.slice(2);

interface Update {
  readonly path: string;
  readonly createIfMissing: boolean;
  readonly updater: { updateContent(text: string | undefined): string };
}

const load = createRequire(import.meta.url);
const { Manifest } = load(resolve(folder, "build/src/index.js")) as {
  Manifest: {
    fromManifest(...args: unknown[]): Promise<{ buildPullRequests(): Promise<{ updates: Update[] }[]> }>;
  };
};
const { FileNotFoundError } = load(resolve(folder, "build/src/errors/index.js")) as {
  FileNotFoundError: new (path: string) => Error;
};

const parts: string[] = [];
for (const { name, files } of releasePleaseReleases) {
  const texts = textsOf(files);
  const manifest = await Manifest.fromManifest(
    github(texts),
    "main",
    "release-please-config.json",
    ".release-please-manifest.json",
  );
  const now: Record<string, string> = { ...texts };
  for (const { path, createIfMissing, updater } of (await manifest.buildPullRequests()).flatMap(
    (each) => each.updates,
  )) {
    if (now[path] === undefined && !createIfMissing) continue;
    now[path] = updater.updateContent(now[path]);
  }
  parts.push(`=== ${name}\n${shownFiles(texts, now)}`);
}
writeFileSync(join(import.meta.dirname, "__transcripts__", "release-please.txt"), parts.join(""));

function github(files: Readonly<Record<string, string>>): object {
  const paths = Object.keys(files);
  const below = (prefix?: string) => {
    const start = prefix === undefined || prefix === "." ? "" : `${prefix}/`;
    return paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  };
  const contents = async (path: string) => {
    const text = files[path];
    if (text === undefined) throw new FileNotFoundError(path);
    return { sha: "", content: "", parsedContent: text, mode: "100644" };
  };
  const folders = [
    ...new Set(paths.flatMap((path) => path.split("/").map((_, i, all) => all.slice(0, i).join("/")))),
  ];
  return {
    repository: { owner: "acme", repo: "kit", defaultBranch: "main" },
    getFileContents: contents,
    getFileContentsOnBranch: contents,
    getFileJson: async (path: string) => JSON.parse((await contents(path)).parsedContent),
    findFilesByFilenameAndRef: async (file: string, _: string, prefix?: string) =>
      below(prefix).filter((path) => `/${path}`.endsWith(`/${file}`)),
    findFilesByExtension: async (ending: string, prefix?: string) =>
      below(prefix).filter((path) => path.endsWith(`.${ending}`)),
    findFilesByExtensionAndRef: async (ending: string, _: string, prefix?: string) =>
      below(prefix).filter((path) => path.endsWith(`.${ending}`)),
    findFilesByGlobAndRef: async (glob: string, _: string, prefix?: string) => {
      const matches = picomatch(glob);
      return [...below(prefix), ...folders].filter((path) => matches(path));
    },
    async *mergeCommitIterator() {
      const packages = Object.keys(
        (JSON.parse(files["release-please-config.json"] ?? "{}") as { packages: object }).packages,
      );
      for (const path of packages) {
        const message = `feat: a change\n\nRelease-As: ${releasedAs}`;
        yield { sha: path, message, files: [`${path}/a.txt`.replace("./", "")] };
      }
    },
    async *releaseIterator() {},
    async *tagIterator() {},
  };
}
