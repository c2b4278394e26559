import type {
  AndOr,
  ArithmeticCommand,
  Assignment,
  Command,
  CommandExpansionPart,
  ParameterOperation,
  ParsedScript,
  PipelineNode,
  Redirection,
  TestCommand,
  TestExpression,
  Word,
  WordPart,
} from "unbash";

/** The commands that `BASH_COMMAND` names, with the text in which their places lie. */
export interface NamedCommand {
  readonly node: Command | TestCommand | ArithmeticCommand;
  readonly text: string;
}

/**
 * A command as bash writes it for `BASH_COMMAND`: words one blank apart, redirections behind them. Null where a command
 * substitution holds what bash writes over several lines. Source: `print_cmd.c` of bash 5.2.
 */
export function shownCommand({ node, text }: NamedCommand): string | null {
  try {
    return new Shown(text).command(node);
  } catch (error) {
    if (error instanceof Unshown) return null;
    throw error;
  }
}

class Unshown extends Error {}

class Shown {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  command(node: PipelineNode | AndOr): string {
    if (node.type === "Command") return this.#simple(node);
    if (node.type === "TestCommand") return `[[ ${this.#test(node.expression)} ]]`;
    if (node.type === "ArithmeticCommand") return `((${node.body}))`;
    if (node.type === "Pipeline" && node.prefixes.length === 0) {
      return node.commands.map((one) => this.command(one)).join(" | ");
    }
    if (node.type !== "AndOr") throw new Unshown();
    const shown = node.commands.map((one) => this.command(one));
    return shown.reduce((before, one, index) => `${before} ${node.operators[index - 1]} ${one}`);
  }

  #simple({ name, prefix, args, redirects }: Command): string {
    const assignments = prefix.filter((part): part is Assignment => part.type === "Assignment");
    const words = [...assignments, ...(name === undefined ? [] : [name]), ...args];
    return [
      ...words.map((word) => (word.type === "Word" ? this.#text(word) : this.#assignment(word))),
      ...redirects.map((redirection) => this.#redirection(redirection)),
    ].join(" ");
  }

  #assignment(node: Assignment): string {
    const { value, text } = node;
    if (value.type === "Word") return this.#text(node);
    const lead = text.slice(0, value.pos - node.pos);
    return `${lead}(${value.elements.map((word) => this.#text(word)).join(" ")})`;
  }

  /** The text of a node as it stands there, but for the commands that are substituted in it. */
  #text(node: Word | Assignment): string {
    let [shown, at] = ["", node.pos];
    for (const { pos, end, script } of substitutionsOf(node)) {
      if (!this.#source.startsWith("$(", pos)) continue;
      shown += `${this.#source.slice(at, pos)}$(${this.#script(script)})`;
      at = end;
    }
    return shown + this.#source.slice(at, node.end);
  }

  #script(script: ParsedScript | undefined): string {
    const [first, ...more] = script?.commands ?? [];
    if (first === undefined || first.background) throw new Unshown();
    let [shown, end] = [this.command(first.command), first.end];
    for (const { command, background, pos } of more) {
      if (background) throw new Unshown();
      shown += this.#source.slice(end, pos).includes("\n") ? "\n" : "; ";
      shown += this.command(command);
      end = command.end;
    }
    return shown;
  }

  #redirection(redirection: Redirection): string {
    const { descriptor, operator } = redirection;
    const number =
      descriptor === undefined ? null : descriptor.type === "FileDescriptor" ? descriptor.value : null;
    if (descriptor !== undefined && number === null) throw new Unshown();
    if (redirection.type === "HereDoc") return this.#document(redirection, number);
    const { target } = redirection;
    if (target === undefined) throw new Unshown();
    const word = this.#text(target);
    const own = operator.startsWith("<") ? 0 : 1;
    const before = number === null || number === own ? "" : String(number);
    if (operator === "<&" || operator === ">&") {
      const isPlain = /^(?:\d+-?|-)$/.test(word);
      return `${isPlain ? (number ?? own) : before}${operator}${word}`;
    }
    return operator.startsWith("&") ? `${operator} ${word}` : `${before}${operator} ${word}`;
  }

  #document(
    { operator, delimiter, body }: Extract<Redirection, { type: "HereDoc" }>,
    number: number | null,
  ): string {
    if (delimiter === undefined || number !== null || operator === "<<-" || delimiter.quoted)
      throw new Unshown();
    return `<<${delimiter.text}\n${body.text}${delimiter.value}\n`;
  }

  #test(expression: TestExpression): string {
    switch (expression.type) {
      case "TestLogical":
        return expression.operands.map((operand) => this.#test(operand)).join(` ${expression.operator} `);
      case "TestNot":
        return `${"! ".repeat(expression.negations.length)}${this.#test(expression.operand)}`;
      case "TestGroup":
        return `( ${this.#test(expression.expression)} )`;
      case "TestUnary":
        return `${expression.operator} ${this.#text(expression.operand)}`;
      case "TestBinary":
        return `${this.#text(expression.left)} ${expression.operator} ${this.#text(expression.right)}`;
    }
  }
}

/** The outermost substitutions in a word, in the order of the text. */
function substitutionsOf(node: Word | Assignment): CommandExpansionPart[] {
  if (node.type === "Word") return (node.parts ?? []).flatMap(substitutionsIn);
  return node.value.type === "Word"
    ? substitutionsOf(node.value)
    : node.value.elements.flatMap(substitutionsOf);
}

function substitutionsIn(part: WordPart): CommandExpansionPart[] {
  if (part.type === "CommandExpansion") return [part];
  if (part.type === "ParameterExpansion") return operandsOf(part.operation).flatMap(substitutionsOf);
  return "parts" in part ? (part.parts ?? []).flatMap(substitutionsIn) : [];
}

function operandsOf(operation: ParameterOperation | undefined): Word[] {
  if (operation === undefined) return [];
  if (operation.type === "Replace") return [operation.pattern, operation.replacement];
  return "operand" in operation && operation.operand !== undefined ? [operation.operand] : [];
}
