import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** A regular expression of the source. */
interface Pattern {
  /** Relative to `src`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** A regular expression that is put together from what is only known when it runs. */
interface OpenPattern {
  readonly file: string;
  readonly line: number;
  /** The first argument as it is written. */
  readonly argument: string;
}

interface Patterns {
  readonly known: readonly Pattern[];
  readonly open: readonly OpenPattern[];
}

const root = join(import.meta.dirname, "../../src");

/** Every literal, and every construction with `RegExp`, whose text is worked out from the constants that it is made of. */
export function collectPatterns(): Patterns {
  const known: Pattern[] = [];
  const open: OpenPattern[] = [];
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.[jt]s$/.test(path) || path.endsWith(".d.ts")) continue;
    const source = sourceAt(path);
    const file = relative(root, path);
    forEachNode(source, (node) => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        known.push({ file, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      }
      if (!isConstruction(node)) return;
      const [argument, flags] = node.arguments ?? [];
      const text = argument === undefined ? "" : textOf(argument);
      const written = flags === undefined ? "" : textOf(flags);
      if (text === null || written === null) open.push({ file, line, argument: argument?.getText() ?? "" });
      else known.push({ file, line, source: text, flags: written });
    });
  }
  return { known, open };
}

function isConstruction(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "RegExp"
  );
}

const sources = new Map<string, ts.SourceFile>();

function sourceAt(path: string): ts.SourceFile {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const made = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  sources.set(path, made);
  return made;
}

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}

/** The text that an expression of constants has; null when something else is in it. */
function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) {
    const value = constant(node.text, node.getSourceFile());
    return value === null ? null : textOf(value);
  }
  if (ts.isTemplateExpression(node)) return templateText(node, (part) => part.text);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "String.raw") {
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return template.rawText ?? null;
    return templateText(template, (part) => part.rawText ?? part.text);
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined([textOf(node.left), textOf(node.right)], "");
  return isJoin(node)
    ? joined(itemsOf(node.expression.expression), textOf(node.arguments[0] ?? node) ?? ",")
    : null;
}

function templateText(
  { head, templateSpans }: ts.TemplateExpression,
  written: (part: ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail) => string,
): string | null {
  const parts = templateSpans.flatMap(({ expression, literal }) => [textOf(expression), written(literal)]);
  return joined([written(head), ...parts], "");
}

function joined(parts: readonly (string | null)[] | null, separator: string): string | null {
  if (parts === null) return null;
  const texts = parts.filter((part) => part !== null);
  return texts.length === parts.length ? texts.join(separator) : null;
}

type Join = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

function isJoin(node: ts.Expression): node is Join {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "join"
  );
}

function itemsOf(node: ts.Expression): (string | null)[] | null {
  const list = ts.isIdentifier(node) ? constant(node.text, node.getSourceFile()) : node;
  if (list === null || !ts.isArrayLiteralExpression(list)) return null;
  return list.elements.flatMap((element) =>
    ts.isSpreadElement(element) ? (itemsOf(element.expression) ?? [null]) : [textOf(element)],
  );
}

/** The value of a constant at the top of a file, or of one that it imports by a relative path. */
function constant(name: string, file: ts.SourceFile): ts.Expression | null {
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name: declared, initializer } of statement.declarationList.declarations)
        if (initializer !== undefined && declared.getText() === name) return initializer;
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    const imported = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
    const binding = imported.find((element) => element.name.text === name);
    if (binding !== undefined)
      return constant(
        (binding.propertyName ?? binding.name).text,
        sourceAt(join(dirname(file.fileName), statement.moduleSpecifier.text)),
      );
  }
  return null;
}
