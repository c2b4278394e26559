import { parseYamlDocuments } from "./yaml-documents.ts";

/**
 * The values of the first document of a YAML text as plain objects and lists, without their places; null where it does
 * not parse. Aliases are followed up to a hundred times.
 */
export function plainYaml(text: string): unknown {
  try {
    const [document] = parseYamlDocuments(text, { merge: true, logLevel: "silent", prettyErrors: false });
    if (document === undefined || document.errors.length > 0) return null;
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
