import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import * as v from "valibot";
import { AuditError } from "../../audit-error.ts";
import { baselineKey } from "../../inventory/baseline-text.ts";
import { LineIndex } from "../../repository/text/location.ts";
import type { BaselineEntry } from "./baseline.ts";

/** The name under which a baseline is written unless the user chooses another. */
export const baselineFileName = "version-audit.baseline.json";

/** The version of the format; it changes when a reader would have to. */
const formatVersion = 1;

const baselineSchema = v.object({
  [baselineKey]: v.literal(formatVersion),
  findings: v.array(
    v.object({
      fingerprint: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "must be 32 hexadecimal digits")),
      rule: v.string(),
      path: v.string(),
      message: v.string(),
    }),
  ),
});

/** The text of a baseline: JSON with one entry after the other, the same for the same findings. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const findings = entries.map(({ fingerprint, rule, path, message }) => ({
    rule,
    path,
    message,
    fingerprint,
  }));
  return `${JSON.stringify({ [baselineKey]: formatVersion, findings }, null, 2)}\n`;
}

/**
 * Reads the text of a baseline.
 * @param path the name under which it is shown
 * @throws AuditError with the place for a text that is no baseline
 */
export function parseBaseline(path: string, text: string): BaselineEntry[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [error] = errors;
  if (error !== undefined || root === undefined) {
    const reason = error === undefined ? "it is empty" : inWords(printParseErrorCode(error.error));
    throw corrupt(path, text, error?.offset ?? 0, `is not JSON (${reason})`);
  }
  const result = v.safeParse(baselineSchema, getNodeValue(root));
  if (result.success) return result.output.findings;
  const [issue] = result.issues;
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  const node = findNodeAtLocation(root, keys) ?? findNodeAtLocation(root, keys.slice(0, -1)) ?? root;
  throw corrupt(path, text, node.offset, `is no baseline: ${keys.join(".") || "it"}: ${issue.message}`);
}

/** `CommaExpected` as `comma expected`. */
function inWords(code: string): string {
  return code.replace(/(?<=[a-z])[A-Z]/g, " $&").toLowerCase();
}

function corrupt(path: string, text: string, offset: number, message: string): AuditError {
  const { line, column } = new LineIndex(text).position(offset);
  const help = "Correct the file, or write it anew with `version-audit baseline`.";
  return new AuditError(`${path} ${message}`, { path, line, column, help });
}
