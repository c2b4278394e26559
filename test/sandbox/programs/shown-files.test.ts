import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "a.txt": "one\ntwo\nthree\nfour\nfive\n",
  VERSION: "1.2.3\n",
  "zeros.bin": "\0".repeat(64),
  "bytes.bin": "\x01\t\x7f\udcffü\r\n\\x",
  "odd.bin": "abc",
  "empty.txt": "",
  "left.txt": "a 1 x\nb 2 y\nb 3 z\nd 4\n",
  "right.txt": "a first\nb second\nb third\nc fourth\n",
  "left.csv": "1,a,b\n2,c,d\n",
  "right.csv": "x,1\ny,3\n",
  "unsorted.txt": "b 1\na 2\n",
  "sub/c.txt": "c\n",
};

const cases = casesOf(
  `
od VERSION
od -c VERSION
od -c bytes.bin
od -An -c VERSION
od -An -tx1 VERSION
od -A n -t x1 bytes.bin
od -t x1 -v zeros.bin
od -tx1 zeros.bin
od -Ax -tx1 a.txt
od -Ad -tu1 a.txt
od -b odd.bin
od -x odd.bin
od -o a.txt
od -d odd.bin
od -An -tx1 -N 3 a.txt
od -An -c -j 2 VERSION
od -c
od -c empty.txt
od -c none.txt VERSION
od -An -tx1 a.txt VERSION
stat -c %s VERSION
stat -c '%n: %s %F' VERSION empty.txt
stat --format=%s%% none.txt VERSION
stat -c %F sub
install VERSION copy.txt
install -m 644 VERSION a.txt sub
install -D VERSION deep/er/copy.txt
install -d new/folder other
install -m755 none.txt copy.txt
install -t sub VERSION
install -Dm644 VERSION x/y
install VERSION a.txt none
join left.txt right.txt
join -a 1 left.txt right.txt
join -a1 -a2 left.txt right.txt
join -v 2 left.txt right.txt
join -t, -1 1 -2 2 left.csv right.csv
join -t , -a 1 -2 2 left.csv right.csv
join left.txt none.txt
join -j 1 left.txt right.txt
join left.txt -
`,
  "a standard\nb input\n",
);

test("programs that show bytes, sizes and rows, and install, do what those of GNU do", () => {
  const { equal, refused, different } = agreement(cases, files);
  expect(different).toEqual([]);
  expect(refused).toEqual([]);
  expect(equal).toBe(cases.length);
});

test("they refuse what they do not know, and say why", () => {
  const refused = casesOf(`
od -t f8 VERSION
od -c -x VERSION
stat VERSION
stat -f %z VERSION
stat -c %Y VERSION
stat -c %s sub
install -o root VERSION copy.txt
install -m u+x VERSION copy.txt
join unsorted.txt right.txt
join -o 1.1 left.txt right.txt
`);
  expect(refusals(refused, files)).toMatchInlineSnapshot(`
    [
      "'od' '-t' 'f8' 'VERSION': od -t f8 VERSION is not rehearsed, because its format is not known",
      "'od' '-c' '-x' 'VERSION': od -c -x VERSION is not rehearsed, because its format is not known",
      "'stat' 'VERSION': stat VERSION is not rehearsed, because it shows times and owners, which are not kept",
      "'stat' '-f' '%z' 'VERSION': stat -f is not rehearsed, because it is not known",
      "'stat' '-c' '%Y' 'VERSION': stat %Y is not rehearsed, because it is not kept of a repository, or not known",
      "'stat' '-c' '%s' 'sub': stat %s is not rehearsed, because it is not kept of a repository, or not known",
      "'install' '-o' 'root' 'VERSION' 'copy.txt': install -o is not rehearsed, because it is not known",
      "'install' '-m' 'u+x' 'VERSION' 'copy.txt': install -m u+x is not rehearsed, because only numbers are known",
      "'join' 'unsorted.txt' 'right.txt': join a file is not rehearsed, because it is not sorted by its bytes",
      "'join' '-o' '1.1' 'left.txt' 'right.txt': join -o is not rehearsed, because it is not known",
    ]
  `);
});
