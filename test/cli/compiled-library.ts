import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "../../src/index.ts";
import { measurements } from "../measure/measured-process.ts";
import { compiledPackage } from "./compiled-command.ts";

/**
 * The library as it is shipped: bundled, and with threads that are started from the files of the bundle. Where coverage is
 * measured it is the sources, because what ran of a bundle says nothing of them.
 */
const library: typeof Library =
  process.env[measurements] === undefined
    ? await import(pathToFileURL(join(compiledPackage(), "dist/index.js")).href)
    : await import("../../src/index.ts");

export const { audit, auditSelection, explain } = library;
