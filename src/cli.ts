#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { engineFlags } from "./cli/engine-flags.ts";

for (const flag of engineFlags(process.versions.node)) setFlagsFromString(flag);
// What is loaded before the flags are set is compiled without them.
const { run } = await import("./cli/run.ts");
process.exitCode = await run(process.argv.slice(2));
