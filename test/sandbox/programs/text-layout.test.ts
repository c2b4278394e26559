import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "a.txt": "one\ntwo\nthree\nfour\nfive\n",
  "b.txt": "one\n2\nthree\nfive\nsix\n",
  "c.txt": "zero\none\ntwo\nthree\n3b\nfour\nfive\n",
  "s1.txt": "1\n2\n3\n",
  "s2.txt": "2\n3\n4\n",
  "table.txt": "a b\nccc d\n\ne  ff\n",
  "cells.txt": "a,b,\nlonger,,c\n",
  "long.txt": "the quick brown fox jumps over the lazy dog\nshort\n",
  "bytes.txt": "caf\udce9 ü\n",
  "empty.txt": "",
  "open.txt": "one\ntwo",
};

const cases = casesOf(
  `
comm s1.txt s2.txt
comm -12 s1.txt s2.txt
comm -23 s1.txt s2.txt
comm -13 s1.txt s2.txt
comm -3 s1.txt s2.txt
comm -1 s1.txt -
comm s1.txt none.txt
comm empty.txt s1.txt
md5sum a.txt bytes.txt
md5sum
sha1sum a.txt
sha256sum a.txt none.txt
sha256sum -b a.txt
sha512sum -
shasum a.txt
shasum -a 256 a.txt bytes.txt
shasum -a512 empty.txt
fold -w 3 a.txt
fold -w10 long.txt
fold -s -w 12 long.txt
fold long.txt
fold -w 5 open.txt
column -t table.txt
column -t
column -t -s, cells.txt
column -t -s , -o ' | ' cells.txt
diff a.txt b.txt
diff a.txt c.txt
diff c.txt a.txt
diff a.txt a.txt
diff a.txt empty.txt
diff empty.txt a.txt
diff -q a.txt b.txt
diff a.txt none.txt
diff a.txt -
`,
  "2\n3\n4\n",
);

test("programs that compare, fold and sum up give what the real ones give", () => {
  const { equal, refused, different } = agreement(cases, files);
  expect(different).toEqual([]);
  expect(refused).toEqual([]);
  expect(equal).toBe(cases.length);
});

test("what they do not know is refused", () => {
  const forms = casesOf(`
comm b.txt a.txt
md5sum -c sums.txt
fold bytes.txt
column table.txt
diff -u a.txt b.txt
diff -r a.txt b.txt
diff a.txt open.txt
`);
  for (const said of refusals(forms, files)) expect(said).toContain("is not rehearsed");
});
