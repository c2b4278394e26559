import { posix } from "node:path";
import { type Program, type ProgramCall, type ProgramResult, Refused } from "../../host/desk/program.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { type Options, readOptions } from "../options.ts";

/**
 * `ls` into a pipe or a variable, one name a line, with `-1 -a -A -d -p -r`. What shows sizes, owners and times is only
 * recorded: it is meant for somebody who looks at it.
 */
export const ls: Program = (call) => {
  try {
    const options = readOptions("ls", call.args, {
      flags: "1aAdpr",
      long: { all: "a", "almost-all": "A", directory: "d", reverse: "r" },
    });
    return listed(call, options);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
};

function listed(call: ProgramCall, options: Options): ProgramResult {
  const { overlay, cwd } = call;
  const operands = inOrder(options.operands.length === 0 ? ["."] : options.operands, options);
  const kind = (name: string) => overlay.kindOf(resolveVirtual(cwd, name));
  const missing = operands.filter(
    (name) => name === "" || overlay.kindOf(resolveVirtual(cwd, name), false) === null,
  );
  const isFolder = (name: string) => !options.has("d") && kind(name) === "folder";
  const there = operands.filter((name) => !missing.includes(name));
  const files = there.filter((name) => !isFolder(name)).map((name) => marked(name, kind(name), options));
  const folders = there.filter(isFolder).map((name) => ({ name, entries: entriesOf(call, name, options) }));
  const isOne = operands.length === 1;
  const sections = [
    ...(files.length === 0 ? [] : [lines(files)]),
    ...folders.map(({ name, entries }) => (isOne ? lines(entries) : `${name}:\n${lines(entries)}`)),
  ];
  return {
    stdout: sections.join("\n"),
    stderr: missing.map((name) => `ls: cannot access '${name}': No such file or directory\n`).join(""),
    exitCode: missing.length > 0 ? 2 : 0,
  };
}

function entriesOf({ overlay, cwd }: ProgramCall, folder: string, options: Options): string[] {
  const path = resolveVirtual(cwd, folder);
  const names = overlay.entries(path).map(({ name }) => name);
  const shown = names.filter((name) => !name.startsWith(".") || options.has("a") || options.has("A"));
  const all = options.has("a") ? [".", "..", ...shown] : shown;
  return inOrder(all, options).map((name) => marked(name, overlay.kindOf(posix.join(path, name)), options));
}

function marked(name: string, kind: string | null, options: Options): string {
  return kind === "folder" && options.has("p") && !name.endsWith("/") ? `${name}/` : name;
}

/** By the bytes of the names, as in the locale of the sandbox. */
function inOrder(names: readonly string[], options: Options): string[] {
  const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return options.has("r") ? sorted.reverse() : sorted;
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join("");
}
