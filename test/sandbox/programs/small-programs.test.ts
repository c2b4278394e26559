import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "a.txt": "one\ntwo\nthree\n",
  "b.txt": "two\nbee",
  "empty.txt": "",
  "blank.txt": "\n\nx\n\n\n\ny\n",
  "tags.txt": "v1.10.0\nv1.2.0\nv1.9.3\nv2.0.0-rc.1\nv2.0.0\nv0.9\nv1.2.0\n",
  "table.txt": "b 10 x\na 9 y\nc 100 z\na 2 w\n",
  "colon.txt": "name:lumen:1\nnone\nx:y:2\n",
  "umlaut.txt": "Grüße 🚀\nZoë\n",
  "sub/c.txt": "see\n",
  "sub/deep/d.md": "deep\n",
  "sub/e.json": "{}\n",
  "names.txt": "a.txt\nb.txt\n",
  "quoted.txt": "a.txt 'sub/c.txt'\n\"b.txt\"\n",
  "template.txt": `v$VERSION ${"$"}{VERSION} $OTHER ${"$"}{NAME}x $9 $\n`,
};

const cases = casesOf(String.raw`
cat a.txt b.txt
cat -n b.txt
cat -s blank.txt
cat none.txt a.txt
cat - a.txt
head -n 2 a.txt
head -2 a.txt
head -n -1 a.txt
head -c 5 a.txt
head -n1 a.txt b.txt
head -q -n1 a.txt b.txt
head none.txt
tail -n 2 a.txt
tail -1 b.txt
tail -n +2 a.txt
tail -c 4 a.txt
tail -n +2 umlaut.txt
tac a.txt
tac b.txt
rev a.txt umlaut.txt
nl a.txt
nl blank.txt
nl -ba blank.txt
nl -ba -w2 -s: a.txt
tee copy.txt
tee -a a.txt b.txt
sort a.txt b.txt
sort -r a.txt
sort -V tags.txt
sort -rV tags.txt
sort -u tags.txt
sort -uV tags.txt
sort -n table.txt
sort -k2 table.txt
sort -k2n table.txt
sort -k2,2n -k1,1 table.txt
sort -k1,1 -k2,2nr table.txt
sort -t: -k3 colon.txt
sort -t: -k2,2r colon.txt
sort -f a.txt umlaut.txt
sort umlaut.txt
sort -o sorted.txt tags.txt
sort -c a.txt
sort -s -k1,1 table.txt
sort -b -k2 table.txt
sort none.txt
uniq tags.txt
uniq -c b.txt
uniq -d blank.txt
uniq -u blank.txt
cut -d: -f2 colon.txt
cut -d: -f1,3 colon.txt
cut -d: -f2- colon.txt
cut -d: -f-2 --output-delimiter=/ colon.txt
cut -s -d: -f1 colon.txt
cut -c1-3 a.txt
cut -c2- a.txt
cut -d' ' -f2 table.txt
cut -dv -f2 tags.txt
paste a.txt b.txt
paste -s -d, a.txt
paste -sd+ a.txt
paste -d: - -
paste -d '\n' a.txt b.txt
wc -l a.txt
wc -l a.txt b.txt
wc a.txt
wc a.txt b.txt
wc -w umlaut.txt
wc -c umlaut.txt
wc -m umlaut.txt
wc -l
wc -c
tr a-z A-Z
tr -d '\n'
tr '\n' ' '
tr -s '\n'
tr -cd '0-9.\n'
tr -dc '[:digit:]'
tr '[:upper:]' '[:lower:]'
tr '[:lower:]' '[:upper:]'
tr . -
tr -c 'a-z\n' '[_*]'
tr ab x
tr -s 'a-z' 'A-Z'
tr -d v
seq 3
seq 2 4
seq 1 2 7
seq 5 -2 1
seq -w 8 11
seq -s, 3
seq 3 1
basename /a/b.txt
basename /a/b.txt .txt
basename sub/
basename -s .txt a.txt b.txt
basename -a x/y z
dirname /a/b.txt
dirname a.txt
dirname sub/deep/
dirname / a/b
realpath --relative-to=sub a.txt
realpath --relative-to=. sub/../a.txt
readlink -f none/none.txt
readlink a.txt
date -u -d @0 '+%Y-%m-%d %H:%M:%S'
date -d 2024-02-29 +%j-%u-%U-%W
date -u -d '2024-12-31T23:59:58Z' '+%F %T %s %a %A %b %B %y %e %I %p %-d %-m %%'
date -u -d @86400 -R
date -u -d @86400 -Iseconds
date -u -d @86400 --iso-8601
date -u -d @86400
date -d '2024-03-05 01:02' '+%d.%m.%Y %_d %-H'
echo one  two
echo -n bare
echo -e 'a\tb\\n'
echo -e 'a\nb\0101\x41\c' more
echo -E 'a\tb'
echo -ne 'x\n'
echo 'a\tb'
echo -- x
printf '%s\n' a b c
printf '%s-%s\n' a b c
printf 'v%d.%d.%d\n' 1 2 3
printf '%5s|%-5s|%05d|%x|%X|%o\n' ab cd 42 255 255 8
printf '%.2f %.1s %%\n' 3.14159 abc
printf '%b\n' 'a\tb'
printf 'a\tb\n\101\n'
printf '%s'
printf '%*d\n' 5 42
printf '%+d % d\n' 5 5
printf '%c%c\n' xyz abc
printf -- '--%s\n' x
printf '%d\n' 0x1f
printf '%s %s\n' one
true
false
test -f a.txt
test -d a.txt
test a = b
test 1 -lt 2
test 1 -ge 2 -o -n x
test ! -e none
test -s empty.txt
test -n '' -a -n x
[ -z '' ]
[ a != b ]
[ 10 -gt 9 ]
test
test x
cp a.txt new.txt
cp a.txt sub
cp a.txt b.txt sub
cp -r sub other
cp -r sub/. other
cp sub other
cp none.txt x
cp -a sub/c.txt sub/deep/
cp -n a.txt b.txt
cp a.txt none/x
mv a.txt moved.txt
mv a.txt b.txt sub/
mv sub renamed
mv none.txt x
mv -n a.txt b.txt
rm a.txt b.txt
rm -rf sub none
rm sub
rm none.txt
rm -f none.txt
rmdir sub
mkdir sub
touch a.txt fresh.txt
touch -c none.txt
ln -s a.txt link.txt
cmp a.txt a.txt
cmp -s a.txt b.txt
cmp a.txt b.txt
diff a.txt a.txt
diff -q a.txt b.txt
env -i A=1 B=2 env
env X=1 sed s/t/T/ a.txt
env -u PATH true
uname
uname -s
uname -o
uname --kernel-name
find . -name none
find sub -type f -name 'c*'
find . -name '*.md'
find sub -maxdepth 1 -name '*.json'
find . -path './sub/deep/*'
find . -type d -name deep
find . -path ./sub -prune -o -name 'a*' -print
find . -not -name '*.txt' -type f -path '*json'
find . ! -path '*txt' -name '*.md' -type f
find sub/c.txt
find none
find . -name '*.md' -o -name 'e.json' -empty
find . \( -name '*.md' -o -name 'a.txt' \) -path '*deep*'
find . -name c.txt -exec cat {} ;
find . -name c.txt -exec sed -i s/e/E/g {} +
find sub -name '*.txt' -exec echo found {} ;
find . -name 'd.md' -print0
find sub -name '*.json' -delete
find sub/deep -delete
find . -iname 'D.MD'
find . -mindepth 2 -name '*.md'
find . -maxdepth 1 -type f -empty
find sub -name c.txt -quit
xargs -n1 echo
xargs
xargs echo -n
xargs -I {} echo '<{}>'
xargs -I% echo % %
xargs -n 2 echo x
xargs -d '\n' echo
xargs -r false
`);

