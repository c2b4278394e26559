import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/wasm-typescript";
import { measured, measurements } from "../measure/measured-process.ts";

const project = join(import.meta.dirname, "../..");
const cache = join(project, "node_modules/.cache/version-audit");

/**
 * The entry of the command line, compiled from the sources as they are now. A process starts from it several times
 * faster than from the sources themselves. It is compiled once for each state of the sources, wherever it is asked for.
 */
export function compiledCommand(): string {
  const command = join(compiledPackage(), "dist/cli.js");
  const measuring = process.env[measurements];
  return measuring === undefined ? command : measured(command, measuring);
}

/** The folder of the package that is compiled in this way, without what it depends on. */
export function compiledPackage(): string {
  const sources = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" }).sort();
  const texts = sources
    .filter((path) => /(?<!\.d)\.ts$/.test(path))
    .map((path) => [path, readSource(path)] as const);
  const others = sources.filter((path) => /\.(?:js|json|toml|css)$/.test(path)).map(readSource);
  const recipe = ["bundle.js", "bundle-code.js", "bundle-page.js", "start/load-bundle.js"].map((name) =>
    readFileSync(join(project, "scripts", name), "utf8"),
  );
  const all = JSON.stringify([texts, others, recipe]);
  const hash = createHash("sha256").update(all).digest("hex").slice(0, 16);
  if (process.env[measurements] === undefined) return made(join(cache, `bundled-${hash}`), bundle);
  return made(join(cache, `stripped-${hash}`), (draft) => strip(texts, draft));
}

function readSource(path: string): string {
  return readFileSync(join(project, "src", path), "utf8");
}

/** Makes a folder beside the place where it shall lie, so that another worker sees all of it or nothing. */
function made(folder: string, make: (draft: string) => void): string {
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "draft-"));
  cpSync(join(project, "package.json"), join(draft, "package.json"));
  make(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** What is shipped, which starts fastest. */
function bundle(draft: string): void {
  execFileSync(process.execPath, ["scripts/bundle.js", join(draft, "dist")], { cwd: project, stdio: "pipe" });
}

/** Types become blanks, so every offset stays that of the source and what ran can be counted. */
function strip(texts: readonly (readonly [string, string])[], draft: string): void {
  cpSync(join(project, "src"), join(draft, "dist"), { recursive: true });
  for (const [path, text] of texts) {
    const { code } = transformSync(text, { mode: "strip-only" });
    const linked = code.replace(/(?<=\b(?:from|import)\s*\(?\s*"\.[^"\n]*)\.ts(?=")/g, ".js");
    writeFileSync(join(draft, "dist", path.replace(/\.ts$/, ".js")), linked);
  }
  execFileSync(process.execPath, ["scripts/bundle-page.js", join(draft, "dist")], { cwd: project });
}
