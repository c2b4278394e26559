/**
 * Programs whose output is what a script writes or decides by. Where one of them is not known to the sandbox, what the
 * script does next is not what it would do, and a rehearsal that goes on would be silently wrong.
 */
const tools: ReadonlySet<string> = new Set([
  ...["gawk", "dasel", "xmlstarlet", "xmllint", "crudini", "toml", "tomlq"],
  ...["python", "python2", "python3", "ruby", "php", "lua", "ed", "ex", "vim", "patch", "sponge"],
  ...["csplit", "fmt", "iconv", "pr", "shuf", "split", "strings", "tsort", "xxd"],
  ...["rsync", "semver"],
]);

/** True for a command line that starts such a program. */
export function isTextTool([program = "", ...args]: readonly string[]): boolean {
  const name = program.slice(program.lastIndexOf("/") + 1);
  return tools.has(name) || (builders.has(name) && args.some((arg) => telling.test(arg)));
}

/** Builders, and the tasks whose output is what somebody starts them for. */
const builders: ReadonlySet<string> = new Set(["gradle", "gradlew", "mvn", "mvnw", "sbt"]);
const telling =
  /^:?(?:[\w-]{1,60}:){0,5}(?:properties|(?:print|get|show|current|echo)-?version\w*|evaluate|version)$/i;

/** Programs that read the files which their arguments name. */
const readers: ReadonlySet<string> = new Set([
  ...["awk", "cat", "cmp", "comm", "cut", "diff", "egrep", "fgrep", "grep", "head", "jq", "mawk", "paste"],
  ...["perl", "sed", "sort", "tac", "tail", "uniq", "yq"],
]);

/** What a command line of such a program may name, in order; empty for every other program. */
export function namedToReader([program = "", ...args]: readonly string[]): readonly string[] {
  return readers.has(program.slice(program.lastIndexOf("/") + 1)) ? args : [];
}
