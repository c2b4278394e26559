import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "Cargo.toml":
    '[package]\nname = "lumen"\nversion = "1.2.3"\n\n[dependencies]\nserde = { version = "1.0.1" }\nlumen-core = { path = "../core", version = "1.2.3" }\n',
  "package.json":
    '{\n  "name": "@lumen/web",\n  "version": "1.2.3",\n  "dependencies": {\n    "a": "^1.2.3"\n  }\n}\n',
  "README.md": "# Lumen\n\nInstall `lumen@1.2.3`, see https://x.org/v1.2.3/\n\nGrüße 🚀 1.2.3",
  "list.txt": "one\ntwo  three\n\tfour\n",
  "empty.txt": "",
};

/** Substitutions that are tried on every file, in every way to call Perl. */
const substitutions = [
  "s/1\\.2\\.3/2.0.0/",
  "s/1\\.2\\.3/2.0.0/g",
  "s/1.2.3/2.0.0/;",
  's/^version = ".*"/version = "2.0.0"/',
  `s/^(version = ")[^"]+(")/${"$"}{1}2.0.0$2/`,
  `s/("version": ")[^"]+/${"$"}{1}2.0.0/`,
  's/(version = )"(\\d+)\\.(\\d+)\\.(\\d+)"/$1"$2.$3.9"/',
  "s|lumen@[0-9.]+|lumen\\@2.0.0|",
  "s#https://x\\.org/v[\\d.]+/#https://x.org/v2.0.0/#",
  "s,a,b,g",
  "s{1\\.2\\.3}{2.0.0}g",
  "s{version} {VERSION}",
  "s/VERSION/x/i",
  's/version\\s*=\\s*"\\K[^"]+/2.0.0/',
  's/(?<=version = ")[^"]+(?=")/2.0.0/',
  "s/(?<!lumen@)1\\.2\\.3/X/g",
  "s/(?:one|two)\\b/<$&>/g",
  "s/\\s+$/\\n/",
  "s/\\t/  /g",
  "s/o(?=n)/0/; s/w/W/",
  "s/a.*?e/<>/",
  "s/[[:upper:]]/u/g",
  "s/\\bv?(\\d+)\\.(\\d+)/$2-\\1/",
  "s/$ENV{OLD}/$ENV{NEXT}/g",
  "s/\\$x//",
  "s/(l)(u)?(z)?/[$1|$2|$3]/",
  "s/\\//-/g",
];
const calls = [
  (script: string) => ["perl", "-pe", script, "Cargo.toml", "README.md"],
  (script: string) => ["perl", "-pi", "-e", script, "Cargo.toml", "package.json", "list.txt"],
  (script: string) => ["perl", "-i", "-pe", script, "README.md"],
  (script: string) => ["perl", "-pi.bak", "-e", script, "package.json"],
  (script: string) => ["perl", "-0777", "-pe", script, "Cargo.toml", "empty.txt"],
];
const cases = substitutions.flatMap((script) => calls.map((call) => ({ argv: call(script) })));

test("substitutions of Perl give what the real one gives, or are refused", () => {
  const more = casesOf(String.raw`
perl -0777 -i -pe 's/(\[package\].*?version = ")[^"]+/${1}2.0.0/s' Cargo.toml
perl -0777pi -e 's/^version = .*$/version = "9"/m' Cargo.toml
perl -0pe 's/\n+/\n/g' none.txt
perl -pe 's/a/b/;' -e 's/b/c/' list.txt
perl -p -i -e 's/one/1/' list.txt none.txt
perl -pe 's/x/y/'
perl -i.orig -p -e 's/two/2/' list.txt
perl -i'old-*' -pe 's/two/2/' list.txt
`);
  const environment = { OLD: "1.2.3", NEXT: "2.0.0" };
  const { equal, refused, different } = agreement([...cases, ...more], files, environment);
  expect(different).toEqual([]);
  expect(refused.length).toBeLessThan(8);
  expect(equal).toBeGreaterThanOrEqual(100);
});

test("everything else of Perl is refused", () => {
  const forms = casesOf(String.raw`
perl -ne 'print if /a/' list.txt
perl -e 'print 1'
perl script.pl
perl -pe 's/(\d+)/$1+1/e' list.txt
perl -pe 's/a/b/ if /x/' list.txt
perl -pe 'tr/a/b/' list.txt
perl -pe '$_ = uc' list.txt
perl -pe 's/a/$x/' list.txt
perl -pe 's/a/\U$&/' list.txt
perl -MJSON -pe 's/a/b/' list.txt
perl -pe 's/x*/-/g' list.txt
perl -pe 's/a/b/x' list.txt
`);
  for (const said of refusals(forms, files)) expect(said).toContain("is not rehearsed");
});
