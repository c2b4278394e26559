import { bind } from "../documentation/binders.ts";
import { placeOf } from "../documentation/place.ts";
import type { Ecosystem } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";

const document =
  /\.(?:md|mdx|markdown|mdoc|txt|rst|adoc|asciidoc|html?|ipynb)$|(?:^|\/)(?:README|INSTALL|CHANGELOG)$/i;

/** True for files that are written to be read, in which a name and a version are an excerpt of a manifest. */
export function isDocument(path: string): boolean {
  return document.test(path);
}

/** Two numbers that no third follows. A version of three numbers is found everywhere by the text scanner. */
const partial = /(?=\d)(?<=["'`=:@^~ ]v?)(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?![\w]|[.-]\w)/g;

/**
 * Versions of only two numbers in documents. Two numbers are anything, so only those count to which the place itself
 * binds the name of a package, image or variable: `name = "1.2"`, `org/image:1.2`, `name==1.2`.
 */
export const documentation: Ecosystem = {
  name: "documentation",
  // Rendered documents are large, and markup stands between the names and versions of their code.
  matches: (path) => isDocument(path) && !/\.html?$/i.test(path),
  occurrences({ path, text }) {
    const found: Occurrence[] = [];
    for (const match of text.matchAll(partial)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const place = placeOf(text, span, true);
      const binding = bind(place);
      if (binding === null || binding.kind === "url" || binding.subject === null) continue;
      found.push({ path, span, text: place.prefix + match[0], version: match[0], ...binding, keyPath: null });
    }
    return found;
  },
};
