import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "Cargo.toml":
    '[package]\nname = "lumen"\nversion = "1.2.3"\n\n[dependencies]\nserde = { version = "1.0.1" }\nlumen-core = { path = "../core", version = "1.2.3" }\n',
  "package.json":
    '{\n  "name": "@lumen/web",\n  "version": "1.2.3",\n  "dependencies": {\n    "a": "^1.2.3"\n  }\n}\n',
  "README.md": "# Lumen\n\nInstall `lumen@1.2.3`.\n\n{{ version }}\n\nGrüße 🚀 1.2.3",
  "CHANGELOG.md": "# Changes\n\n## [Unreleased]\n\n- more\n\n## [1.2.3] - 2024-01-01\n\n- first\n- second\n",
  "list.txt": "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n",
  "patterns.txt": "two\nfour\n",
  "empty.txt": "",
  "open.txt": "last line",
  "words.txt": "foo foobar barfoo foo_bar foo-bar\nfoobar\nbar foo\n",
  "src/a.ts": 'export const VERSION = "1.2.3";\n',
  "src/b.js": 'const VERSION = "0.9.0";\n',
  "src/deep/c.ts": "// version 1.2.3\n",
};

const cases = casesOf(String.raw`
grep version Cargo.toml
grep -n version Cargo.toml
grep -c version Cargo.toml package.json README.md
grep '^version' Cargo.toml
grep -E '^version = "[0-9]+\.[0-9]+\.[0-9]+"$' Cargo.toml
grep -oE '[0-9]+\.[0-9]+\.[0-9]+' Cargo.toml
grep -Eo '[0-9]+\.[0-9]+\.[0-9]+' Cargo.toml package.json
grep -ohE '[0-9]+\.[0-9]+\.[0-9]+' Cargo.toml package.json
grep -noE '[0-9]+' package.json
grep -oP 'version = "\K[^"]+' Cargo.toml
grep -oP '(?<="version": ")[^"]*' package.json
grep -oP '"version":\s*"\K\d+\.\d+\.\d+(?=")' package.json
grep -P '^\d+|\bt\w+\b' list.txt
grep -Po '(?i)VERSION.*?"' Cargo.toml
grep -m1 version Cargo.toml
grep -m 1 -o '"[^"]*"' Cargo.toml
grep -q version Cargo.toml
grep -q nothing Cargo.toml
grep nothing Cargo.toml
grep -v version Cargo.toml
grep -vc version Cargo.toml
grep -vE '^(#|$)' README.md
grep -i LUMEN README.md Cargo.toml
grep -il LUMEN README.md Cargo.toml list.txt
grep -l version Cargo.toml list.txt package.json
grep -L version Cargo.toml list.txt package.json
grep -L version Cargo.toml package.json
grep -H one list.txt
grep -h one list.txt words.txt
grep -w foo words.txt
grep -ow foo words.txt
grep -ow 'foo[a-z]*' words.txt
grep -nw bar words.txt
grep -x foobar words.txt
grep -xE 'two|t.*' list.txt
grep -F '1.2.3' Cargo.toml
grep -F '[1.2.3]' CHANGELOG.md
grep -Fx 'one' list.txt
grep -Fi 'LUMEN@' README.md
grep -c . list.txt
grep -c '' list.txt
grep '' open.txt
grep -c '' empty.txt
grep -A1 four list.txt
grep -B2 four list.txt
grep -C1 four list.txt
grep -1 four list.txt
grep -n -A2 -B1 'four\|eight' list.txt
grep -A1 -e one -e nine list.txt
grep -A1 -H one list.txt words.txt
grep -A 20 'Unreleased' CHANGELOG.md
grep -A1 -m1 o list.txt
grep -e one -e two list.txt
grep -f patterns.txt list.txt
grep -vf patterns.txt list.txt
grep -f empty.txt list.txt
grep 'one
two' list.txt
grep 'o\|x' list.txt
grep 'e\{2\}' list.txt
grep 'e\+' list.txt
grep 'fou\?r' list.txt
grep -E 'e{2}' list.txt
grep -E 'e{1,}n' list.txt
grep -E '(.)\1' list.txt
grep '\(e\).*\1' list.txt
grep -E '{{ version }}' README.md
grep -E 'a{x|\$\{' README.md
grep '[[:digit:]]\+' Cargo.toml
grep '[^[:alnum:][:space:]]' list.txt
grep '[]"]' Cargo.toml
grep '\.md$' list.txt
grep '^$' Cargo.toml
grep -n '^$' Cargo.toml
grep '\<t' list.txt
grep 'e\>' list.txt
grep '\bfoo\b' words.txt
grep '\w\+@\w\+' README.md
grep -s version none.txt
grep version none.txt
grep version none.txt Cargo.toml
grep -q version none.txt Cargo.toml
grep version src
grep -r 1.2.3 src/deep
grep -rn VERSION src/deep
grep -rh version src/deep
grep -rl 'version' src/deep
grep -ri version src/deep/c.ts
grep -rl 0.9.0 .
grep -rl 0.9.0
grep -r --include='*.js' -l VERSION src
grep -r --include=*.ts -l '// version' src
grep -r --exclude=*.ts VERSION src
grep -rL --exclude-dir=deep --include=*.js nothing src
grep --color=auto one list.txt
grep --color=never -n one list.txt
grep 'Grüße' README.md
grep -o 'Gr.*🚀' README.md
grep -o '. 1' README.md
grep -E 'one|two|' list.txt
grep -e -x words.txt
grep -- -bar words.txt
grep -oE '^[^ ]+' words.txt
grep -o 'o*' list.txt
grep -oE 'fo|foo|foobar' words.txt
grep -oiE '(lumen|web)[-@a-z]*' Cargo.toml README.md
grep --only-matching --extended-regexp --max-count=1 '[0-9.]+' Cargo.toml
egrep 'one|two' list.txt
fgrep -c 1.2 Cargo.toml
grep -Z -l one list.txt
grep -cv . empty.txt
grep -nE '^## \[' CHANGELOG.md
grep -E '^## \[[0-9]+\.[0-9]+\.[0-9]+\]' CHANGELOG.md
grep -o '[0-9]*\.[0-9]*\.[0-9]*' README.md
grep -vE '^\s*(#|$)' README.md
`);

