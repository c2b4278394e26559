#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { run } from "./cli/run.ts";

// An audit takes a second or two, in which much of what an optimizing compiler does costs more than it gives: a second
// compilation of WebAssembly, and the inlining of large functions. Both are measured in docs/performance.md.
setFlagsFromString("--liftoff-only");
setFlagsFromString("--max-inlined-bytecode-size-cumulative=120");
process.exitCode = await run(process.argv.slice(2));
