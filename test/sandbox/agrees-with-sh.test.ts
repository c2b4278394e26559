import { expect, test } from "vitest";
import { inSandbox, natively } from "./shell-agreement.ts";

/** What every line of a shell says and how it ends, in one folder, one after the other. */
const lines = [
  "true; :; echo -n bare; echo two  words; pwd | head -1 > /dev/null",
  "false",
  "false || echo rescued",
  "true && false",
  "head -n 2 a.txt; head -n1 a.txt; head -1 a.txt; head a.txt",
  "tail -n 2 a.txt; tail -1 < a.txt; cat a.txt | tail -n 1",
  "cat a.txt b.txt | sort",
  "head none.txt 2>/dev/null",
  "test -f a.txt && test -d sub && test -e sub/c.txt && test -n x && test -z '' && echo all",
  "test -f sub",
  "test -d none",
  "test a = a && test a != b && echo equal",
  "test a = b",
  "[ -f a.txt ] && [ a = a ] && echo bracket",
  "[ -z full ]",
  "cd sub && cat c.txt && cd .. && cat b.txt",
  "cd none 2>/dev/null",
  "cat < none.txt 2>/dev/null",
  "cat none.txt 2>/dev/null || echo missing",
  `V=1.2.3; echo $V \${V} "$V" '$V' $UNSET-x`,
  "X='a b'; echo $X; echo \"$X\"",
  "echo $(cat b.txt)$(echo -n) `echo tick`",
  "echo a$ 100%",
  "echo 'it'\"'\"'s' \"a \\\" b\" c\\ d",
  "echo one \\\n two",
  "echo *.txt sub/* none-* '*.txt'",
  "echo said > said.txt; echo more >> said.txt; cat said.txt",
  "echo both > both.txt 2>&1; cat both.txt; echo gone > /dev/null",
  "touch new.txt a.txt && test -f new.txt && echo touched",
  "cp a.txt copy.txt && cp a.txt b.txt sub && cp -r sub again && cat again/a.txt copy.txt",
  "cp sub nowhere 2>/dev/null",
  "cp a.txt b.txt none 2>/dev/null",
  "mv copy.txt moved.txt && mv moved.txt again/ && cat again/moved.txt",
  "mv none.txt other 2>/dev/null",
  "mkdir one && mkdir -p one/two/three one && test -d one/two/three && echo made",
  "mkdir one 2>/dev/null",
  "mkdir no/where 2>/dev/null",
  "rm said.txt both.txt && rm -rf again none && rm -f none && test -e again || echo removed",
  "rm none.txt 2>/dev/null",
  "rm full 2>/dev/null",
  "rm -r full && test -d full || echo gone",
  "sed 's/o/0/' a.txt; sed -e s/one/1/ -e s/two/2/ < a.txt; cat a.txt | sed s/e/E/g",
  "sed s/a/b/ none.txt 2>/dev/null",
  "sed -i 's/two/2/' a.txt && sed -i.bak 's/three/3/' a.txt && cat a.txt a.txt.bak",
  "sed -i -E -e 's/(o)(n)e/\\2\\1/' -e 's/^2$/[&]/' a.txt && cat a.txt",
  "sed 's/[a-z]\\{1,\\}/x/' a.txt; sed -E 's/[^0-9]+/-/g' a.txt; sed 's/\\./!/' b.txt",
  "echo 1.2.3 | sed 's/\\([0-9]*\\)\\.\\([0-9]*\\)/\\2.\\1/'; echo a/b | sed 's/\\//-/'; echo 'a+b' | sed 's/a+b/c/'",
  "echo 'x(y)' | sed 's/(y)/z/'; echo 'x(y)' | sed -E 's/\\(y\\)/z/'; echo xx | sed 's/x$/\\&/'",
  "echo 'a{2 {b} c}' | sed 's/a{2/x/'; echo 'a{2 {b} c}' | sed 's/{b}/x/'; echo 'a{2 {b} c}' | sed -E 's/\\{b\\}|c}/x/g'",
  "echo aaab | sed 's/a\\{2,\\}/x/'; echo aaab | sed -E 's/a{2}/x/'; echo 'x}' | sed 's/\\}/y/'; echo aab | sed 's/a\\+b\\?/x/'",
  "echo 'a^b$c' | sed 's/a^b/x/'; echo 'a^b$c' | sed 's/b$c/x/'; echo ab | sed 's/\\(^a\\)/x/'; echo ab | sed 's/c\\|b$/x/'",
  "# nothing else",
  "echo one # two ' three && false",
  "echo a#b 'c # d' \"e # f\" \\# g=#h; X=#i; echo $X;#j\nfalse # k",
  "echo one \\\n # two\n\n  # three\necho four &&\n# five\necho six |\n\n cat > /dev/null # seven\n# eight",
  "echo a\\\n#b; echo `echo tick # tock` $(echo a#b)",
  "exec echo executed",
  "command echo commanded",
];

