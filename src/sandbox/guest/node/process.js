// node:process. The environment is the one that the release is configured with, and nothing of the real one.

import { peekClock, readClock } from "../clock.js";
import { refuseLostChanges } from "../files/under-way.js";
import { request } from "../host.js";
import { uncaught } from "../rejections.js";
import { refusedError } from "../thrown.js";
import { EventEmitter } from "./events.js";

const nodeVersion = "v22.12.0";
let folder = "/";
let exitCode;
let isExiting = false;
let began = 0;

class OutputStream extends EventEmitter {
  writable = true;
  isTTY = false;
  columns = 80;
  rows = 24;
  #name;

  constructor(name, fd) {
    super();
    this.#name = name;
    this.fd = fd;
  }

  write(text, encoding, callback) {
    request("run.print", this.#name, String(text));
    const done = typeof encoding === "function" ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  }

  end(text) {
    if (text !== undefined) this.write(text);
    return this;
  }

  getColorDepth() {
    return 1;
  }

  hasColors() {
    return false;
  }

  getWindowSize() {
    return [80, 24];
  }

  cork() {}
  uncork() {}
  clearLine() {}
  cursorTo() {}
  moveCursor() {}
}

/** A terminal at which nobody types: it says at once that it ends. */
class InputStream extends EventEmitter {
  fd = 0;
  readable = true;
  isTTY = true;

  on(event, listener) {
    super.on(event, listener);
    if (event === "end" || event === "close") process.nextTick(() => this.emit(event));
    return this;
  }

  setEncoding() {
    return this;
  }

  setRawMode() {
    return this;
  }

  resume() {
    return this;
  }

  pause() {
    return this;
  }

  read() {
    return null;
  }

  ref() {}
  unref() {}
  async *[Symbol.asyncIterator]() {}
}

class Process extends EventEmitter {
  title = "node";
  pid = 1;
  ppid = 0;
  platform = "linux";
  arch = "x64";
  version = nodeVersion;
  versions = { node: nodeVersion.slice(1), v8: "12.4.254.21", modules: "127" };
  release = { name: "node", lts: "Jod" };
  features = {};
  config = { variables: {} };
  argv = [];
  argv0 = "node";
  execArgv = [];
  execPath = "/usr/local/bin/node";
  env = new Proxy({}, { set: (target, name, value) => Reflect.set(target, name, String(value)) });
  stdout = new OutputStream("stdout", 1);
  stderr = new OutputStream("stderr", 2);
  stdin = new InputStream();

  get exitCode() {
    return exitCode;
  }

  set exitCode(code) {
    exitCode = code;
  }

  cwd() {
    return folder;
  }

  chdir(to) {
    const path = to.startsWith("/") ? to : `${folder}/${to}`;
    const { kind } = request("fs.status", path, true);
    if (kind !== "folder") throw new Error(`ENOTDIR: not a directory, chdir '${to}'`);
    folder = request("fs.realPath", path);
  }

  exit(code = exitCode) {
    if (Number(code ?? 0) === 0) refuseLostChanges();
    exitCode = code;
    endProcess();
  }

  abort() {
    this.exit(134);
  }

  kill() {
    throw refusedError("the script sends a signal to a process", "make the release not depend on it");
  }

  nextTick(callback, ...args) {
    if (typeof callback !== "function")
      throw new TypeError('The "callback" argument must be of type function');
    queueMicrotask(() => callback(...args));
  }

  uptime() {
    return (readClock() - began) / 1000;
  }

  hrtime(since = [0, 0]) {
    const time = readClock() - began;
    return [Math.floor(time / 1000) - since[0], (time % 1000) * 1e6 - since[1]];
  }

  memoryUsage() {
    return { rss: 50_000_000, heapTotal: 20_000_000, heapUsed: 10_000_000, external: 0, arrayBuffers: 0 };
  }

  emitWarning(warning) {
    this.stderr.write(`(node:1) ${typeof warning === "string" ? `Warning: ${warning}` : String(warning)}\n`);
  }

  umask() {
    return 0o022;
  }

  getuid() {
    return 1000;
  }

  getgid() {
    return 1000;
  }

  cpuUsage() {
    return { user: 0, system: 0 };
  }

  loadEnvFile() {}
  setUncaughtExceptionCaptureCallback() {}
}

export const process = new Process();
process.hrtime.bigint = () => BigInt(readClock() - began) * 1_000_000n;

/** Sets what the script finds when it begins. */
export function setUpProcess(plan) {
  began = peekClock();
  folder = plan.cwd;
  process.argv.push(...plan.argv);
  Object.assign(process.env, plan.env);
}

/** Tells the script that it ends, once, and ends it. */
export function endProcess() {
  if (!isExiting) {
    isExiting = true;
    try {
      process.emit("exit", exitCode ?? 0);
    } catch (error) {
      uncaught(error);
    }
  }
  const code = Number(exitCode ?? 0);
  request("run.exit", Number.isInteger(code) ? code : 1);
}

export default process;
export { process as "module.exports" };
export const { argv, argv0, env, execArgv, execPath, pid, stdout, stderr, stdin } = process;
export const { arch, config, features, platform, release, version, versions } = process;
export const { chdir, cpuUsage, cwd, exit, hrtime, memoryUsage, nextTick, umask, uptime } = process;
