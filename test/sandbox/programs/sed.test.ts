import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "Cargo.toml":
    '[package]\nname = "lumen"\nversion = "1.2.3"\n\n[dependencies]\nserde = { version = "1.0.1" }\nlumen-core = { path = "../core", version = "1.2.3" }\n',
  "package.json":
    '{\n  "name": "@lumen/web",\n  "version": "1.2.3",\n  "dependencies": {\n    "a": "^1.2.3"\n  }\n}\n',
  "version.h": '#define VERSION_MAJOR 1\n#define VERSION_MINOR 2\n#define VERSION "1.2.3"\n',
  "README.md":
    "# Lumen\n\nInstall `lumen@1.2.3`.\n\n<!-- begin -->\nold one\nold two\n<!-- end -->\n\nGrüße 🚀 1.2.3",
  "list.txt": "one\ntwo\nthree\nfour\nfive\nsix\n",
  "open.txt": "a\nb",
  "empty.txt": "",
  "script.sed": "s/one/ONE/\n# a remark\n/two/d\n",
  "bytes.txt": "caf\udce9 1.2.3\n",
};

const cases = casesOf(String.raw`
sed 's/^version = ".*"/version = "2.0.0"/' Cargo.toml
sed -i 's/^version = ".*"/version = "2.0.0"/' Cargo.toml
sed --follow-symlinks -i 's/1\.2\.3/2.0.0/' version.h
sed -i.bak 's/1\.2\.3/2.0.0/g' Cargo.toml package.json
sed -i.bak -e 's/1\.2\.3/2.0.0/' -e 's/lumen/LUMEN/2' Cargo.toml
sed -E -i 's/("version": ")[^"]+"/\12.0.0"/' package.json
sed -i -E 's/"version": "[0-9]+\.[0-9]+\.[0-9]+"/"version": "2.0.0"/g' package.json
sed -Ei 's|lumen@[0-9.]+|lumen@2.0.0|' README.md
sed --in-place=.orig --regexp-extended 's/[0-9]+\.[0-9]+\.[0-9]+/X/' README.md
sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml
sed -n 's/.*"version": "\([^"]*\)".*/\1/p' package.json
sed -nE 's/^#define VERSION_(MAJOR|MINOR) ([0-9]+)$/\1=\2/p' version.h
sed -e '/^\[package\]/,/^\[/ s/^version = .*/version = "9"/' Cargo.toml
sed '/\[dependencies\]/,$ s/1\.2\.3/9/' Cargo.toml
sed '0,/1\.2\.3/s//9.9.9/' Cargo.toml
sed '0,/version/{s/version/VERSION/}' Cargo.toml
sed '1,/version/s/version/VERSION/' Cargo.toml
sed '/<!-- begin -->/,/<!-- end -->/d' README.md
sed '/<!-- begin -->/,/<!-- end -->/{//!d}' README.md
sed '/<!-- begin -->/,/<!-- end -->/c\new' README.md
sed '/begin/r list.txt' README.md
sed '/begin/a\  indented\' README.md
sed '/begin/a appended line' README.md
sed '/begin/i inserted\nand another' README.md
sed -e '/begin/a\' -e 'two parts' README.md
sed '3c changed' list.txt
sed '2,4c changed' list.txt
sed '$!N;s/\n/ /' list.txt
sed ':a;N;$!ba;s/\n/,/g' list.txt
sed -e ':a' -e '$!{N;ba' -e '}' -e 's/\n/;/g' list.txt
sed -n '$p' list.txt
sed -n '2p;4p' list.txt
sed -n '2,4p' list.txt
sed -n '2,+1p' list.txt
sed -n '2,~3p' list.txt
sed -n '0~2p' list.txt
sed -n '1~3p' list.txt
sed -n '2{p;q}' list.txt
sed '2q' list.txt
sed '2q7' list.txt
sed '3Q' list.txt
sed -n '/two/,/four/p' list.txt
sed -n '/two/,/two/p' list.txt
sed -n '4,2p' list.txt
sed '2!d' list.txt
sed '2,4!d' list.txt
sed '/o/!s/$/!/' list.txt
sed '1d;$d' list.txt
sed '/^$/d' Cargo.toml
sed '1!G;h;$!d' list.txt
sed -n '1!G;h;$p' list.txt
sed 'x;1d;G' list.txt
sed 'n;d' list.txt
sed '$!{h;d};H;x' list.txt
sed 'y/abcdefghij/ABCDEFGHIJ/' list.txt
sed 'y,/\n,|\t,' list.txt
sed = list.txt
sed -n '$=' list.txt
sed 's/o/0/2' README.md
sed 's/o/0/2g' README.md
sed -n 's/o/0/gp' list.txt
sed 's/.*/\U&/' list.txt
sed 's/\b./\u&/' list.txt
sed -E 's/(.)(.*)/\l\1\U\2\E!/' list.txt
sed -E 's/^(.)(.*)$/\U\1\E\2/' list.txt
sed 's/\(o\)\(n\)/\2\1/' list.txt
sed 's/one\|two/X/' list.txt
sed 's/e\+/E/' list.txt
sed 's/fou\?r/X/' list.txt
sed -E 's/(e|ee|r)+/<&>/g' list.txt
sed 's/[[:upper:]]/_&/g' version.h
sed 's/[^[:alnum:]]/-/g' version.h
sed 's/[0-9]\{1,\}/N/g' version.h
sed -E 's/[0-9]{1,2}/N/g' version.h
sed 's/\s\+/ /g;s/\w\+/W/2' version.h
sed 's/x*/-/g' open.txt
sed 's/b*/x/2' open.txt
sed 's/$/\r/' list.txt
sed 's/a/x\
y/' open.txt
sed 's/a/x\ny\tz/' open.txt
sed 's/[/]/x/;s/[]]/y/;s/[^]]/z/' open.txt
sed 's#/#|#g;s|a\|b|c|' open.txt
sed 's,a\,b,x,' open.txt
sed 's/a\/b/x/' open.txt
sed "s/'/\"/g" open.txt
sed 's/&/and/;s/a/[&]/;s/b/\&/' open.txt
sed 'p' open.txt
sed '$a\' open.txt
sed '$a last' open.txt
sed 'a after' open.txt
sed p open.txt list.txt
sed -s -n '$p' open.txt list.txt
sed -n '$p' open.txt list.txt
sed -s '1i\
top' open.txt list.txt
sed -i '1i // header' open.txt list.txt
sed -i '$d' list.txt open.txt
sed -i '2q' list.txt
sed -n -i p list.txt
sed -ni '/o/p' list.txt
sed -i -e '1r open.txt' list.txt
sed '1r none.txt' list.txt
sed '$r open.txt' list.txt
sed 'w copy.txt' list.txt
sed -n '/o/w with-o.txt' list.txt
sed 's/one/1/w changed.txt' list.txt
sed -n 's/one/1/w /dev/stdout' list.txt
sed -f script.sed list.txt
sed -n -f script.sed -e p list.txt
sed 's/one/1/' none.txt list.txt
sed -i 's/one/1/' none.txt list.txt
sed 's/one/1/' none.txt
sed 's/ü/ue/g;s/🚀/rocket/' README.md
sed 's/Gr.ße ./X/' README.md
sed 's/./x/g' bytes.txt
sed -i 's/1\.2\.3/2.0.0/' bytes.txt
sed -z 's/\n/,/g' list.txt
sed -z 's/six\n$/Y/' list.txt
sed '/one/{N;s/^two/X/M;s/e$/E/M}' list.txt
sed 's/ONE/x/I;/TWO/Id' list.txt
sed -n '/ONE/I,/THREE/Ip' list.txt
sed '/one/b;s/^/- /' list.txt
sed '/one/bend;s/^/- /;:end' list.txt
sed 's/one/1/;t;s/^/- /' list.txt
sed 's/one/1/;T;s/^/- /' list.txt
sed '/two/{s/t/T/;s/w/W/}' list.txt
sed '/two/{
  s/t/T/ # a remark
  s/w/W/
}' list.txt
sed -e '/two/ { n; d }' list.txt
sed '/two/{N;d}' list.txt
sed '/two/{N;N;s/\n/+/g}' list.txt
sed 'N;P;D' list.txt
sed '$!N;/one/!P;D' list.txt
sed -E '/^(one|three)$/d' list.txt
sed '\,one,d' list.txt
sed '\|tw.|s||X|' list.txt
sed 's/\(.\)\1/<\1\1>/' list.txt
sed -E "s/(['\"])([0-9.]+)\1/\1X\1/" version.h
sed '5,$d;1i\  padded' list.txt
sed --quiet --expression=1p list.txt
sed -n -- 2p list.txt
sed '' list.txt
sed -u 1d list.txt
sed 'z;s/^$/empty/' open.txt
sed 's/.../X/3;s/^.\{3\}$/Y/' list.txt
sed 's/\<t/T/;s/e\>/E/;s/\Bo/0/' list.txt
sed 's/^\(#define VERSION \)"[^"]*"/\1"2.0.0"/' version.h
sed 's/^/  /;s/ *$//' list.txt
sed F list.txt
sed -n '/one/{=;p}' list.txt
sed 's/a*\(b\)*/<\1>/' open.txt
sed -E 's/^([^ ]+) +([^ ]+).*/\2 \1/' version.h
sed '/^name/s/"\(.*\)"/"new-\1"/;/^version/s/"[^"]*"/"2.0.0"/' Cargo.toml
sed -e 's/serde = { version = "[^"]*"/serde = { version = "2"/' Cargo.toml
sed -E '/^\[dependencies\]$/,/^\[/{s/(lumen-[a-z]+ = \{.*version = ")[^"]+/\19.0.0/}' Cargo.toml
`);

