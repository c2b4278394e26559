// node:child_process. Nothing is started: the host records the command and answers it.

import { request } from "../host.js";
import { watch } from "../rejections.js";
import { refusedError } from "../thrown.js";
import { setTimeout } from "../timers.js";
import { Buffer } from "./buffer.js";
import { EventEmitter } from "./events.js";
import { process } from "./process.js";
import { Readable, Writable } from "./stream.js";
import { fileURLToPath, URL } from "./url.js";

/** Asks for a program with arguments. `options` are those of node:child_process. */
export function runProgram(program, args, options = {}) {
  const words = [program, ...args].map(String);
  if (options.shell) return runLine(words.join(" "), options);
  return request("command.run", words, folderOf(options), inputOf(options), variablesOf(options));
}

/** Asks for a shell line. */
export function runLine(line, options = {}) {
  return request("command.shell", String(line), folderOf(options), inputOf(options), variablesOf(options));
}

function variablesOf(options) {
  const environment = Object.entries({ ...process.env, ...options.env }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(environment.map(([name, value]) => [name, String(value)]));
}

export function execSync(line, options) {
  return outputOrThrow(runLine(line, options), String(line), options);
}

export function execFileSync(file, args, options) {
  const [list, given] = Array.isArray(args) ? [args, options] : [[], args];
  return outputOrThrow(runProgram(file, list, given), [file, ...list].join(" "), given);
}

export function spawnSync(file, args, options) {
  const [list, given] = Array.isArray(args) ? [args, options] : [[], args];
  const { stdout, stderr, exitCode } = runProgram(file, list, given);
  show(stdout, stderr, given);
  const output = isInherited(given, 1) ? null : encoded(stdout, given?.encoding);
  const errors = isInherited(given, 2) ? null : encoded(stderr, given?.encoding);
  return {
    pid: 2,
    status: exitCode,
    signal: null,
    stdout: output,
    stderr: errors,
    output: [null, output, errors],
  };
}

export function exec(line, options, callback) {
  const [given, done] = typeof options === "function" ? [{}, options] : [options ?? {}, callback];
  return child(runLine(line, given), String(line), given, done);
}

export function execFile(file, args, options, callback) {
  const list = Array.isArray(args) ? args : [];
  const done = [args, options, callback].find((argument) => typeof argument === "function");
  const given = [args, options].find(
    (argument) => typeof argument === "object" && argument !== null && !Array.isArray(argument),
  );
  return child(runProgram(file, list, given), [file, ...list].join(" "), given ?? {}, done);
}

export function spawn(file, args, options) {
  const [list, given] = Array.isArray(args) ? [args, options ?? {}] : [[], args ?? {}];
  return child(runProgram(file, list, given), [file, ...list].join(" "), given);
}

export function fork(path) {
  throw refusedError(
    `the script forks ${path}, which a rehearsal does not start`,
    "name that script as the entry of a release of its own, or rehearse natively with `command` and --engine command",
  );
}

for (const [asynchronous, name] of [
  [exec, "exec"],
  [execFile, "execFile"],
]) {
  const custom = (...args) =>
    new Promise((resolve, reject) => {
      asynchronous(...args, (error, stdout, stderr) => (error ? reject(error) : resolve({ stdout, stderr })));
    });
  Object.defineProperty(custom, "name", { value: name });
  Object.defineProperty(asynchronous, Symbol.for("nodejs.util.promisify.custom"), { value: custom });
}

export class ChildProcess extends EventEmitter {
  pid = 2;
  connected = false;
  killed = false;
  exitCode = null;
  signalCode = null;

  kill() {
    return false;
  }

  ref() {}
  unref() {}
  disconnect() {}
}

function child(result, command, options, callback) {
  const started = new ChildProcess();
  const { stdout, stderr, exitCode } = result;
  show(stdout, stderr, { stdio: "pipe", ...options });
  started.stdin = new Writable({ write: (_chunk, _encoding, done) => done() });
  started.stdout = isInherited(options, 1) ? null : Readable.from(stdout === "" ? [] : [Buffer.from(stdout)]);
  started.stderr = isInherited(options, 2) ? null : Readable.from(stderr === "" ? [] : [Buffer.from(stderr)]);
  started.stdio = [started.stdin, started.stdout, started.stderr];
  setTimeout(() => {
    started.exitCode = exitCode;
    started.emit("exit", exitCode, null);
    started.emit("close", exitCode, null);
    const error = exitCode === 0 ? null : failure(result, command);
    watch(
      callback?.(
        error,
        encoded(stdout, options.encoding ?? "utf8"),
        encoded(stderr, options.encoding ?? "utf8"),
      ),
    );
  }, 0);
  return started;
}

function outputOrThrow(result, command, options) {
  show(result.stdout, result.stderr, { stdio: ["pipe", "pipe", "inherit"], ...options });
  if (result.exitCode !== 0) {
    const output = encoded(result.stdout, options?.encoding);
    const errors = encoded(result.stderr, options?.encoding);
    const details = {
      status: result.exitCode,
      signal: null,
      stdout: output,
      stderr: errors,
      output: [null, output, errors],
    };
    throw Object.assign(failure(result, command), details);
  }
  return isInherited(options, 1) ? null : encoded(result.stdout, options?.encoding);
}

function failure({ stdout, stderr, exitCode }, command) {
  const error = new Error(`Command failed: ${command}${stderr === "" ? "" : `\n${stderr}`}`);
  return Object.assign(error, { code: exitCode, killed: false, signal: null, cmd: command, stdout, stderr });
}

function encoded(text, encoding) {
  return encoding === undefined || encoding === null || encoding === "buffer" ? Buffer.from(text) : text;
}

/** What a command prints is shown where the script lets it through. */
function show(stdout, stderr, options) {
  if (stdout !== "" && isInherited(options, 1)) process.stdout.write(stdout);
  if (stderr !== "" && isInherited(options, 2)) process.stderr.write(stderr);
}

function isInherited(options, fd) {
  const stdio = options?.stdio;
  const way = Array.isArray(stdio) ? stdio[fd] : stdio;
  return way === "inherit" || way === fd;
}

function folderOf({ cwd } = {}) {
  const path = cwd instanceof URL ? fileURLToPath(cwd) : (cwd ?? process.cwd());
  return path.startsWith("/") ? path : `${process.cwd()}/${path}`;
}

function inputOf({ input } = {}) {
  return input === undefined || input === null ? "" : String(input);
}
