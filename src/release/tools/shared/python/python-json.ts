/** Writes a value as `json.dumps` of Python does with an indentation: what is not ASCII is escaped. */
export function pythonJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
