import { type Program, Refused } from "../../host/desk/program.ts";

export const yes: Program = () => ({ stdout: "", stderr: "", exitCode: 0 });
export const no: Program = () => ({ stdout: "", stderr: "", exitCode: 1 });

export const pwd: Program = ({ cwd }) => ({ stdout: `${cwd}\n`, stderr: "", exitCode: 0 });

/** `env`, with `-i`, `-u` and assignments: starts a program, or shows the environment. */
export const env: Program = (call) => {
  const rest = [...call.args];
  let variables: Record<string, string> = { ...call.env };
  for (let arg = rest[0]; arg !== undefined; arg = rest[0]) {
    const assigned = /^([^=]+)=(.*)$/s.exec(arg);
    if (arg === "-i" || arg === "-" || arg === "--ignore-environment") variables = {};
    else if (arg === "-u") {
      rest.shift();
      delete variables[rest[0] ?? ""];
    } else if (/^-u.|^--unset=/.test(arg)) delete variables[arg.replace(/^-u|^--unset=/, "")];
    else if (arg.startsWith("-")) throw new Refused("env", arg, "it is not known");
    else if (assigned !== null) variables = { ...variables, [assigned[1] ?? ""]: assigned[2] ?? "" };
    else break;
    rest.shift();
  }
  const input = {
    env: variables,
    get stdin() {
      return call.stdin;
    },
  };
  if (rest.length > 0) return call.run(rest, input);
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  return { stdout: lines.join(""), stderr: "", exitCode: 0 };
};

/** What a terminal would be told, for the usual kinds of terminals. */
export const tput: Program = ({ args, env: variables }) => {
  const terminal = variables["TERM"] ?? "";
  if (terminal === "")
    return { stdout: "", stderr: "tput: No value for $TERM and no -T specified\n", exitCode: 2 };
  if (!/^xterm(?:-256color|-color)?$/.test(terminal))
    throw new Refused("tput", `TERM=${terminal}`, "it is not known");
  const [name = "", number = ""] = args;
  const plain: Readonly<Record<string, string>> = {
    bold: "\x1b[1m",
    dim: "\x1b[2m",
    smul: "\x1b[4m",
    rmul: "\x1b[24m",
    rev: "\x1b[7m",
    sgr0: "\x1b(B\x1b[m",
  };
  const known = Object.hasOwn(plain, name) && args.length === 1 ? plain[name] : undefined;
  const colour =
    /^seta[fb]$/.test(name) && /^[0-7]$/.test(number)
      ? `\x1b[${name === "setaf" ? 3 : 4}${number}m`
      : undefined;
  const stdout = known ?? colour;
  if (stdout === undefined) throw new Refused("tput", args.join(" "), "it is not known");
  return { stdout, stderr: "", exitCode: 0 };
};

/** The system that the sandbox is, of which the release of its kernel is not known. */
const system: Readonly<Record<string, string>> = {
  s: "Linux",
  "kernel-name": "Linux",
  m: "x86_64",
  machine: "x86_64",
  o: "GNU/Linux",
  "operating-system": "GNU/Linux",
};

/** `uname`, which is asked whether a script runs where it can. */
export const uname: Program = ({ args }) => {
  const asked = args.length === 0 ? ["s"] : args.flatMap(lettersOf);
  const said = [...new Set(asked)].map((name) => {
    const value = Object.hasOwn(system, name) ? system[name] : undefined;
    if (value === undefined) throw new Refused("uname", args.join(" "), "it is not known");
    return value;
  });
  if (said.length > 1) throw new Refused("uname", args.join(" "), "only one thing can be asked for");
  return { stdout: `${said[0]}\n`, stderr: "", exitCode: 0 };
};

function lettersOf(arg: string): string[] {
  return arg.startsWith("--") ? [arg.slice(2)] : [...arg.replace(/^-/, "")];
}
