import type { Program } from "../host/desk/program.ts";
import { egrep, fgrep, grep } from "./grep/grep.ts";
import { sed } from "./sed/sed.ts";

/** The programs of the sandbox, by the names under which scripts start them. */
export const programs: ReadonlyMap<string, Program> = new Map(Object.entries({ egrep, fgrep, grep, sed }));
