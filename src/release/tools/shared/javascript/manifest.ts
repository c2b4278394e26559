import type { JsonObject } from "../../../../sandbox/programs/json-file.ts";
import { isObject } from "../../../../sandbox/programs/json-file.ts";

/** A package.json with a name. Its values are those of the moment at which it was read. */
export interface Manifest {
  readonly path: string;
  /** Its folder relative to the audited root; `""` for the root. */
  readonly dir: string;
  readonly name: string;
  readonly version: string | null;
  readonly isPrivate: boolean;
  readonly content: JsonObject;
}

/** The fields of package.json in which tools look for requirements. */
export const requirementFields = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/** What a text is as JSON, a byte order mark aside; null when it is no object. */
export function jsonObject(text: string | null): JsonObject | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads a package.json; null for one without a name, and for what is no JSON object. */
export function manifestOf(path: string, text: string | null): Manifest | null {
  const content = jsonObject(text);
  const name = content?.["name"];
  if (content === null || typeof name !== "string" || name === "") return null;
  const version = content["version"];
  return {
    ...{ path, name, content },
    dir: path === "package.json" ? "" : path.slice(0, -"/package.json".length),
    version: typeof version === "string" && version !== "" ? version : null,
    isPrivate: content["private"] === true,
  };
}

/** The requirements of one field by name; those that are no strings are left out. */
export function requirementsIn(content: JsonObject, field: string): ReadonlyMap<string, string> {
  const held = content[field];
  const entries = isObject(held) ? Object.entries(held) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
