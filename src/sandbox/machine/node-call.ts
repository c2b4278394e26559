/** A call that runs a script in JavaScript or TypeScript. */
export interface NodeCall {
  readonly script: string;
  readonly args: readonly string[];
}

/** A call that brings its program along, such as `node -e CODE`. */
export interface InlineProgram {
  readonly code: string;
  readonly args: readonly string[];
}

const runners = new Set(["node", "tsx", "ts-node", "zx", "nodejs"]);
const flag =
  /^--(?:no-warnings|no-deprecation|enable-source-maps|experimental-[\w-]+(?:=\S*)?|trace-[\w-]+|unhandled-rejections=\w+|max-old-space-size=\d+|esm|transpile-only|quiet|import=tsx|loader=(?:tsx|ts-node\/esm))$/;
const valued = new Set(["--import", "--loader", "--require", "-r", "--tsconfig"]);
const loaders = new Set(["tsx", "tsx/esm", "ts-node/esm", "ts-node/register", "@swc-node/register"]);

/** Reads a call such as `node --no-warnings x.mjs 1.2.3`, `npx tsx x.ts` or `bun x.ts`; null for every other. */
export function nodeCallOf(argv: readonly string[]): NodeCall | null {
  const words = withoutLauncher(argv);
  const other = otherRuntimes.get(words[0] ?? "");
  if (other !== undefined) return otherCallOf(words, other);
  if (!runners.has(words[0] ?? "")) return null;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (valued.has(word)) {
      if (word !== "--tsconfig" && !loaders.has(words[at + 1] ?? "")) return null;
      at += 1;
    } else if (word.startsWith("-")) {
      if (!flag.test(word)) return null;
    } else return { script: word, args: words.slice(at + 1) };
  }
  return null;
}

/**
 * Programs of other runtimes than Node, with the words that may stand before a file. What only they have is missed by the
 * scripts that ask for it.
 * https://bun.sh/docs/cli/run, https://docs.deno.com/runtime/reference/cli/run/
 */
const otherRuntimes = new Map([
  ["bun", /^(?:run|--bun|--silent)$/],
  ["deno", /^(?:run|-A|-q|--quiet|--no-(?:lock|check|prompt)|(?:-[A-Z]|--allow-[a-z-]+)(?:=\S*)?)$/],
]);

/** Without `run`, a name is one of the program's own commands, so that a file is known by its ending. */
function otherCallOf([, ...words]: readonly string[], before: RegExp): NodeCall | null {
  const at = words.findIndex((word) => !before.test(word));
  const script = words[at] ?? "";
  return /\.[cm]?[jt]s$/.test(script) ? { script, args: words.slice(at + 1) } : null;
}

/**
 * Reads `node -e CODE` and `node -p CODE`; null for every other call, and for a program that is a module, whose imports
 * would begin at the folder.
 */
export function inlineProgramOf(argv: readonly string[]): InlineProgram | null {
  const [runner, option = "", code, ...args] = argv;
  if (runner !== "node" || code === undefined || /\bimport\b|\bawait\b/u.test(code)) return null;
  const rest = args[0] === "--" ? args.slice(1) : args;
  if (option === "-e" || option === "--eval") return { code, args: rest };
  if (!["-p", "-pe", "--print"].includes(option)) return null;
  return { code: `console.log(eval(${JSON.stringify(code)}))`, args: rest };
}

/** Without `npx`, `pnpm exec` and their kin in front. */
function withoutLauncher(argv: readonly string[]): readonly string[] {
  const [first = "", second = "", ...rest] = argv;
  if (first === "npx" || first === "bunx") {
    return ["--yes", "-y", "--no-install", "--"].includes(second) ? rest : argv.slice(1);
  }
  if (/^(?:npm|pnpm|yarn)$/.test(first) && second === "exec") return rest[0] === "--" ? rest.slice(1) : rest;
  if (/^(?:pnpm|yarn)$/.test(first) && runners.has(second)) return argv.slice(1);
  return argv;
}
