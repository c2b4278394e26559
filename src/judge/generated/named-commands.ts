import type { AnyNode } from "acorn";
import type { Config } from "../../config/config.ts";
import { relativeImports } from "../../release/find/release-invocation.ts";
import { nodesIn } from "../../release/script/nodes.ts";
import { scriptAt } from "../../release/script/read-script.ts";
import { folderOf, isWithin } from "../../repository/packages/path.ts";
import type { Repository } from "../../repository/repository.ts";
import { isTestData } from "../purpose/historical-document.ts";

/** A command line that a program around the release calls something with, and so may start. */
export interface NamedCommand {
  /** The text up to the first value that is filled in. */
  readonly command: string;
  /** The program, relative to the audited root. */
  readonly program: string;
}

const source = /\.[cm]?[jt]s$/;

/** What is called to say something, to ask or to test, and starts no command with its text. */
const speaking =
  /^(?:console|stdout|stderr|info|error|debug|trace|fatal|fail|die|abort|success|notice|write|chalk|colors|picocolors|kleur|ora|spinner|ask|prompt|confirm|question|description|test|it|describe|suite|bench|expect|includes|startsWith|endsWith|indexOf)$|^(?:log|print|warn|assert)|Error$/u;

/**
 * The command lines with which programs call something that import a module which a release calls. Such a rehearsal
 * starts in the middle: what the program does before and after the call is not recorded, so only its text tells. The
 * programs are sought in the folder of the module and in those above it. Empty for a release that is rehearsed as a
 * program, and for programs that cannot be read as syntax trees.
 */
export function namedCommands(config: Config, repository: Repository): readonly NamedCommand[] {
  return config.releases.flatMap(({ value: { module } }) =>
    module === undefined
      ? []
      : programsAround(module, repository).flatMap((path) => commandsOf(path, repository)),
  );
}

function programsAround(module: string, repository: Repository): string[] {
  return repository.paths.filter(
    (path) =>
      source.test(path) &&
      !isTestData(path) &&
      isWithin(folderOf(module), folderOf(path)) &&
      relativeImports(repository, path).includes(module),
  );
}

function commandsOf(program: string, repository: Repository): NamedCommand[] {
  const script = scriptAt(repository, program);
  if (script === null) return [];
  const nodes = [...nodesIn(script.program)];
  const values = new Map(nodes.flatMap(namedValue));
  return nodes.flatMap((node) => calledWith(node, values)).map((command) => ({ command, program }));
}

/** `command` and its value for `const command = "make docs"`. */
function namedValue(node: AnyNode): [string, AnyNode][] {
  if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || !node.init) return [];
  return [[node.id.name, node.init]];
}

/** The texts with which a node calls something: `execSync("make docs")`, `spawn("make", ["docs"])`, `$`make docs``. */
function calledWith(node: AnyNode, values: ReadonlyMap<string, AnyNode>): string[] {
  if (node.type === "TaggedTemplateExpression") return isSpeaking(node.tag) ? [] : linesIn(node.quasi);
  if (node.type !== "CallExpression" || isSpeaking(node.callee)) return [];
  const given = node.arguments.map((value) =>
    value.type === "Identifier" ? (values.get(value.name) ?? value) : value,
  );
  const [first, second] = given;
  const rest = second?.type === "ArrayExpression" ? wordsOf(second.elements) : [];
  const program = first === undefined || rest.length === 0 ? null : beginningOf(first);
  const started = program === null ? [] : [[program, ...rest].join(" ")];
  return [...started, ...given.flatMap(linesIn)];
}

/** True when a name in `console.log`, `test.skip` or `expect(text).toBe` is of something that only speaks. */
function isSpeaking(callee: AnyNode): boolean {
  if (callee.type === "Identifier") return speaking.test(callee.name);
  if (callee.type === "MemberExpression") return isSpeaking(callee.object) || isSpeaking(callee.property);
  return callee.type === "CallExpression" && isSpeaking(callee.callee);
}

function linesIn(node: AnyNode): string[] {
  const lines = (beginningOf(node) ?? "").split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "");
}

/** The text of a string up to the first value that is filled in; null for what is no string. */
function beginningOf(node: AnyNode): string | null {
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked ?? null;
  if (node.type === "BinaryExpression") return beginningOf(node.left);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

/** The elements of a list up to the first one that is no string. */
function wordsOf(elements: readonly (AnyNode | null)[]): string[] {
  const words = elements.map((element) => (element === null ? null : beginningOf(element)));
  const end = words.indexOf(null);
  return words.slice(0, end === -1 ? undefined : end).filter((word) => word !== null);
}

/** True for a command line that starts the command, whatever further arguments it gives. */
export function startsCommand(line: string, command: string): boolean {
  return line === command || line.startsWith(`${command} `);
}
