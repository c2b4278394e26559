import type { Document } from "./document.ts";
import { collectFullYaml, collectYamlPart } from "./full-yaml.ts";
import { collectRegularYaml, type PartParser } from "./regular-yaml.ts";
import type { ScalarList } from "./scalar-list.ts";
import { structuredDocument } from "./structured-document.ts";

/**
 * Parses YAML 1.2. In a text of several documents every key path starts with the 0-based index of its document.
 * Aliases are not expanded and give no value. Never throws: what does not parse becomes a document of format `text`
 * with a note.
 */
export function parseYaml(text: string): Document {
  return structuredDocument("yaml", text, collectYaml);
}

function collectYaml(text: string, list: ScalarList): void {
  const parsePart: PartParser = (part, path) => collectYamlPart(text, part, path, list);
  if (collectRegularYaml(text, list, parsePart)) return;
  list.keep(0);
  collectFullYaml(text, list);
}
