/** Control characters, line separators and marks of direction, which JSON may hold as they are. */
const raw = /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * JSON for a file, a program or a log: the same values, in characters that move no cursor, and without the brackets by
 * which a runner knows a workflow command in its older form.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
    .replace(raw, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replaceAll("##[", "#\\u0023[");
  return `${text}\n`;
}
