import { basename, extname } from "node:path";
import type { Seed } from "./corpus.ts";
import { type Mutant, mutate } from "./mutation.ts";
import { type Random, randomOf } from "./random.ts";

/** What one execution is given. Everything in it follows from the seed and the number of the execution. */
export type Execution =
  /** One file is read as the audit reads it. */
  | { readonly kind: "file"; readonly files: readonly [Mutant] }
  /** Two states of one file are compared. */
  | { readonly kind: "change"; readonly files: readonly [Mutant, Mutant] }
  /** A copy of the small monorepo, in which several files are mutated or added, is audited. */
  | { readonly kind: "repository"; readonly files: readonly Mutant[] };

/** A whole audit takes as long as hundreds of files. */
const repositoryEvery = 250;
const changeEvery = 7;

/** The execution with a number, counted from 0. */
export function executionOf(seed: number, number: number, corpus: readonly Seed[]): Execution {
  const random = randomOf(seed, number);
  if (number % repositoryEvery === repositoryEvery - 1)
    return { kind: "repository", files: repositoryFiles(random, corpus) };
  const first = mutate(elsewhere(random.pick(corpus), random, corpus), random, corpus);
  if (number % changeEvery !== changeEvery - 1) return { kind: "file", files: [first] };
  const start = random.oneIn(4) ? { ...random.pick(corpus), path: first.path } : first;
  return { kind: "change", files: [first, mutate(start, random, corpus)] };
}

/** Now and then a file is one of another format than its name says. */
function elsewhere(seed: Seed, random: Random, corpus: readonly Seed[]): Seed {
  return random.oneIn(20) ? { ...seed, path: random.pick(corpus).path } : seed;
}

const script = "scripts/release/src/";

/**
 * Mutants for the small monorepo: now and then of its release script, a configuration or manifests, with which many a
 * release ends early; files of its own, and files of others in a folder for them.
 */
function repositoryFiles(random: Random, corpus: readonly Seed[]): Mutant[] {
  const own = corpus.filter(({ fixture }) => fixture === "mini-monorepo");
  const scripts = own.filter(({ path }) => path.startsWith(script));
  const configurations = corpus.filter(
    ({ path, fixture }) => path === "version-audit.toml" && fixture === null,
  );
  const manifests = own.filter(({ path }) => basename(path) === "package.json");
  const others = own.filter((seed) => !scripts.includes(seed) && !manifests.includes(seed));
  const seeds = [
    ...(random.oneIn(4) ? [random.pick(scripts)] : []),
    ...(random.oneIn(10) ? [random.pick(configurations)] : []),
    ...(random.oneIn(4) ? [random.pick(manifests)] : []),
    ...Array.from({ length: 1 + random.below(4) }, () => random.pick(others)),
    ...Array.from({ length: random.below(3) }, () => {
      const other = random.pick(corpus);
      return { ...other, path: `others/${other.path}` };
    }),
  ];
  const files = seeds.map((seed) => mutate(seed, random, corpus));
  const hostile = random.oneIn(2) ? [hostileName(random.pick(files), random)] : [];
  return [...files, ...hostile];
}

/** Names that a reporter, git or a pattern may take for something else. */
// biome-ignore format: a table reads better in rows
const hostileNames: readonly string[] = [
  "a\n::error file=x::b", "::add-mask::a", "a,b:c%0A::warning::d", "##[error]a", 'it\'s "quoted"', "-rf",
  "--version", "a b", " a", "a\\b", "a\tb", "\u001b[31ma", "\u00fcn\u00efcode", "u\u0308nicode", "\u202ea",
  "a`b`", "$(id)", "[a]{b,c}(d)!e*", "<b>&amp;", "#a", "@a", "\u{1F680}", "a\u0085b", "a\u2028b", "a\rb",
  "%", "%2e%2e", "a:1:2", "x".repeat(200), "]]>", "|", "__proto__", "constructor",
];

function hostileName(file: Mutant, random: Random): Mutant {
  const name = random.pick(hostileNames);
  const path = random.oneIn(2) ? `packages/${name}/${basename(file.path)}` : `${name}${extname(file.path)}`;
  return { ...file, path };
}

/** By what the executions are counted: the file's name where it tells the format, else its extension. */
export function labelOf({ kind, files: [first] }: Execution): string {
  if (kind !== "file" || first === undefined) return kind;
  const name = basename(first.path);
  return known.has(name) || extname(name) === "" ? name : `*${extname(name)}`;
}

const known = new Set([
  ...[
    "package.json",
    "package-lock.json",
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "yarn.lock",
    "Cargo.toml",
    "Cargo.lock",
  ],
  ...[
    "pyproject.toml",
    "requirements.txt",
    "uv.lock",
    "poetry.lock",
    "version-audit.toml",
    "bun.lock",
    "rust-toolchain.toml",
  ],
]);
