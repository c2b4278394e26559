import type { Dialect } from "./options.ts";
import { Variable } from "./variable.ts";
import { Variables } from "./variables.ts";

/** The variables of a shell that starts: what it is given, and what it sets itself. */
export function startingVariables(
  env: Readonly<Record<string, string>>,
  cwd: string,
  dialect: Dialect,
  name: string,
): Variables {
  const vars = new Variables();
  for (const [key, value] of Object.entries(env)) {
    if (!/^[A-Za-z_]\w*$/.test(key)) continue;
    vars.set(key, value);
    vars.ensure(key).isExported = true;
  }
  vars.set("IFS", " \t\n");
  vars.set("OPTIND", "1");
  exported(vars, "PWD", cwd);
  if (dialect === "dash") return vars;
  vars.set("BASH", "/usr/bin/bash");
  vars.set("BASH_VERSION", "5.2.15(1)-release");
  vars.set("EUID", "1000");
  vars.set("HOSTNAME", "localhost");
  vars.set("HOSTTYPE", "x86_64");
  vars.set("MACHTYPE", "x86_64-pc-linux-gnu");
  vars.set("OPTERR", "1");
  vars.set("OSTYPE", "linux-gnu");
  vars.set("PS4", "+ ");
  vars.set("UID", "1000");
  vars.set("_", name);
  exported(vars, "SHLVL", String(Number(env["SHLVL"] ?? 0) + 1));
  const version = new Variable();
  version.kind = "indexed";
  const parts = ["5", "2", "15", "1", "release", "x86_64-pc-linux-gnu"];
  version.items = new Map(parts.map((part, index) => [String(index), part]));
  Object.assign(vars.ensure("BASH_VERSINFO"), version);
  for (const constant of ["BASH_VERSINFO", "EUID", "UID"]) vars.ensure(constant).isReadonly = true;
  if (vars.find("OLDPWD") === null) vars.ensure("OLDPWD").isExported = true;
  return vars;
}

function exported(vars: Variables, name: string, value: string): void {
  vars.set(name, value);
  vars.ensure(name).isExported = true;
}
