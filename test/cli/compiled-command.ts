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
const cache = join(project, "node_modules/.cache/version-audit/stripped");

/**
 * The entry of the command line, compiled from the sources as they are now. A process starts from it several times
 * faster than from the sources themselves. It is compiled once for each state of the sources, wherever it is asked for.
 */
export function compiledCommand(): string {
  const sources = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" }).sort();
  const texts = sources
    .filter((path) => /(?<!\.d)\.ts$/.test(path))
    .map((path) => [path, readSource(path)] as const);
  const hash = createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
  const folder = join(cache, hash);
  if (!existsSync(folder)) compile(texts, folder);
  const entry = join(folder, "dist/cli.js");
  const measuring = process.env[measurements];
  return measuring === undefined ? entry : measured(entry, measuring);
}

function readSource(path: string): string {
  return readFileSync(join(project, "src", path), "utf8");
}

/** Compiles beside the place where it shall lie, so that another worker sees all of it or nothing. */
function compile(texts: readonly (readonly [string, string])[], folder: string): void {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, "draft-"));
  cpSync(join(project, "src"), join(draft, "dist"), { recursive: true });
  cpSync(join(project, "package.json"), join(draft, "package.json"));
  for (const [path, text] of texts) {
    // Types become blanks, so every offset stays that of the source.
    const { code } = transformSync(text, { mode: "strip-only" });
    const linked = code.replace(/(?<=\b(?:from|import)\s*\(?\s*"\.[^"\n]*)\.ts(?=")/g, ".js");
    writeFileSync(join(draft, "dist", path.replace(/\.ts$/, ".js")), linked);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
