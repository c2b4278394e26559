import { keyMark, LocatedTomlParser } from "./located-toml-parser.ts";

/**
 * The values of a TOML text as plain objects and lists, without their places; null where it does not parse. Tables that
 * hold nothing are there, too, which the scalars of a document cannot tell of.
 */
export function plainToml(text: string): unknown {
  const parser = new LocatedTomlParser();
  try {
    parser.parse(text);
    return withoutMarks(parser.finish());
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.slice(keyMark.length), withoutMarks(item)]),
  );
}
