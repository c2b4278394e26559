#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { engineFlags } from "./cli/engine-flags.ts";
import { run } from "./cli/run.ts";

for (const flag of engineFlags(process.versions.node)) setFlagsFromString(flag);
process.exitCode = await run(process.argv.slice(2));
