// Stands in for `execa`, versions 5 to 9.

import { runLine, runProgram } from "../node/child_process.js";
import { process } from "../node/process.js";
import { startedProcess, templateWords } from "../started.js";

export class ExecaError extends Error {
  name = "ExecaError";
}

export class ExecaSyncError extends ExecaError {
  name = "ExecaSyncError";
}

/** One command: how it is run, what it is called, and what came of it. */
function settle(words, options, isSync) {
  const command = words.join(" ");
  const { stdout, stderr, exitCode } = options.shell
    ? runLine(command, options)
    : runProgram(words[0], words.slice(1), options);
  const shown = { stdout: outputOf(stdout, options, 1), stderr: outputOf(stderr, options, 2) };
  const all = options.all === true ? [shown.stdout, shown.stderr].filter(Boolean).join("\n") : undefined;
  const details = {
    command,
    escapedCommand: command,
    cwd: String(options.cwd ?? process.cwd()),
    durationMs: 0,
    failed: exitCode !== 0,
    timedOut: false,
    isCanceled: false,
    isTerminated: false,
    killed: false,
    exitCode,
    stdio: [undefined, shown.stdout, shown.stderr],
    pipedFrom: [],
    all,
    ...shown,
  };
  if (exitCode === 0 || options.reject === false) return { result: details, error: null };
  const message = `Command failed with exit code ${exitCode}: ${command}`;
  const full = [message, shown.stderr, shown.stdout]
    .filter((text) => typeof text === "string" && text !== "")
    .join("\n");
  const error = Object.assign(new (isSync ? ExecaSyncError : ExecaError)(full), details);
  return { result: details, error: Object.assign(error, { shortMessage: message, originalMessage: "" }) };
}

function outputOf(text, options, fd) {
  const stdio = options.stdio ?? [undefined, options.stdout, options.stderr];
  const way = Array.isArray(stdio) ? stdio[fd] : stdio;
  if (way === "inherit" || way === "ignore" || way === fd) {
    if (way !== "ignore" && text !== "") (fd === 1 ? process.stdout : process.stderr).write(text);
    return undefined;
  }
  const stripped = options.stripFinalNewline === false ? text : text.replace(/\r?\n$/, "");
  return options.lines === true
    ? stripped.split("\n").filter((line, at, all) => at < all.length - 1 || line !== "")
    : stripped;
}

function run(words, options, isSync) {
  const { result, error } = settle(words, options, isSync);
  if (isSync) {
    if (error !== null) throw error;
    return result;
  }
  const more = {
    pipe: (...target) => piped(result, target, options),
    pipeStdout: (...target) => piped(result, target, options),
    iterable: () => linesOf(result),
    [Symbol.asyncIterator]: () => linesOf(result),
  };
  return startedProcess(result, error, more);
}

/** The output of one command goes into the next. */
function piped(result, [first, ...rest], options) {
  const input = result.stdout ?? "";
  if (Array.isArray(first) && "raw" in first)
    return run(templateWords(first, rest), { ...options, input }, false);
  if (typeof first === "string")
    return run([first, ...(rest[0] ?? [])], { ...options, ...rest[1], input }, false);
  return first;
}

async function* linesOf({ stdout }) {
  yield* String(stdout ?? "").split("\n");
}

/** One of execa's functions, which take a file, a template, or options to be bound. */
function makeFunction(bound, isSync) {
  const call = (first, second, third) => {
    if (isTemplate(first))
      return run(templateWords(first, [second, third].slice(0, first.length - 1)), bound, isSync);
    const isFile = typeof first === "string" || first instanceof URL;
    if (!isFile) return makeFunction({ ...bound, ...first }, isSync || first?.sync === true);
    const [args, options] = Array.isArray(second) ? [second, third] : [[], second];
    return run([String(first), ...args.map(String)], { ...bound, ...options }, isSync);
  };
  const either = (...args) =>
    isTemplate(args[0]) ? run(templateWords(args[0], args.slice(1)), bound, isSync) : call(...args);
  if (!isSync) {
    either.sync = makeFunction(bound, true);
    either.s = either.sync;
  }
  return either;
}

function isTemplate(value) {
  return Array.isArray(value) && Array.isArray(value.raw);
}

/** Splits a command line at blanks, of which a backslash makes a part of a word. */
export function parseCommandString(line) {
  return line
    .trim()
    .split(/(?<!\\) +/)
    .map((word) => word.replaceAll("\\ ", " "));
}

export function execaCommand(line, options = {}) {
  return run(parseCommandString(line), options, false);
}

export function execaCommandSync(line, options = {}) {
  return run(parseCommandString(line), options, true);
}

export function execaNode(file, args, options) {
  const [list, given] = Array.isArray(args) ? [args, options] : [[], args];
  return run(["node", String(file), ...list], given ?? {}, false);
}

export const execa = makeFunction({}, false);
export const execaSync = makeFunction({}, true);
/** Scripts are given what prompts would need. */
export const $ = makeFunction({ preferLocal: true, stdin: "inherit" }, false);

Object.assign(execa, { command: execaCommand, commandSync: execaCommandSync, node: execaNode });

export default execa;
export { execa as "module.exports" };

Object.assign(execa, { execa, execaSync, execaCommand, execaCommandSync, execaNode, $ });