const piped = cases.map((one) => ({ ...one, stdin: "v1.2.3\naabb  ccc\n\nx: y\n" }));

const more = [
  ...casesOf(
    `
xargs cat
xargs -n1 sed -i s/t/T/
xargs -I{} cp {} sub/{}
`,
    "a.txt\nb.txt\n",
  ),
  ...casesOf("xargs -0 cat\nxargs -0 -n1 echo\n", "a.txt\0b.txt\0"),
  ...casesOf("xargs cat\n", "a.txt 'sub/c.txt'\n\"b.txt\" a\\.txt\n"),
  ...casesOf("xargs echo x\nxargs -r echo x\nsort -u\nwc -l\nuniq\ntr a b\nhead -1\n", ""),
  ...casesOf(`envsubst\nenvsubst '$VERSION'\nenvsubst '${"$"}{VERSION} $NAME'\n`, files["template.txt"]),
];

const refused = casesOf(`
sort -h a.txt
tail -f a.txt
cut -c1 umlaut.txt
tr ä a
find . -mtime 1
find . -newer a.txt
xargs -L1 echo
diff a.txt b.txt
date -d yesterday
date -r a.txt
seq 0.1 1
ln a.txt b.txt
chmod g=r a.txt
cp -u a.txt b.txt
tput longname
printf '%q' a
wc
`);

test("the small programs do what those of GNU do", () => {
  const all = [...piped, ...more];
  const { equal, refused: some, different } = agreement(all, files, { VERSION: "2.0.0", NAME: "lumen" });
  expect(different).toEqual([]);
  expect(some).toEqual([]);
  expect(equal).toBe(all.length);
});

test("the small programs refuse what they do not know, and say why", () => {
  expect(refusals(refused, files)).toMatchInlineSnapshot(`
    [
      "'sort' '-h' 'a.txt': sort -h is not rehearsed, because it is not known",
      "'tail' '-f' 'a.txt': tail -f is not rehearsed, because it is not known",
      "'cut' '-c1' 'umlaut.txt': cut -c is not rehearsed, because it would cut characters beyond ASCII into bytes",
      "'tr' 'ä' 'a': tr the set ä, beyond ASCII is not rehearsed, because it is not known",
      "'find' '.' '-mtime' '1': find -mtime is not rehearsed, because it is not known",
      "'find' '.' '-newer' 'a.txt': find -newer is not rehearsed, because it is not known",
      "'xargs' '-L1' 'echo': xargs -L is not rehearsed, because it is not known",
      "'diff' 'a.txt' 'b.txt': diff a.txt b.txt is not rehearsed, because a last line without an end is shown in a way of its own",
      "'date' '-d' 'yesterday': date -d yesterday is not rehearsed, because only a moment that is written out is known",
      "'date' '-r' 'a.txt': date -r is not rehearsed, because it is not known",
      "'seq' '0.1' '1': seq 0.1 1 is not rehearsed, because only whole numbers are known",
      "'ln' 'a.txt' 'b.txt': ln a.txt b.txt is not rehearsed, because only symbolic links by their names are known",
      "'chmod' 'g=r' 'a.txt': chmod g=r is not rehearsed, because its mode is not known",
      "'cp' '-u' 'a.txt' 'b.txt': cp -u is not rehearsed, because it is not known",
      "'tput' 'longname': ends with 2: ",
      "'printf' '%q' 'a': printf %q is not rehearsed, because it is not known",
      "'wc': wc several counts of standard input is not rehearsed, because how wide they are depends on what it is",
    ]
  `);
});
