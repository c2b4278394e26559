/** The characters that a document may hold: https://www.w3.org/TR/xml/#charsets. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const name = "[A-Za-z_][\\w.-]*";
const attribute = `\\s+${name}="[^<"]*"`;
const tag = new RegExp(`<(/)?(${name})((?:${attribute})*)\\s*(/)?>`, "y");
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;

/**
 * What keeps a document from being well-formed XML; null when it is. Reads the subset that data is written in: a
 * declaration, elements, attributes, text and references, and no comments, sections or document types.
 */
export function xmlFault(document: string): string | null {
  const character = forbidden.exec(document);
  if (character !== null) return `a character that XML does not have at ${character.index}`;
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) return "no declaration";
  const open: string[] = [];
  let roots = 0;
  for (let at = declaration.length; at < document.length; ) {
    const next = document.indexOf("<", at);
    const text = document.slice(at, next === -1 ? undefined : next);
    const fault = textFault(text, open.length);
    if (fault !== null) return `${fault} at ${at}`;
    if (next === -1) break;
    tag.lastIndex = next;
    const [, isEnd, element = "", attributes = "", isEmpty] = tag.exec(document) ?? [];
    if (element === "") return `no tag at ${next}`;
    if (reference.test(attributes)) return `a reference to nothing at ${next}`;
    if (isEnd === undefined && open.length === 0) roots += 1;
    if (isEnd === undefined && isEmpty === undefined) open.push(element);
    if (isEnd !== undefined && open.pop() !== element)
      return `${element} is closed at ${next} and is not open`;
    at = tag.lastIndex;
  }
  if (open.length > 0) return `${open.join(" and ")} is never closed`;
  return roots === 1 ? null : `${roots} elements at the root`;
}

function textFault(text: string, depth: number): string | null {
  if (depth === 0 && text.trim() !== "") return "text outside of the root";
  if (text.includes("]]>")) return "the end of a section";
  return reference.test(text) ? "a reference to nothing" : null;
}