const streams = casesOf(
  String.raw`
sed 's/a/b/'
sed -n 's/^refs\/tags\/v//p'
sed 's/^v//'
sed -E 's/^v?([0-9]+)\.([0-9]+)\.([0-9]+)(-.*)?$/\1 \2 \3 \4/'
sed -E 's/.*\/(.*)$/\1/'
sed 's/[^0-9.]//g'
sed 's/-.*//'
sed -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//'
sed 1q
sed '$!d'
sed s/v/V/g -
sed "s/\(^\|[^0-9]\)1\./\12./"
sed 's/\./_/g; y/abc/ABC/'
`,
  "v1.2.3\nrefs/tags/v2.0.0-rc.1\n  padded  \na/b/c\n",
);

const refused = casesOf(String.raw`
sed 'e date' list.txt
sed l list.txt
sed --posix p list.txt
sed --debug p list.txt
sed 's/one/1/e' list.txt
sed 's/\d+/x/' list.txt
sed 'k' list.txt
sed 's/one/1' list.txt
sed -i '' 's/one\|two/x/' list.txt
sed ':a;ba' list.txt
sed 's/\(a\)/\2/' list.txt
sed '/a/,' list.txt
sed 'b nowhere' list.txt
`);

test("sed does what GNU's sed does", () => {
  const all = [...cases, ...streams];
  const { equal, refused: some, different } = agreement(all, files);
  expect(different).toEqual([]);
  expect(some).toEqual([]);
  expect(equal).toBe(all.length);
});

