/**
 * Settings of V8 for programs that end after a second or two, in which much of what an optimizing compiler does costs
 * more than it gives: a second compilation of WebAssembly, and the inlining of large functions. What they save is
 * measured in docs/performance.md.
 */
export const engineFlags = ["--liftoff-only", "--max-inlined-bytecode-size-cumulative=120"];
