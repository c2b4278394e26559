/**
 * Settings of V8 for programs that end after a second or two, in which much of what an optimizing compiler does costs
 * more than it gives: a second compilation of WebAssembly, the inlining of large functions, and the optimization of
 * functions that have not run for long (the budget is in bytes of bytecode, three times its default in Node 20). What
 * they save is measured in docs/performance.md.
 */
export const engineFlags = [
  "--liftoff-only",
  "--max-inlined-bytecode-size-cumulative=120",
  "--interrupt-budget=400000",
];
