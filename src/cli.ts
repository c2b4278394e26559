#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { engineFlags } from "./cli/engine-flags.ts";
import { run } from "./cli/run.ts";

for (const flag of engineFlags(Number.parseInt(process.versions.node, 10))) setFlagsFromString(flag);
process.exitCode = await run(process.argv.slice(2));