test("sed refuses what it does not know, and says why", () => {
  expect(refusals(refused, files)).toMatchInlineSnapshot(`
    [
      "'sed' 'e date' 'list.txt': sed the command e is not rehearsed, because it is not known",
      "'sed' 'l' 'list.txt': sed the command l is not rehearsed, because it is not known",
      "'sed' '--posix' 'p' 'list.txt': sed --posix is not rehearsed, because it is not known",
      "'sed' '--debug' 'p' 'list.txt': sed --debug is not rehearsed, because it is not known",
      "'sed' 's/one/1/e' 'list.txt': sed /e is not rehearsed, because it is not known",
      "'sed' 's/\\d+/x/' 'list.txt': sed the pattern "\\\\d+" is not rehearsed, because \\d is no sign of POSIX",
      "'sed' 'k' 'list.txt': sed the command k is not rehearsed, because it is not known",
      "'sed' 's/one/1' 'list.txt': sed an expression is not rehearsed, because it is not closed",
      "'sed' '-i' '' 's/one\\|two/x/' 'list.txt': sed s/one\\|two/ with -i '' is not rehearsed, because the sed of BSD takes it in another way",
      "'sed' ':a;ba' 'list.txt': sed a loop is not rehearsed, because it does not come to its end",
      "'sed' 's/\\(a\\)/\\2/' 'list.txt': sed s/\\(a\\)/\\2/ is not rehearsed, because its right side refers to a group that there is not",
      "'sed' '/a/,' 'list.txt': sed , is not rehearsed, because a range has no end",
      "'sed' 'b nowhere' 'list.txt': sed b nowhere is not rehearsed, because there is no such label",
    ]
  `);
});
