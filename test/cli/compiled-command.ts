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
import ts from "typescript";

const project = join(import.meta.dirname, "../..");
const cache = join(project, "node_modules/.cache/version-audit");

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
  return join(folder, "dist/cli.js");
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
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  for (const [path, text] of texts) {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions,
      fileName: join(project, "src", path),
    });
    writeFileSync(join(draft, "dist", path.replace(/\.ts$/, ".js")), outputText);
  }
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
