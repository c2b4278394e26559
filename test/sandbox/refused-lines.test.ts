import { expect, test } from "vitest";
import { readShellLine } from "../../src/sandbox/shell/shell-line.ts";
import { rehearseFiles } from "./rehearse-files.ts";

/** Which of the lines a release starts are left alone, with the commands that are recorded for them. */
async function leftAlone(lines: readonly string[]): Promise<string[]> {
  const script = `import { execSync } from "node:child_process";
for (const line of ${JSON.stringify(lines)}) try { execSync(line); } catch {}
`;
  const files = {
    "bump.mjs": script,
    "a.txt": "a\n",
    "b.txt": "b\n",
    "sub/c.txt": "c\n",
    "env.sh": "V=1",
    "loop.sh": ". ./loop.sh",
  };
  const { commands, writes } = await rehearseFiles(files);
  expect(writes).toEqual([]);
  return commands.flatMap(({ command, answer }) => (answer === "not run" ? [command] : []));
}

test("a line that cannot be taken apart is recorded whole", async () => {
  const lines = [
    "make ) x",
    "make >",
    "echo 3> out.txt",
    "> out.txt 3>&1",
    "echo > &1",
    "echo `echo \\\\$V`",
    "echo {a,b} > a.txt",
    "echo v{1..3} > a.txt",
    "echo > {a,b}.txt",
    "echo [^a].txt > a.txt",
    "IFS=,; echo a > a.txt",
    "echo 'open",
    'echo "open',
    `echo "\${X:-y}"`,
    "echo $((1 + 1))",
    `echo \${open`,
    "echo `open",
    "echo $(make 'a)'",
    "echo $(make # a comment\n)",
  ];
  expect(await leftAlone(lines)).toEqual(lines);
});

test("what changes the shell in a way that is not followed is recorded whole", async () => {
  const lines = [
    "set; echo a > a.txt",
    "set -o posix; echo a > a.txt",
    "set -- one two; echo a > a.txt",
    "set $OPTIONS; echo a > a.txt",
    "V=1 set -e; echo a > a.txt",
    "export; echo a > a.txt",
    "export -p; echo a > a.txt",
    "export $NAME; echo a > a.txt",
    "V=1 export W=2; echo a > a.txt",
    "V+=1; echo a > a.txt",
    "eval 'V=1'; echo $V > a.txt",
    ". ./none.sh; echo $V > a.txt",
    ". ./loop.sh; echo $V > a.txt",
    "cd sub; . ./a.txt; echo a > a.txt",
    "set -e; . ./env.sh && echo a > a.txt",
    "readonly V=1; V=2; echo a > a.txt",
    "source a.txt; echo $V > a.txt",
    "read V < b.txt; echo $V > a.txt",
    "trap 'mv a.txt c.txt' EXIT; echo a > a.txt",
    "trap 'rm a.txt' ERR; echo a > a.txt",
    "trap 'rm a.txt' INT; echo a > a.txt",
    "trap; echo a > a.txt",
    "trap 'rm a.txt' EXIT | cat; echo a > a.txt",
    "cd; echo a > a.txt",
    "exec > a.txt; echo a",
    "echo a > ~root/a.txt",
    "echo a > ~+/a.txt; echo a > a.txt",
    "V=/bin:~/bin; echo a > a.txt",
    "echo a=~/a > a.txt",
    "unset -f f; echo a > a.txt",
    "set -e; echo $(false; echo a) > a.txt",
    "set -e; V=$(echo $(false; echo a)); echo $V > a.txt",
    "set -e; ! true; echo a > a.txt",
    "if true; then echo a; fi > a.txt",
  ];
  expect(await leftAlone(lines)).toEqual(lines);
});

test("a small tool is left alone with what it does not know", async () => {
  const lines = [
    "rm --interactive a.txt",
    "cp -l a.txt c.txt",
    "mv -i a.txt c.txt",
    "sed -i 's/a/b' a.txt",
    "sed -i 's//b/' a.txt",
    "sed -i 's/[a/b/' a.txt",
    "sed -i -E 's/(a/b/' a.txt",
  ];
  expect(await leftAlone(lines)).toEqual(
    lines.map((line) => expect.stringContaining(line.split(" ")[0] ?? "")),
  );
});

test("a line with a substitution in quotes, both streams and escapes in a row", () => {
  const read = (line: string) =>
    readShellLine(line)?.map(({ after, commands }) => ({
      after,
      commands: commands.map(({ words, redirections }) => [
        words.map((word) => word.map((part) => ("text" in part ? part.text : part.kind)).join("")).join("|"),
        redirections
          .map(
            ({ stream, append, target }) =>
              `${stream}${append ? "+" : ""}${typeof target === "string" ? "&" : ""}`,
          )
          .join(),
      ]),
    }));
  expect(read(`a "$(b ")" ')')" && c &>> all 2>&1 || d < in > out; e\\\nf "g\\\nh"`)).toEqual([
    { after: ";", commands: [["a|substitution", ""]] },
    { after: "&&", commands: [["c", "both+,stderr&"]] },
    { after: "||", commands: [["d", "stdin,stdout"]] },
    { after: ";", commands: [["ef|gh", ""]] },
  ]);
  expect(read("")).toEqual([]);
});
