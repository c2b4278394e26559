import * as fc from "fast-check";
import type { RealShell } from "./script-agreement.ts";

/** Values in which there is something to split, to match, to cut or to count. */
const values = [
  "",
  "x",
  "a b",
  "  a  b ",
  "1.2.3",
  "v1.10.0-rc.1",
  "a/b/c.txt",
  "*",
  "[a]*",
  "7",
  "08",
  "a=b",
  "-n",
  "a\\tb",
];
const names = ["a", "b", "c"];
const files = ["VERSION", "lines.txt", "table.csv", "empty.txt"];

/** Scripts of a dialect that end by themselves and differ from run to run in nothing. */
export function generatedScript(shell: RealShell): fc.Arbitrary<string> {
  const isBash = shell === "bash";
  const name = fc.constantFrom(...names);
  const value = fc.constantFrom(...values).map((text) => `'${text.replaceAll("'", "'\\''")}'`);
  const pattern = fc.constantFrom(
    "*.",
    ".*",
    "a*",
    "*[0-9]",
    "v",
    "?",
    "*/",
    "[!a-z]*",
    "''",
    "'*'",
    '"$b"',
    "$b",
  );
  const number = fc.oneof(
    fc.integer({ min: 0, max: 12 }).map(String),
    fc.constantFrom("n", "(n + 2)", "n * 3"),
  );
  const arithmetic = fc
    .tuple(
      number,
      fc.constantFrom("+", "-", "*", "<", "==", "&&", "|", ...(isBash ? ["**", ","] : [])),
      number,
    )
    .map(([left, operator, right]) => `${left} ${operator} ${right}`);
  const expansion = fc.oneof(
    name.map((one) => `$${one}`),
    name.map((one) => `\${#${one}}`),
    fc
      .tuple(name, fc.constantFrom(":-", "-", ":+", "+"), fc.constantFrom("d", "'d e'", "$b", '"$c"'))
      .map(([one, operator, other]) => `\${${one}${operator}${other}}`),
    fc
      .tuple(name, fc.constantFrom("#", "##", "%", "%%"), pattern)
      .map(([one, operator, other]) => `\${${one}${operator}${other}}`),
    arithmetic.map((one) => `$((${one}))`),
    fc.constantFrom("$#", "$1", "$*", "$@", "$?", "$n"),
    ...(isBash
      ? [
          fc
            .tuple(
              name,
              fc.constantFrom("/", "//", "/#", "/%"),
              fc.constantFrom("a", ".", "*", "[0-9]", "$b"),
              fc.constantFrom("", "-", "&", "$c"),
            )
            .map(([one, operator, from, to]) => `\${${one}${operator}${from}/${to}}`),
          fc
            .tuple(name, fc.constantFrom("^^", ",,", "^", ":1", ":1:2", ": -2", "@Q"))
            .map(([one, operator]) => `\${${one}${operator}}`),
          fc.constantFrom(
            `\${l[@]}`,
            `\${l[*]}`,
            `\${#l[@]}`,
            `\${l[1]}`,
            `\${l[@]:1}`,
            `\${!l[@]}`,
            `\${l[@]%?}`,
          ),
        ]
      : []),
  );
  const quoted = expansion.map((one) => `"${one}"`);
  const document = quoted.map((one) => `read -r a b <<END\n${one} c\nEND`);
  const { command } = fc.letrec<{ word: string; command: string }>((tie) => ({
    word: fc.oneof(
      { maxDepth: 2 },
      quoted,
      expansion,
      value,
      fc.tuple(value, expansion).map(([one, other]) => `${one}"${other}"`),
      fc.constantFrom("lines.*", "none*", "sub/*", ...(isBash ? ["{x,y}z", "{1..3}"] : [])),
      tie("command").map((one) => `"$( ${one})"`),
      tie("command").map((one) => `$( ${one})`),
    ),
    command: fc.oneof(
      { maxDepth: 3 },
      fc.array(tie("word"), { maxLength: 3 }).map((words) => `printf '<%s>' ${words.join(" ")}; echo`),
      fc.tuple(name, tie("word")).map(([one, given]) => `${one}=${given}`),
      fc.array(tie("word"), { minLength: 1, maxLength: 2 }).map((words) => `set -- ${words.join(" ")}`),
      fc.constantFrom(
        "true",
        "false",
        "(exit 3)",
        "! true",
        "n=$((n + 1))",
        "shift",
        "f",
        "f x y",
        "echo $?",
        ":",
      ),
      fc.constantFrom(...files).map((file) => `cat ${file}`),
      fc
        .tuple(tie("command"), fc.constantFrom("&&", "||", ";"), tie("command"))
        .map((parts) => parts.join(" ")),
      fc
        .tuple(tie("command"), fc.constantFrom("sort", "tr a-z A-Z", "head -1", "sed s/a/X/", "cat"))
        .map(([one, filter]) => `{ ${one}; } | ${filter}`),
      fc
        .tuple(tie("command"), tie("command"), tie("command"))
        .map(([test, yes, no]) => `if ${test}; then ${yes}; else ${no}; fi`),
      fc
        .tuple(name, fc.array(tie("word"), { maxLength: 3 }), tie("command"))
        .map(([one, words, body]) => `for ${one} in ${words.join(" ")}; do ${body}; done`),
      fc
        .tuple(fc.oneof(value, quoted), pattern, tie("command"), tie("command"))
        .map(([one, match, yes, no]) => `case ${one} in ${match}) ${yes};; *) ${no};; esac`),
      fc
        .tuple(tie("word"), fc.constantFrom("=", "!="), tie("word"))
        .map(([left, operator, right]) => `[ x${left} ${operator} x${right} ] 2>/dev/null`),
      tie("command").map((one) => `( ${one} )`),
      fc
        .array(tie("word"), { maxLength: 2 })
        .map((words) => `printf '<%s>' ${words.join(" ")} > out.txt; cat out.txt`),
      tie("command").map((one) => `f() { ${one}; }`),
      tie("command").map((one) => `i=0; while [ $i -lt 2 ]; do i=$((i + 1)); ${one}; done`),
      fc
        .tuple(name, tie("command"))
        .map(([one, body]) => `while read -r ${one}; do ${body}; done < lines.txt`),
      ...(isBash
        ? [
            fc.array(tie("word"), { maxLength: 3 }).map((words) => `l=(${words.join(" ")})`),
            tie("word").map((one) => `l+=(${one})`),
            arithmetic.map((one) => `((${one}))`),
            fc
              .tuple(tie("word"), fc.constantFrom("==", "!="), pattern)
              .map(([left, operator, right]) => `[[ ${left} ${operator} ${right} ]]`),
            fc.tuple(name, tie("word")).map(([one, given]) => `read -r ${one} <<< ${given}`),
            fc.constantFrom(`echo \${PIPESTATUS[@]}`, "set -o pipefail"),
          ]
        : []),
    ),
  }));
  const options = fc.constantFrom(
    "",
    "set -e\n",
    "set -u\n",
    "set -eu\n",
    "trap 'echo end $?' EXIT\n",
    "IFS=.\n",
    "set -f\n",
  );
  const start = `a='a b' b=1.2.3 c= n=1${isBash ? " l=(x 'y z')" : ""}\nf() { echo "f:$#:$1"; return 2; }\n`;
  return fc
    .tuple(
      options,
      fc.array(fc.oneof({ weight: 9, arbitrary: command }, document), { minLength: 1, maxLength: 5 }),
    )
    .map(([first, commands]) => `${first}${start}${commands.join("\n")}\n`);
}
