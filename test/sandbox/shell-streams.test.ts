import { expect, test } from "vitest";
import { inSandbox, natively } from "./shell-agreement.ts";

const redirected = [
  "echo old > n.txt; : > n.txt; echo 'acme X' >> n.txt; cat n.txt",
  "echo old > n.txt; > n.txt; cat n.txt; test -e n.txt && echo there",
  "echo old > n.txt; true > n.txt; cat n.txt; echo old > n.txt; echo -n > n.txt; cat n.txt",
  "V=$(echo bumping >&2; echo X); echo [$V]",
  "echo $(cat none) 2> e; cat e",
  "echo x 2> e1; test -e e1 && echo made; cat e1",
  "cat none 2>&1 | sed 's/.*none.*/said/'; cat none > both 2>&1; cat both | sed 's/.*none.*/said/'",
  "cat none 2>&1 > out1 | sed 's/.*none.*/said/'; cat out1",
  "echo x >> a1 >> b1; cat a1 b1; echo x > c1 > d1; cat c1 d1",
  "cp a.txt s; sed s/one/1/ s > s; cat s; cp a.txt s; cat < s > s; cat s; cp a.txt s; head -1 s 2> s; cat s",
  "cp a.txt s; echo s > s; cat s; echo s >> s; cat s",
  "echo y > /dev/null; echo z >&2 2> /dev/null; echo a 2>&1 1>&2 2> /dev/null",
  "echo x > f1 < none 2> /dev/null; test -e f1 && cat f1; echo y < none > f2 2> /dev/null; test -e f2",
  "cat < /dev/null; echo x > none/f 2> /dev/null || echo failed",
  "echo x > sub 2> /dev/null || echo failed; echo after",
  "touch g; rm g > g; test -e g || echo gone; cp a.txt g; mv g h > g; test -e g || cat h",
  "cd sub > log; cat c.txt ../log; exit 3 > ../log",
  'echo "## X" | cat - a.txt > tmp && mv tmp a.txt; cat a.txt',
  "echo in | cat b.txt - - a.txt; cat - < b.txt",
];

/** In bash the errors of a substitution in an assignment are those of the shell, in sh those of the assignment. */
const assigned = [
  "V=$(echo bumping >&2; echo X) 2> e; echo [$V]; cat e",
  "V=$(cat none) 2> e; cat e | sed s/.*none.*/none/",
];

const others = [
  "touch t; trap 'rm -f t' EXIT; sed -i s/one/1/ a.txt && cat a.txt; test -e t && echo there",
  "test -e t || echo gone",
  'T=t; touch t; trap "rm -f $T" EXIT INT TERM; echo body; false',
  "test -e t || echo gone",
  "V=1; trap 'echo bye $V' EXIT; V=2; echo hi; exit 3",
  "trap 'echo bye' EXIT; trap - EXIT; echo hi; trap '' EXIT; trap 'echo last' 0",
  "trap 'echo bye' EXIT; exec echo hi",
  "X=$(trap 'echo bye' EXIT; echo hi); echo $X",
  "set -e; trap 'echo bye' EXIT; false; echo no",
  "set -u; trap 'echo bye' EXIT; echo $NONE; echo no",
  "set -f; echo *.txt; sed -i s/one/1/ a.txt; set +f; echo *.txt; set -o noglob; echo *",
  "set -x; set -v; echo traced 2> /dev/null",
  "echo 'V=2; export W=3 # more' > env.sh; echo made",
  ". ./env.sh; echo $V-$W; . ./env.sh > log; cat log",
  ". ./env.sh && sed -i s/two/$V/ a.txt && cat a.txt; echo $(. ./env.sh; echo $V) $V",
  "echo 'cd sub\nexit 4' > ends.sh; echo made",
  ". ./ends.sh; echo no",
  ". ./ends.sh | cat; cat b.txt",
  "echo 'set -e; false; echo no' > fails.sh; echo made",
  ". ./fails.sh; echo no",
  "cd sub; cat c.txt; cd - > /dev/null; cat b.txt; cd sub; cd ..; cd - | sed 's/.*sub/sub/'; cat b.txt",
  "cd sub; test $PWD = $OLDPWD/sub && echo moved",
  "readonly V=1 W='a  b'; echo \"$V$W\"; X=2; readonly X; echo $X",
  "echo ./*.txt sub/../b*t */ s*b/*.txt none/* */none [ab].txt [!b].tx[s-u] ?.txt 'a'* \"*\".txt sub/** **.txt .x*",
  "V='*.txt [ab].*'; echo $V \"$V\"; echo \\*.txt [a\\].txt",
  "sed s/x/y/ none b.txt a.txt 2> /dev/null || echo failed; sed s/b/c/ b.txt a.txt",
  "sed -i.bak s/b/B/ none b.txt 2> /dev/null || cat b.txt b.txt.bak; sed -i s/a/b/ 2> /dev/null",
  'echo $(echo "a\\")b") $(echo \\))',
];

const bashOnly = [
  "echo V=5 > env.sh",
  "source ./env.sh && sed -i s/one/$V/ a.txt && cat a.txt",
  "echo {a,b}.txt x{1..3}y {3..1} {-1..1} {a,b{c,d},}e{f,g} {} {a} '{a,b}' \"{a,b}\" {a,'b c'} {$V,{1..2}}",
  "cat {a,b}.txt; cp {a,c}.txt; cat c.txt; echo {a,{b} a,b} }{a,b}",
  "echo [^b].txt [!b].txt",
  "V={a,b}; echo $V",
];

test.each([[["sh", "-c"]], [["bash", "-c"]]])("what a redirection does in %s", async (shell) => {
  expect(await inSandbox(redirected, [])).toEqual(await natively(redirected, shell));
});

test.each([
  [["sh", "-c"]],
  [["bash", "-c"]],
])("traps, files to source, folders and wildcards of %s", async (shell) => {
  expect(await inSandbox(others, [])).toEqual(await natively(others, shell));
});

test("braces and sets as only bash has them", async () => {
  const bash = ["bash", "-c"];
  expect(await inSandbox(bashOnly, bash)).toEqual(await natively(bashOnly, bash));
});

test.each([[["sh", "-c"]], [["bash", "-c"]]])("where %s puts the errors of an assignment", async (shell) => {
  expect(await inSandbox(assigned, shell)).toEqual(await natively(assigned, shell));
});
