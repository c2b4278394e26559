import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { printed, rehearseFolder, withFiles } from "./rehearse-files.ts";

const files = {
  "a.txt": "one\ntwo\nthree\n",
  "b.txt": "b",
  "sub/c.txt": "c\n",
  "full/x": "x",
  "version = 1": "",
};

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
  "set -e; echo set",
  "exec echo executed",
  "command echo commanded",
];

interface Said {
  readonly status: number | null;
  readonly stdout: string;
}

test("the shell of the sandbox says, does and ends as sh", async () => {
  const script = `import { spawnSync } from "node:child_process";
for (const line of ${JSON.stringify(lines)}) {
  const { status, stdout } = spawnSync(line, { shell: true, encoding: "utf8" });
  console.log(JSON.stringify({ status, stdout }));
}`;
  const rehearsed = await withFiles({ ...files, "bump.mjs": script }, (root) => rehearseFolder(root));
  const asked = new Set(
    rehearsed.commands.filter(({ answer }) => answer === "not run").map(({ command }) => command),
  );
  expect([...asked]).toEqual([]);
  const told = printed(rehearsed)
    .trimEnd()
    .split("\n")
    .map((line): Said => JSON.parse(line));
  const native = await withFiles(files, (cwd) =>
    lines.map((line): Said => {
      const { status, stdout } = spawnSync("sh", ["-c", line], {
        cwd,
        encoding: "utf8",
        env: { PATH: process.env["PATH"] },
      });
      return { status, stdout };
    }),
  );
  const shown = (said: readonly Said[]) =>
    said.map(
      ({ status, stdout }, index) => `$ ${lines[index]}\n${stdout}(${status === 0 ? "done" : "failed"})`,
    );
  expect(shown(told)).toEqual(shown(native));
});