/** What every shell understands of variables, options and its own end. */
const states = [
  "export V=1.2.3; echo $V",
  "export A=1 B='2 3' C; echo $A-$B-$C",
  "A=1 B=$A; echo [$B]; export C=1 D=$C; echo [$D]",
  "A=1; export A; echo $A; unset A; echo [$A]",
  "X='a  b'; Y=$X; export Z=$X; echo \"$Y|$Z\"; echo $Y",
  'W=*.txt; echo "$W" $W',
  "V=outer; echo $(V=inner; echo $V) $V",
  "V=1 echo [$V]; echo [$V]",
  "export V=1 | cat; echo [$V]; cd sub | cat; cat b.txt",
  "cd sub && cat c.txt; echo $(cd ..; cat b.txt); cat c.txt",
  "set -e; echo before; false; echo after",
  "false; set -e; echo before; false; echo after",
  "set -eu; echo before; false; echo after",
  "set -o errexit; false; echo after",
  "set -e -u -x; false; echo after",
  "set -e; set +e; false; echo after",
  "set -e; set +o errexit; false; echo after",
  "set -e; false && true; echo after",
  "set -e; true && false; echo after",
  "set -e; false || true; echo after",
  "set -e; false || false; echo after",
  "set -e; true || false; echo after",
  "set -e; false | true; echo after",
  "set -e; true | false; echo after",
  "set -e; test -f none; echo after",
  "set -e; test -f none || echo rescued; echo after",
  "set -e; cd none 2> /dev/null; echo after",
  "set -e; V=$(false); echo after",
  "set -e; V=$(false) || echo rescued; echo after",
  "set -e; export V=$(false); echo after",
  "set -e; echo [$(false)]; echo after",
  "set -e; $(false); echo after",
  "set -e\necho one\nfalse\necho two",
  "echo [$(set -e; false; echo inner)]; echo after",
  "V=$(false); V=$(true) && echo done",
  "V=$(false) && echo done",
  "set -u; echo before; echo $UNSET; echo after",
  "set -u; V=1; echo $V; export W=$V$UNSET || echo rescued; echo after",
  "set -u; echo [$(echo $UNSET; echo inner)]; echo after",
  "set -u; UNSET=; echo [$UNSET]; unset UNSET; echo $UNSET; echo after",
  "echo before; exit 3; echo after",
  "false; exit; echo after",
  "exit 0 | false; echo after",
  "echo $(echo one; exit 4; echo two) || echo failed",
  "V=$(exit 4) || echo failed; false || exit 5; echo after",
  "exec echo executed; echo after",
  "command false || echo rescued",
  "set -e; echo $(false || echo rescued) && false || echo $V; echo after",
];

/** What sh need not know. */
const bashStates = [
  "set -o pipefail; false | true; echo after",
  "set -o pipefail; false | true || echo rescued; true | true && echo both",
  "set -eo pipefail; false | true; echo after",
  "set -euo pipefail; true | false | true; echo after",
  "set -euo pipefail; set +o pipefail; false | true; echo after",
  "set -o pipefail; V=$(false | true) || echo rescued",
];

test("the shell of the sandbox says, does and ends as sh", async () => {
  expect(await inSandbox(lines, [])).toEqual(await natively(lines, ["sh", "-c"]));
});

test("its variables, its options and its end are those of sh and of bash", async () => {
  const told = await inSandbox(states, []);
  expect(told).toEqual(await natively(states, ["sh", "-c"]));
  expect(told).toEqual(await natively(states, ["bash", "-c"]));
});

test("what only bash knows is to sh what it is to sh", async () => {
  const foreign = [
    `x=abc; echo \${x:1}`,
    `x=abc; echo \${x/a/b}`,
    `x=a; a=b; echo \${!x}`,
    "echo $'a'",
    "echo -e x",
  ];
  expect(await inSandbox(foreign, ["sh", "-c"])).toEqual(await natively(foreign, ["sh", "-c"]));
});

test("what is done at an error knows the command that failed", async () => {
  const failing = [
    "trap 'echo at $BASH_COMMAND' ERR; false; true",
    "set -e; trap 'echo $BASH_COMMAND' ERR; false x",
  ];
  expect(await inSandbox(failing, ["bash", "-c"])).toEqual(await natively(failing, ["bash", "-c"]));
});

test("what only bash knows is as in bash", async () => {
  const bash = ["bash", "-c"];
  expect(await inSandbox(bashStates, bash)).toEqual(await natively(bashStates, bash));
});

test.each([
  [["sh", "-ec"]],
  [["sh", "-e", "-c"]],
  [["bash", "-euo", "pipefail", "-c"]],
])("the options of %s hold for its line", async (shell) => {
  const some = ["echo before; false; echo after", "false || echo rescued; false && true; echo after"];
  expect(await inSandbox(some, shell)).toEqual(await natively(some, shell));
});

test("a tilde is the home folder, in a word of its own and before a slash", async () => {
  const homes = [
    "sed -i s/one/1/ a.txt && cp a.txt ~/last.json && cat a.txt ~/last.json",
    "V=~/last.json; cat $V ~/'last.json'; test -d ~ && test ~ = $HOME && echo home",
    "echo said > ~/said.txt; cd ~ && cat said.txt < ~/last.json; echo '~' \"~/x\" \\~ a~ ./~",
    "cd ~; cd ~/none 2> /dev/null",
  ];
  const told = await inSandbox(homes, []);
  expect(told).toEqual(await natively(homes, ["sh", "-c"]));
  expect(told).toEqual(await natively(homes, ["bash", "-c"]));
});
