import type { AuditSoFar } from "../../../findings/audit.ts";
import { type Constant, findConstant } from "../../../inventory/ecosystems/constant-value.ts";
import { documentAt } from "../../../repository/documents/document-cache.ts";
import { comparable, type MemberValue } from "./member-value.ts";

/** The value of a constant in source code; of a list its length. */
export function constantValues(path: string, name: string, { repository }: AuditSoFar): MemberValue[] {
  const text = repository.read(path);
  const constant = text === null ? null : findConstant(path, text, name);
  const value = text === null || constant === null ? null : comparedValue(constant, text);
  if (constant === null || value === null) return [];
  const location = repository.locate(path, constant.span);
  return [{ what: name, value, how: null, location, role: "holds" }];
}

/** The arguments of a call look like a list, but their number says nothing. */
function comparedValue(constant: Constant, text: string): string | null {
  if (constant.type !== "list") return comparable(constant.value);
  const { start } = constant.span;
  const isCall = text[start] === "(" && /\w/.test(text.charAt(start - 1));
  return isCall ? null : String(constant.elements.length);
}

/** The value of a key path with dots in a JSON, TOML or YAML file. */
export function keyValues(path: string, key: string, { repository }: AuditSoFar): MemberValue[] {
  const scalars = documentAt(repository, path)?.scalars ?? [];
  return scalars
    .filter((scalar) => scalar.path.join(".") === key && scalar.value !== null)
    .map(({ value, content }) => ({
      what: key,
      value: comparable(String(value)),
      how: null,
      location: repository.locate(path, content),
      role: "holds",
    }));
}
