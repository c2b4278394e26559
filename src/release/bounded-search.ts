import { type Context, createContext, Script } from "node:vm";

/** Made when it is first needed, since most audits need none. */
let context: Context | null = null;

/**
 * Runs a search with a pattern that somebody else wrote, and of which a bad one takes longer than anybody waits.
 * @param search an expression over `pattern` and `text`; what it gives belongs to another context, with classes of its own
 * @param longest in milliseconds
 * @returns null when it takes longer
 */
export function boundedSearch<Found>(
  search: string,
  pattern: RegExp,
  text: string,
  longest: number,
): Found | null {
  context ??= createContext({});
  Object.assign(context, { pattern, text });
  try {
    return new Script(search).runInContext(context, { timeout: longest }) as Found;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return null;
  } finally {
    Object.assign(context, { pattern: null, text: null });
  }
}

/** The error is one of the other context, whose class is not ours. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "code" in error &&
    error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}
