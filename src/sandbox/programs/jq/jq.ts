import { type Program, type ProgramCall, Refused } from "../../host/desk/program.ts";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { loadJq } from "./load-jq.ts";

/** What jq would find outside of the files that are named: modules of its own, and the time zone of the machine. */
const outside = /\b(?:import|include)\s"|\b(?:localtime|strflocaltime|strptime|get_search_list)\b/m;

/** Names that Emscripten gives to every process, whether they are exported or not. */
const given = ["USER", "LOGNAME", "PATH", "PWD", "HOME", "LANG", "_"];

/**
 * jq 1.8 itself (https://jqlang.org/manual/), compiled to WebAssembly. It finds the files that its arguments name, the exported
 * variables and the clock of the sandbox. Refused: modules, and what depends on the time zone.
 */
export const jq: Program = (call) => {
  const { args, cwd } = call;
  const stdin = readsInput(args) ? call.stdin : "";
  const isOutside = args.find((arg) => /^-[A-Za-z]*L|^--library-path/.test(arg) || outside.test(arg));
  if (isOutside !== undefined) throw new Refused("jq", isOutside, "it depends on what lies outside");
  const nothing = Object.fromEntries(given.map((name) => [name, undefined]));
  const started = loadJq()(call.clock, { ...nothing, ...call.env });
  const { FS } = started;
  // What follows `--arg NAME` is text.
  const written = args.filter((_, index) => args[index - 2] !== "--arg");
  const isRaw = args.some((arg) => /^-[A-Za-z]*R|^--raw-input$/.test(arg));
  refuseDisputedNumbers(written.join("\n"), "its filter");
  if (!isRaw) refuseDisputedNumbers(stdin, "its input");
  FS.mkdirTree(cwd);
  FS.chdir(cwd);
  for (const [path, bytes] of namedFiles(call)) {
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")) || "/");
    FS.writeFile(path, bytes);
  }
  for (const folder of passedFolders(call)) FS.mkdirTree(folder);
  const streams = ["/dev/rehearsal-in", "/dev/rehearsal-out", "/dev/rehearsal-errors"] as const;
  FS.writeFile(streams[0], bytesOf(stdin));
  for (const [index, path] of streams.entries()) {
    FS.close(FS.streams[index]);
    const { fd } = FS.open(path, index === 0 ? "r" : "w");
    if (fd !== index) throw new Error(`jq reads and writes elsewhere than at ${index}: adapt it`);
  }
  const exitCode = started.callMain(["-M", ...args]);
  const [stdout, stderr] = [byteText(FS.readFile(streams[1])), byteText(FS.readFile(streams[2]))];
  refuseDisputed(args, exitCode, stderr);
  return { stdout, stderr, exitCode };
};

/** How many words belong to an option that has any behind it. */
const wordsBehind: Readonly<Record<string, number>> = {
  "--arg": 2,
  "--argjson": 2,
  "--indent": 1,
  "--rawfile": 2,
  "--slurpfile": 2,
};

/** Whether jq reads its standard input, which the shell that starts it then no longer has. */
function readsInput(args: readonly string[]): boolean {
  const words: string[] = [];
  let isNull = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--args" || arg === "--jsonargs") break;
    at += wordsBehind[arg] ?? 0;
    isNull ||= arg === "--null-input" || /^-[A-Za-z]*n/.test(arg);
    if (!arg.startsWith("-")) words.push(arg);
  }
  const hasFilterFile = args.some((arg) => arg === "--from-file" || /^-[A-Za-z]*f/.test(arg));
  const [filter = "", ...files] = words;
  if (files.length > 0) return false;
  return !isNull || hasFilterFile || /\binputs?\b/.test(filter);
}

/** Ends the rehearsal where the exit code or the outcome depends on the version of jq. */
function refuseDisputed(args: readonly string[], exitCode: number, stderr: string): void {
  const why = /parse error/.test(stderr)
    ? "its input is no JSON"
    : exitCode === 3 && /compile error/.test(stderr)
      ? "jq 1.8 does not take the filter"
      : exitCode === 4 && args.some((arg) => /^-[A-Za-z]*e|^--exit-status$/.test(arg))
        ? "versions of jq end in different ways without a result"
        : null;
  if (why !== null) throw new Refused("jq", args.join(" "), `${why}: ${stderr.trim().split("\n")[0] ?? ""}`);
}

/** Numbers that older versions of jq write in another way: with an exponent, with zeros at the end, too long for a double. */
const shownDifferently = /(?<![\w.$])\d+(?:\.\d*0|(?:\.\d+)?[eE][-+]?\d+|\d{17}|\.\d{17,})(?![\w.])/;

function refuseDisputedNumbers(text: string, where: string): void {
  const [number] = shownDifferently.exec(withoutStrings(text)) ?? [];
  if (number !== undefined)
    throw new Refused("jq", `${number} in ${where}`, "versions of jq write such a number in different ways");
}

/** Every file that an argument could mean; a word that is no file is left for jq to complain about. */
function namedFiles({ args, cwd, overlay }: ProgramCall): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const arg of args) {
    const path = resolveVirtual(cwd, arg);
    if (arg === "" || arg.includes("\0") || arg.length > 4096 || overlay.kindOf(path) !== "file") continue;
    const bytes = overlay.read(path);
    refuseDisputedNumbers(byteText(bytes), arg);
    if (outside.test(byteText(bytes).slice(0, 2000)))
      throw new Refused("jq", arg, "it could load modules, which are not known");
    files.set(path, bytes);
  }
  return files;
}

/** The folders that the way to a file only passes, as in `scripts/../package.json`. */
function passedFolders({ args, cwd, overlay }: ProgramCall): string[] {
  return args
    .filter((arg) => arg.includes("/../") && arg.length <= 4096 && !arg.includes("\0"))
    .flatMap((arg) =>
      [...arg.matchAll(/\/\.\.(?=\/)/g)].map(({ index }) => resolveVirtual(cwd, arg.slice(0, index))),
    )
    .filter((folder) => overlay.kindOf(folder) === "folder");
}

function withoutStrings(text: string): string {
  let kept = "";
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === '"') isInside = !isInside;
    if (isInside && character === "\\") at += 1;
    else if (!isInside) kept += character;
  }
  return kept;
}