const piped = casesOf(
  String.raw`
grep v
grep -v v -
grep -c '^v[0-9]'
grep -E '^v[0-9]+\.[0-9]+\.[0-9]+$'
grep -vE -- '-(alpha|beta|rc)'
grep -o '[0-9].*' - list.txt
grep -m1 v
grep -n .
`,
  "v1.2.3\nv2.0.0-rc.1\n\nx\n",
);

const refused = casesOf(String.raw`
grep -b one list.txt
grep -E '\d+' Cargo.toml
grep -E '*x' list.txt
grep '[a' list.txt
grep --color=always one list.txt
grep -P '(?>a)b' list.txt
grep -PE a list.txt
`);

test("grep does what GNU's grep does", () => {
  const all = [...cases, ...piped];
  const { equal, refused: some, different } = agreement(all, files);
  expect(different).toEqual([]);
  expect(some).toEqual([]);
  expect(equal).toBe(all.length);
});

test("grep refuses what it does not know, and says why", () => {
  expect(refusals(refused, files)).toMatchInlineSnapshot(`
    [
      "'grep' '-b' 'one' 'list.txt': grep -b is not rehearsed, because it is not known",
      "'grep' '-E' '\\d+' 'Cargo.toml': grep the pattern "\\\\d+" is not rehearsed, because \\d is no sign of POSIX",
      "'grep' '-E' '*x' 'list.txt': grep the pattern "*x" is not rehearsed, because it repeats nothing",
      "'grep' '[a' 'list.txt': grep the pattern "[a" is not rehearsed, because a bracket is not closed",
      "'grep' '--color=always' 'one' 'list.txt': grep --color=always is not rehearsed, because it is not known",
      "'grep' '-P' '(?>a)b' 'list.txt': grep the pattern "(?>a)b" is not rehearsed, because a group of its kind is not known",
      "'grep' '-PE' 'a' 'list.txt': grep two kinds of patterns is not rehearsed, because versions of grep differ about it",
    ]
  `);
});
