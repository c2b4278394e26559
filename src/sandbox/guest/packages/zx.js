// Stands in for `zx`, whose commands are shell lines.

import { inspect } from "../inspect.js";
import { runLine } from "../node/child_process.js";
import * as os from "../node/os.js";
import * as path from "../node/path.js";
import { process } from "../node/process.js";
import { setTimeout } from "../node/timers-promises.js";
import { askText } from "../prompting.js";
import { valueText } from "../started.js";
import chalk from "./chalk.js";
import fs from "./fs-extra.js";
import { globby as glob } from "./globby.js";
import minimist from "./minimist.js";
import { which as findProgram } from "./shelljs.js";

export { chalk, fs, glob, glob as globby, minimist, os, path };
export const argv = minimist(process.argv.slice(2));

/** What a command gave. */
export class ProcessOutput extends Error {
  constructor({ stdout, stderr, exitCode }, command) {
    super(exitCode === 0 ? "" : `${stderr || "\n"}    exit code: ${exitCode}\n    command: ${command}`);
    Object.assign(this, {
      stdout,
      stderr,
      exitCode,
      signal: null,
      stdall: stdout + stderr,
      ok: exitCode === 0,
    });
  }

  text() {
    return this.stdall;
  }

  json() {
    return JSON.parse(this.stdout);
  }

  lines() {
    return this.stdall.trim().split(/\r?\n/);
  }

  toString() {
    return this.stdall;
  }

  valueOf() {
    return this.stdall.trim();
  }

  [inspect.custom]() {
    return `ProcessOutput { stdout: ${inspect(this.stdout)}, exitCode: ${this.exitCode} }`;
  }
}

/** What the promise of a command can do besides, before anybody waits for it. */
function extrasFor(promise, output, settings) {
  const same = () => promise;
  return {
    quiet: same,
    verbose: same,
    stdio: same,
    timeout: same,
    nothrow() {
      settings.nothrow = true;
      return promise;
    },
    text: async () => (await promise).stdall.trim(),
    json: async () => (await promise).json(),
    lines: async () => (await promise).lines(),
    pipe(first, ...rest) {
      const input = output.stdout;
      if (Array.isArray(first?.raw)) return start(lineOf(first, rest), { ...settings, input }, false);
      if (typeof first === "string") fs.writeFileSync(first, input);
      else first?.write?.(input);
      return first instanceof Promise ? first : promise;
    },
  };
}

function start(line, given, isSync) {
  const settings = { ...given, cwd: given.cwd ?? $.cwd };
  const output = new ProcessOutput(runLine(line, settings), line);
  if (isSync) {
    if (!output.ok && !settings.nothrow) throw output;
    return output;
  }
  const promise = new Promise((resolve, reject) => {
    queueMicrotask(() => (output.ok || settings.nothrow ? resolve(output) : reject(output)));
  });
  Object.defineProperty(promise, "stdout", { get: () => promise.then(({ stdout }) => stdout) });
  Object.defineProperty(promise, "exitCode", {
    get: () => promise.catch((error) => error).then(({ exitCode }) => exitCode),
  });
  return Object.assign(promise, extrasFor(promise, output, settings));
}

/** The line of a template: what is put in is quoted, except for blanks between the items of a list. */
function lineOf(strings, values) {
  return strings.raw
    .map(
      (text, at) =>
        text +
        (at < values.length
          ? [values[at]]
              .flat()
              .map((one) => quote(valueText(one)))
              .join(" ")
          : ""),
    )
    .join("");
}

export function quote(text) {
  return /^[\w/.\-@:=,+]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function makeFunction(settings, isSync) {
  return (first, ...rest) => {
    if (Array.isArray(first?.raw)) return start(lineOf(first, rest), settings, isSync);
    return makeFunction({ ...settings, ...first }, isSync || first?.sync === true);
  };
}

export const $ = Object.assign(makeFunction({}, false), {
  sync: makeFunction({}, true),
  verbose: false,
  quiet: false,
  cwd: undefined,
  env: process.env,
  prefix: "",
  shell: "/bin/bash",
  quote,
});

export function cd(folder) {
  process.chdir(String(folder));
}

export async function within(work) {
  const before = process.cwd();
  try {
    return await work();
  } finally {
    process.chdir(before);
  }
}

export function echo(first, ...rest) {
  const text = Array.isArray(first?.raw) ? lineOf(first, rest) : [first, ...rest].map(valueText).join(" ");
  process.stdout.write(`${text}\n`);
}

export async function question(query = "") {
  return askText(query);
}

export const sleep = (delay) =>
  setTimeout(
    typeof delay === "string" ? Number.parseFloat(delay) * (delay.endsWith("ms") ? 1 : 1000) : delay,
  );
export const which = async (program) => String(findProgram(program) ?? "");
export const stdin = async () => "";
export const spinner = async (title, work) => (typeof title === "function" ? title() : work());
export const retry = async (_count, delay, work) => (typeof delay === "function" ? delay() : work());
export const quiet = (promise) => promise;
export const nothrow = (promise) => promise.nothrow();
export const usePowerShell = () => {};
export const useBash = () => {};
export const tmpdir = () => fs.mkdtempSync("/tmp/zx-");
