// Stands in for `shelljs`: what works on files is done, everything else is a command.

import * as files from "../files/sync.js";
import { find as findFiles } from "../globbing.js";
import { runLine } from "../node/child_process.js";
import { basename, join, resolve } from "../node/path.js";
import { process } from "../node/process.js";

/** What most functions give: a text with the exit code of the command. */
function shellString(stdout, stderr = "", code = 0) {
  const text = new String(stdout);
  return Object.assign(text, {
    stdout,
    stderr,
    code,
    to(path) {
      files.writeFileSync(path, stdout);
      return text;
    },
    toEnd(path) {
      files.appendFileSync(path, stdout);
      return text;
    },
    grep: (pattern) => grepText(stdout, pattern),
    sed: (pattern, replacement) => shellString(sedText(stdout, pattern, replacement)),
    exec: (line, options) => exec(line, { ...options, input: stdout }),
  });
}

/** The paths that patterns stand for; a pattern that matches nothing stays. */
function expand(paths) {
  return paths.flat().flatMap((path) => {
    const text = String(path);
    if (!/[*?[\]{}]/.test(text)) return [text];
    const found = findFiles([text], [], process.cwd(), { onlyFiles: false });
    return found.length === 0 ? [text] : found;
  });
}

function splitOptions(args) {
  const [first, ...rest] = args;
  const hasFlags = typeof first === "string" && /^-[A-Za-z]+$/.test(first);
  return hasFlags ? [first, expand(rest)] : ["", expand(args)];
}

function exec(line, options, callback) {
  const given = typeof options === "object" && options !== null ? options : {};
  const { stdout, stderr, exitCode } = runLine(line, given);
  const isSilent = given.silent ?? config.silent;
  if (!isSilent && stdout !== "") process.stdout.write(stdout);
  if (!isSilent && stderr !== "") process.stderr.write(stderr);
  if (exitCode !== 0 && config.fatal) throw new Error(`exec: ${stderr}`);
  const done = typeof options === "function" ? options : callback;
  if (done) queueMicrotask(() => done(exitCode, stdout, stderr));
  return shellString(stdout, stderr, exitCode);
}

function cd(path = "/") {
  process.chdir(resolve(String(path)));
  return shellString("");
}

function cat(...paths) {
  return shellString(
    expand(paths)
      .map((path) => files.readFileSync(path, "utf8"))
      .join(""),
  );
}

function rm(...args) {
  const [flags, paths] = splitOptions(args);
  for (const path of paths) files.rmSync(path, { recursive: /[rR]/.test(flags), force: flags.includes("f") });
  return shellString("");
}

function mkdir(...args) {
  const [flags, paths] = splitOptions(args);
  for (const path of paths) files.mkdirSync(path, { recursive: flags.includes("p") });
  return shellString("");
}

function transfer(args, work) {
  const [flags, paths] = splitOptions(args);
  const target = paths.at(-1);
  const isFolder = files.existsSync(target) && files.statSync(target).isDirectory();
  for (const path of paths.slice(0, -1)) work(path, isFolder ? join(target, basename(path)) : target, flags);
  return shellString("");
}

const cp = (...args) =>
  transfer(args, (from, to, flags) =>
    files.cpSync(from, to, { recursive: /[rR]/.test(flags), force: !flags.includes("n") }),
  );
const mv = (...args) => transfer(args, (from, to) => files.renameSync(from, to));

function ls(...args) {
  const [flags, paths] = splitOptions(args);
  const names = (paths.length === 0 ? ["."] : paths).flatMap((path) => {
    if (!files.statSync(path).isDirectory() || flags.includes("d")) return [path];
    const found = files.readdirSync(path, { recursive: flags.includes("R") });
    return flags.includes("A") ? found : found.filter((name) => !basename(name).startsWith("."));
  });
  return Object.assign(names, { code: 0, stderr: null, stdout: names.map((name) => `${name}\n`).join("") });
}

function find(...paths) {
  const found = expand(paths).flatMap((path) => {
    const isFolder = files.statSync(path).isDirectory();
    return [
      path,
      ...(isFolder ? files.readdirSync(path, { recursive: true }).map((name) => join(path, name)) : []),
    ];
  });
  return Object.assign(found, { code: 0, stdout: found.map((name) => `${name}\n`).join("") });
}

function sed(...args) {
  const isInPlace = args[0] === "-i";
  const [pattern, replacement, ...paths] = isInPlace ? args.slice(1) : args;
  const results = expand(paths).map((path) => {
    const text = sedText(files.readFileSync(path, "utf8"), pattern, replacement);
    if (isInPlace) files.writeFileSync(path, text);
    return text;
  });
  return shellString(results.join("\n"));
}

function sedText(text, pattern, replacement) {
  return text
    .split("\n")
    .map((line) => line.replace(pattern, replacement))
    .join("\n");
}

function grep(...args) {
  const [first, ...rest] = args;
  const [pattern, ...paths] = typeof first === "string" && /^-[A-Za-z]$/.test(first) ? rest : args;
  return grepText(String(cat(...paths)), pattern);
}

function grepText(text, pattern) {
  const lines = text
    .split("\n")
    .filter((line) => (pattern instanceof RegExp ? pattern.test(line) : line.includes(pattern)));
  return shellString(lines.map((line) => `${line}\n`).join(""), "", lines.length === 0 ? 1 : 0);
}

function test(flag, path) {
  if (!files.existsSync(path)) return false;
  return flag === "-f"
    ? files.statSync(path).isFile()
    : flag === "-d"
      ? files.statSync(path).isDirectory()
      : true;
}

function echo(...args) {
  const text = `${args.map(String).join(" ")}\n`;
  process.stdout.write(text);
  return shellString(text);
}

function touch(...args) {
  for (const path of splitOptions(args)[1]) if (!files.existsSync(path)) files.writeFileSync(path, "");
  return shellString("");
}

function which(program) {
  const { stdout, exitCode } = runLine(`which ${program}`);
  return exitCode === 0 ? shellString(stdout.trim() || `/usr/bin/${program}`) : null;
}

const pwd = () => shellString(process.cwd());
const exit = (code) => process.exit(code);
const error = () => null;
const tempdir = () => shellString("/tmp");
const set = (flag) => {
  if (flag === "-e" || flag === "+e") config.fatal = flag === "-e";
};
const config = { silent: false, fatal: false, verbose: false, resetForTesting() {}, reset() {} };
const env = process.env;
const ShellString = shellString;

const shell = {
  exec,
  cd,
  cat,
  rm,
  mkdir,
  cp,
  mv,
  ls,
  find,
  sed,
  grep,
  test,
  echo,
  touch,
  which,
  pwd,
  exit,
  error,
};
Object.assign(shell, { tempdir, set, config, env, ShellString });

export {
  cat,
  cd,
  config,
  cp,
  echo,
  env,
  error,
  exec,
  exit,
  find,
  grep,
  ls,
  mkdir,
  mv,
  pwd,
  rm,
  ShellString,
  sed,
  set,
  tempdir,
  test,
  touch,
  which,
};
export default shell;
export { shell as "module.exports" };
