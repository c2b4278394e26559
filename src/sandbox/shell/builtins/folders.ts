import { resolveVirtual } from "../../host/files/virtual-path.ts";
import type { Shell } from "../shell.ts";
import { readOptions } from "./builtin.ts";

export function cd(shell: Shell, args: readonly string[]): number {
  const words = args.filter((word) => word !== "-");
  const { operands, options } = readOptions(shell, "cd", words, { flags: "LPe" });
  const isBack = args.includes("-");
  if (operands.length > 1 && shell.isBash) {
    shell.complain("cd: too many arguments");
    return 1;
  }
  const [given] = isBack
    ? [shell.vars.text("OLDPWD")]
    : operands.length > 0
      ? operands
      : [shell.vars.text("HOME")];
  if (given === null || given === undefined) {
    shell.complain(`cd: ${isBack ? "OLDPWD" : "HOME"} not set`);
    return shell.isBash ? 1 : 2;
  }
  if (shell.vars.text("CDPATH")) shell.stop("cd with CDPATH is not known");
  const status = enter(shell, "cd", given, options.has("P"));
  if (status === 0 && isBack) shell.print(`${shell.cwd}\n`);
  return status === 0 || shell.isBash ? status : 2;
}

function enter(shell: Shell, name: string, given: string, isPhysical: boolean): number {
  const path = given === "" ? shell.cwd : resolveVirtual(shell.cwd, given);
  const kind = shell.host.overlay.kindOf(path);
  if (kind !== "folder") {
    const reason = kind === null ? "No such file or directory" : "Not a directory";
    shell.complain(shell.isBash ? `${name}: ${given}: ${reason}` : `${name}: can't cd to ${given}`);
    return 1;
  }
  shell.vars.set("OLDPWD", shell.cwd);
  shell.cwd = isPhysical ? shell.host.overlay.realPath(path) : path;
  shell.vars.set("PWD", shell.cwd);
  return 0;
}

export function pwd(shell: Shell, args: readonly string[]): number {
  const { options } = readOptions(shell, "pwd", args, { flags: "LP" });
  shell.print(`${options.has("P") ? shell.host.overlay.realPath(shell.cwd) : shell.cwd}\n`);
  return 0;
}

export function pushd(shell: Shell, args: readonly string[]): number {
  const [given, more] = args;
  if (more !== undefined || /^[-+]/.test(given ?? "")) shell.stop(`pushd ${args.join(" ")} is not known`);
  const before = shell.cwd;
  const next = given ?? shell.folders[0];
  if (next === undefined) {
    shell.complain("pushd: no other directory");
    return 1;
  }
  const status = enter(shell, "pushd", next, false);
  if (status !== 0) return status;
  shell.folders = [before, ...(given === undefined ? shell.folders.slice(1) : shell.folders)];
  return dirs(shell, []);
}

export function popd(shell: Shell, args: readonly string[]): number {
  if (args.length > 0) shell.stop(`popd ${args.join(" ")} is not known`);
  const [next, ...rest] = shell.folders;
  if (next === undefined) {
    shell.complain("popd: directory stack empty");
    return 1;
  }
  const status = enter(shell, "popd", next, false);
  if (status !== 0) return status;
  shell.folders = rest;
  return dirs(shell, []);
}

export function dirs(shell: Shell, args: readonly string[]): number {
  if (args[0] === "-c" && args.length === 1) {
    shell.folders = [];
    return 0;
  }
  if (args.length > 0) shell.stop(`dirs ${args.join(" ")} is not known`);
  const home = shell.vars.text("HOME") ?? "";
  const shown = [shell.cwd, ...shell.folders].map((path) =>
    home !== "" && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path,
  );
  shell.print(`${shown.join(" ")}\n`);
  return 0;
}
