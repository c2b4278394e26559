/**
 * Settings of V8 for programs that end after a second or two, in which much of what an optimizing compiler does costs
 * more than it gives: a second compilation of WebAssembly, the inlining of large functions, and in Node 20 the
 * optimization of functions that have not run for long. What they save is measured in docs/performance.md. V8 complains
 * on standard error about a flag that it does not know, so a version of Node gets only those that it has been seen to take.
 * @param version of Node, for example `process.versions.node`
 */
export function engineFlags(version: string): readonly string[] {
  const major = Number.parseInt(version, 10);
  if (major > lastSeen) return [];
  return major === 20 ? [...flags, patience] : flags;
}

const lastSeen = 26;

const flags = ["--liftoff-only", "--max-inlined-bytecode-size-cumulative=120"];

/** Bytes of bytecode that a function runs through before it is optimized, six times the default. */
const patience = "--interrupt-budget=400000";
