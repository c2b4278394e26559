import { type Binding, type Place, snippet } from "./place.ts";

/** A name and a slash where a string or a word begins, so that it is no part of a path. */
const token = /(?:^|["'`(=:,][ \t]?|[ \t])([A-Za-z][\w.+-]{1,60})\/$/;

/** A product and its version as a program gives them of itself: https://www.rfc-editor.org/rfc/rfc9110#name-user-agent . */
export function bindToken({ line, prefix }: Place): Binding | null {
  const name = prefix === "" ? token.exec(line)?.[1] : undefined;
  return name === undefined ? null : snippet("name", name);
}
