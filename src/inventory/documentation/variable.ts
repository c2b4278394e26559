import type { Binding, Place } from "./place.ts";

/** Where the value of a variable stands right after its name. */
const given = /(?:^|[^\w-])([A-Za-z_][\w-]{0,100})(\s{0,4}[:?]?=\s{0,4}|:\s{1,4}|[ \t]{1,4})$/;

/** Where only a blank stands between a variable and its value. */
const blankAfter = /(?:^|\s)(?:ENV|ARG|set|setx|#define)\s{1,10}\w{1,100}\s{1,10}$/;

/** `NAME_VERSION=1.2.3`, `name-version: 1.2.3`, `ENV NAME_VERSION 1.2.3`, with or without an opening quote. */
export function bindVariable(place: Place): Binding | null {
  const line = place.line.replace(/["'`]$/, "");
  const [, name, separator] = given.exec(line) ?? [];
  if (name === undefined || !speaksOfVersion(name, !separator?.includes("="))) return null;
  return separator?.trim() !== "" || blankAfter.test(line) ? assignment(name) : null;
}

/** The value of a shell variable that is not set: `${NAME_VERSION:-1.2.3}`. */
export function bindDefault({ line }: Place): Binding | null {
  const name = /\$\{(\w{1,100}):?[-=]$/.exec(line)?.[1];
  return name !== undefined && speaksOfVersion(name, false) ? assignment(name) : null;
}

/** A variable whose words say that it holds a version; a key, which stands before a colon, in capitals or with hyphens. */
export function speaksOfVersion(name: string, isKey: boolean): boolean {
  if (name === name.toUpperCase()) return /(?:^|_)(?:RELEASE|TAG|TOOLCHAIN|VER|VERSION)(?:_|$)/.test(name);
  if (name.includes("-")) return /[a-z]-version$/.test(name);
  return !isKey && /[a-z_](?:_version|Version)$/.test(name);
}

export function assignment(name: string): Binding {
  return { kind: "assignment", subject: { type: "constant", name } };
}
