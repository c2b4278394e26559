import { isScalar, parseDocument, type Scalar } from "yaml";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { fileText } from "../files/file-text.ts";
import { replaceInPlace } from "../files/replace-in-place.ts";
import { readOptions } from "../options.ts";
import { type Expression, readExpression, type YamlPath } from "./read-expression.ts";

/**
 * The common forms of yq 4, the one in Go: `yq '.a.b' f` and `yq -i '.a.b = "x" | .c = strenv(C)' f` of a YAML file with one
 * document. It writes the values and leaves everything around them as it is, where the real one also drops blank lines.
 */
export const yq: Program = (call) => {
  const args = call.args.filter((arg, index) => index > 1 || !/^(?:e|eval)$/.test(arg));
  const splitting = args.find((arg) => /^(?:-s|--split-exp\b|--slurp$)/.test(arg));
  if (splitting !== undefined)
    throw new Refused(
      "yq",
      splitting,
      "one yq writes a file for each document by it, and another one joins them",
    );
  const options = readOptions("yq", args, {
    flags: "irN",
    long: { inplace: "i", unwrapScalar: "r", "no-doc": "N" },
  });
  const [source = "", name, ...more] = options.operands;
  if (name === undefined || more.length > 0 || !/\.ya?ml$/.test(name))
    throw new Refused("yq", call.args.join(" "), "one YAML file is read or changed");
  const text = fileText(call, name);
  if (text === null)
    return { stdout: "", stderr: `Error: open ${name}: no such file or directory\n`, exitCode: 1 };
  const expression = readExpression(source, call.env);
  if (expression.kind === "read") {
    if (options.has("i"))
      throw new Refused("yq", `-i ${source}`, "it would leave the value alone in the file");
    return { stdout: `${valueAt(text, expression.path, source)}\n`, stderr: "", exitCode: 0 };
  }
  return assigned(call, { expression, name, text, source, isInPlace: options.has("i") });
};

interface Assigned {
  readonly expression: Extract<Expression, { kind: "assign" }>;
  readonly name: string;
  readonly text: string;
  readonly source: string;
  readonly isInPlace: boolean;
}

function assigned(call: ProgramCall, { expression, name, text, source, isInPlace }: Assigned): ProgramResult {
  if (!isInPlace) throw new Refused("yq", source, "it shows the file, whose layout yq would change");
  const changed = expression.assignments.reduce((before, { path, value }) => {
    const node = scalarAt(before, path, source);
    if (node === null) throw new Refused("yq", source, "it adds a value to the file");
    const [start, end] = node.range ?? [0, 0];
    return before.slice(0, start) + written(value, node, source) + before.slice(end);
  }, text);
  replaceInPlace(call, { name, suffix: "", text: changed });
  return { stdout: "", stderr: "", exitCode: 0 };
}

function valueAt(text: string, path: YamlPath, source: string): string {
  const node = scalarAt(text, path, source);
  if (node === null) return "null";
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

/** Null where nothing is at the place. */
function scalarAt(text: string, path: YamlPath, source: string): Scalar | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) throw new Refused("yq", source, "the file is not one document of YAML");
  const node = document.getIn(path, true);
  if (node === undefined || node === null) return null;
  if (!isScalar(node)) throw new Refused("yq", source, "there is no single value at the place");
  return node;
}

/** A value in the style of the one that it replaces, with quotes where it would be no text without them. */
function written(value: string, { type }: Scalar, source: string): string {
  if (!/^[\w.+/:@-]+$/.test(value))
    throw new Refused("yq", source, "how such a text is written is not known");
  if (type === "QUOTE_DOUBLE") return `"${value}"`;
  if (type === "QUOTE_SINGLE") return `'${value}'`;
  if (type !== "PLAIN") throw new Refused("yq", source, "the value stands in a block of its own");
  return parseDocument(value).toJS() === value ? value : `"${value}"`;
}
