/** Who starts a workflow that admits everybody. */
const anybody = "release";

/** A name of a person or an organisation; that of an app ends in `[bot]` and is none. */
const login = String.raw`[A-Za-z\d][A-Za-z\d-]{0,38}(?![\w[-])`;
const context = String.raw`github\.(?:triggering_)?actor`;

/** `github.actor == 'fern'`, and a list that contains it: `contains(fromJSON('["fern", "moss"]'), github.actor)`. */
const expressions = [
  new RegExp(String.raw`\b${context}\s{0,4}==\s{0,4}['"](${login})['"]`, "u"),
  new RegExp(String.raw`['"](${login})['"]\s{0,4}==\s{0,4}${context}\b`, "u"),
  new RegExp(
    String.raw`\bcontains\(\s{0,4}(?:fromJSON\()?\s{0,4}'[^'A-Za-z\d]{0,4}(${login})[^']{0,400}'[^']{0,8}${context}\b`,
    "iu",
  ),
];

/** A variable of an environment that is given the context, as `ACTOR` often is. */
const variable = new RegExp(
  String.raw`^\s{0,40}["']?([A-Z_a-z]\w{0,60})["']?:\s{0,10}["']?\$\{\{\s{0,10}${context}\s{0,10}\}\}`,
  "gmu",
);

/**
 * The person who starts a workflow: one whom it admits where its conditions, or the commands of its steps, ask who that is,
 * since a release is started by somebody who may. `text` is that of the workflow.
 */
export function admittedActor(text: string): string {
  for (const expression of expressions) {
    const name = expression.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  const variables = ["GITHUB_ACTOR", "GITHUB_TRIGGERING_ACTOR"];
  for (const [, name = ""] of text.matchAll(variable)) variables.push(name);
  return admittedByShell(text, variables) ?? anybody;
}

/** Whom commands of a shell admit: the first of the patterns of a `case`, or who is compared. */
function admittedByShell(text: string, variables: readonly string[]): string | null {
  const names = variables.join("|");
  const asked = String.raw`["']?(?:\$\{?(?:${names})\}?(?!\w)|\$\{\{\s{0,10}${context}\s{0,10}\}\})["']?`;
  const patterns = new RegExp(String.raw`\bcase\s{1,10}${asked}\s{1,10}in\s{1,40}\(?["']?(${login})`, "u");
  const equal = new RegExp(String.raw`${asked}\s{1,10}==?\s{1,10}["']?(${login})["']?`, "u");
  const refused = new RegExp(
    String.raw`${asked}\s{1,10}!=\s{1,10}["']?(${login})["']?[^\n]{0,200}(?:\n[^\n]{0,200}){0,3}\bexit\s{1,4}[1-9]`,
    "u",
  );
  for (const pattern of [patterns, equal, refused]) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
