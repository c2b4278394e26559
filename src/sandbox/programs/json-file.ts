import type { View } from "../host/desk/answer.ts";

/** A JSON object, such as the content of a package.json. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object that is no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The JSON object in a file, with or without a byte order mark; null when there is no such file, or it is not JSON, or
 * no object. The programs that are answered for fail on such a manifest; what to make of it is the caller's decision.
 */
export function readJsonObject(view: View, path: string): JsonObject | null {
  const text = view.read(path);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
