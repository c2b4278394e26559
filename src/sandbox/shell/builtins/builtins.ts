import { evaluateTest, TestError } from "../conditions/test-builtin.ts";
import type { Shell } from "../shell.ts";
import { type Builtin, plain } from "./builtin.ts";
import { declare } from "./declare.ts";
import { echo } from "./echo.ts";
import { cd, dirs, popd, pushd, pwd } from "./folders.ts";
import { getopts } from "./getopts.ts";
import { kill, wait } from "./jobs.ts";
import { exit, leaveFunction, leaveLoop, shift } from "./leave.ts";
import { commandV, hash, type } from "./look-up.ts";
import { mapfile } from "./mapfile.ts";
import { printf } from "./printf.ts";
import { read } from "./read.ts";
import { set, shopt } from "./set.ts";
import { evaluate, exec, passOver, source } from "./texts.ts";
import { trap } from "./trap.ts";
import { unset } from "./unset.ts";

const declares =
  (name: string): Builtin =>
  (shell, args) =>
    declare(shell, name, args);
const refuses = (name: string) => plain((shell) => shell.stop(`${name} is not known`));
const succeeds = plain(() => 0);

const common: Readonly<Record<string, Builtin>> = {
  ".": plain(source),
  ":": (shell) => {
    shell.status = 0;
  },
  "[": plain((shell, args) => {
    if (args.at(-1) === "]") return test(shell, args.slice(0, -1));
    shell.complain("[: missing `]'");
    return 2;
  }),
  alias: plain((shell, args) => (shell.isBash || args.length === 0 ? 0 : shell.stop("alias is not known"))),
  bg: refuses("bg"),
  break: plain(leaveLoop("break")),
  cd: plain(cd),
  command: (shell, args) => {
    if (args[0] !== "-v" && args[0] !== "-V") return passOver(shell, args);
    shell.status = commandV(shell, args.map(String), (name) => findBuiltin(shell, name) !== null);
  },
  continue: plain(leaveLoop("continue")),
  echo: plain(echo),
  eval: plain(evaluate),
  exec: plain(exec),
  exit: plain(exit),
  export: declares("export"),
  false: plain(() => 1),
  fg: refuses("fg"),
  getopts: plain(getopts),
  hash: plain((shell, args) => hash(shell, args, (name) => findBuiltin(shell, name) !== null)),
  jobs: succeeds,
  kill: plain(kill),
  local: declares("local"),
  printf: plain(printf),
  pwd: plain(pwd),
  read: plain(read),
  readonly: declares("readonly"),
  return: plain(leaveFunction),
  set: plain(set),
  shift: plain(shift),
  test: plain(test),
  times: refuses("times"),
  trap: plain(trap),
  true: succeeds,
  type: plain((shell, args) => type(shell, args, (name) => findBuiltin(shell, name) !== null)),
  ulimit: succeeds,
  umask: plain((shell, args) => {
    if (args.length === 0) shell.print("0022\n");
    return 0;
  }),
  unalias: succeeds,
  unset: plain(unset),
  wait: plain(wait),
};

const ofBash: Readonly<Record<string, Builtin>> = {
  bind: refuses("bind"),
  builtin: passOver,
  caller: refuses("caller"),
  compgen: refuses("compgen"),
  complete: succeeds,
  declare: declares("declare"),
  dirs: plain(dirs),
  disown: succeeds,
  enable: refuses("enable"),
  help: refuses("help"),
  history: refuses("history"),
  let: plain((shell, args) => (args.map((word) => shell.evaluate(word)).at(-1) === "0" ? 1 : 0)),
  mapfile: plain(mapfile),
  popd: plain(popd),
  pushd: plain(pushd),
  readarray: plain(mapfile),
  shopt: plain(shopt),
  source: plain(source),
  typeset: declares("typeset"),
};

/** The special builtins of POSIX: the assignments before them stay. */
const special = new Set(
  "break : continue . eval exec exit export readonly return set shift times trap unset".split(" "),
);

export function isSpecial(name: string): boolean {
  return special.has(name);
}

/** The builtin of that name in the dialect of the shell; null when there is none. */
export function findBuiltin(shell: Shell, name: string): Builtin | null {
  if (Object.hasOwn(common, name)) return common[name] ?? null;
  return shell.isBash && Object.hasOwn(ofBash, name) ? (ofBash[name] ?? null) : null;
}

/** Whether the words that look like assignments behind these words are assignments. */
export function isDeclaration(shell: Shell, words: readonly string[]): boolean {
  const name = words.find((word) => word !== "command" && word !== "builtin") ?? "";
  if (["export", "local", "readonly"].includes(name)) return true;
  return shell.isBash && (name === "declare" || name === "typeset");
}

function test(shell: Shell, args: readonly string[]): number {
  try {
    return evaluateTest(shell, args) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof TestError)) throw error;
    shell.complain(`test: ${error.message}`);
    return 2;
  }
}
