import { type HereDoc, type ParsedScript, parse, type Word } from "unbash";

/** Texts are parsed again and again in loops; this many are remembered. */
const maxKnown = 2000;
const scripts = new Map<string, ParsedScript>();

/** The tree of a script. What is wrong with it stands in `errors`. */
export function parseScript(text: string): ParsedScript {
  const known = scripts.get(text);
  if (known !== undefined) return known;
  const script = parse(text);
  if (scripts.size >= maxKnown) scripts.clear();
  scripts.set(text, script);
  return script;
}

/** The tree of one word; null when the text is not exactly one. */
export function parseWord(text: string): Word | null {
  const { commands, errors } = parseScript(`: ${text}`);
  const command = commands[0]?.command;
  if (commands.length !== 1 || errors !== undefined || command?.type !== "Command") return null;
  const [word, ...rest] = command.suffix;
  return word?.type === "Word" && rest.length === 0 ? word : null;
}

const delimiter = "__END_OF_TEXT__";

/** The tree of a text that is expanded as if it stood in a here-document: only `$`, backquotes and backslashes count. */
export function parseText(text: string): HereDoc | null {
  const { commands, errors } = parseScript(`: <<${delimiter}\n${text}\n${delimiter}\n`);
  const command = commands[0]?.command;
  if (commands.length !== 1 || errors !== undefined || command?.type !== "Command") return null;
  const document = command.suffix[0];
  return document?.type === "HereDoc" ? document : null;
}
