#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { run } from "./cli/run.ts";

// A release script runs for a fraction of a second, in which a second compilation of WebAssembly costs more than it gives.
setFlagsFromString("--liftoff-only");
process.exitCode = await run(process.argv.slice(2));
