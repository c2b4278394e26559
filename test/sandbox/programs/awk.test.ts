import { expect, test } from "vitest";
import { agreement, type Files, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const files: Files = {
  "Cargo.toml":
    '[package]\nname = "lumen"\nversion = "1.2.3"\n\n[dependencies]\nserde = { version = "1.0.1" }\n',
  "package.json":
    '{\n  "name": "@lumen/web",\n  "version": "1.2.3",\n  "dependencies": {\n    "a": "^1.2.3"\n  }\n}\n',
  "version.h": "#define VERSION_MAJOR 1\n#define VERSION_MINOR 2\n#define VERSION_PATCH 3\n",
  "CHANGELOG.md":
    "# Changes\n\n## [Unreleased]\n\n- new one\n- new two\n\n## [1.2.3] - 2024-01-01\n\n- old\n\n## [1.2.2]\n\n- older\n",
  "table.txt": "b 10 x\na 9 y\nc 100 z\na 2 w\n",
  "colon.txt": "name:lumen:1\nnone\nx:y:2\n",
  "paragraphs.txt": "\none\ntwo\n\n\nthree\nfour five\n",
  "prog.awk": "# sums\nBEGIN { total = 0 }\n{ total += $2 }\nEND { print total }\n",
  "open.txt": "a\nb",
  "empty.txt": "",
  "quoted.txt": "  version   =   '1.2.3'  \n\tindented\ttabs\n",
  "umlaut.txt": "Grüße 🚀 1.2.3\n",
};

const cases = casesOf(
  String.raw`
awk '{print $1}' table.txt
awk '{print $NF}' table.txt
awk '{print $(NF-1), $1}' table.txt
awk '{print NR": "$0}' table.txt
awk 'NR==2' table.txt
awk 'NR==2{print; exit}' table.txt
awk 'NR>1 && NR<4' table.txt
awk 'END{print NR}' table.txt
awk 'END{print $0}' table.txt
awk '/^a/' table.txt
awk '!/^a/' table.txt
awk '$1 == "a"' table.txt
awk '$2 > 9' table.txt
awk '$2 > 9 {print $1}' table.txt
awk '$2 > "9"' table.txt
awk '$1 ~ /^[ab]$/ {print $3}' table.txt
awk '$1 !~ /a/' table.txt
awk '{s += $2} END {print s}' table.txt
awk '{s += $2} END {print s / NR}' table.txt
awk '{s = s $1} END {print s}' table.txt
awk -F: '{print $2}' colon.txt
awk -F : '{print $3}' colon.txt
awk -F. '{print $1"."$2"."$3+1}' v.txt
awk -F'[.:]' '{print $2}' colon.txt
awk -F'"' '/"version"/ {print $4; exit}' package.json
awk -F'"' '/^version/ {print $2}' Cargo.toml
awk -F= '/^version/ {gsub(/[ "]/, "", $2); print $2}' Cargo.toml
awk -F ' = ' '/^version/ {print $2}' Cargo.toml
awk -F'\t' '{print $2}' quoted.txt
awk -F, '{print NF}' colon.txt
awk -F '|' '{print $1}' colon.txt
awk 'BEGIN{FS=":"} {print $1}' colon.txt
awk 'BEGIN{FS=":"; OFS="-"} {$1=$1; print}' colon.txt
awk 'BEGIN{OFS=","} {print $1,$2}' table.txt
awk -v OFS=';' '{print $1, $2}' table.txt
awk -v v=2.0.0 '/^version/ {$0 = "version = \"" v "\""} {print}' Cargo.toml
awk -v v=2.0.0 '/^version = /{sub(/"[^"]*"/, "\"" v "\"")}1' Cargo.toml
awk -v ver='2.0.0' '{ if ($1 == "version") print "version = \"" ver "\""; else print $0 }' Cargo.toml
awk -v new=2.0.0 'BEGIN{done=0} /"version":/ && !done {sub(/[0-9]+\.[0-9]+\.[0-9]+/, new); done=1} {print}' package.json
awk -v inc=1 '{print $2 + inc}' table.txt
awk -vn=3 'BEGIN{print n}'
awk 'BEGIN{print ENVIRON["NEXT"]}'
awk '/VERSION_MAJOR/{major=$3} /VERSION_MINOR/{minor=$3} /VERSION_PATCH/{patch=$3} END{print major"."minor"."patch}' version.h
awk '/VERSION_PATCH/{$3=$3+1} {print}' version.h
awk '/^## \[Unreleased\]/{f=1;next} /^## \[/{f=0} f' CHANGELOG.md
awk '/^## /{if (p) exit; p=1; next} p' CHANGELOG.md
awk '/^## \[1.2.3\]/,/^## \[1.2.2\]/' CHANGELOG.md
awk '/^## \[1\.2\.3\]/{flag=1} /^## \[1\.2\.2\]/{flag=0} flag' CHANGELOG.md
awk -v v=1.2.3 'index($0, "## [" v "]") == 1 {p=1; next} /^## / {p=0} p {print}' CHANGELOG.md
awk -v ver=1.2.3 '$0 ~ "^## \\[" ver "\\]" {found=1} found' CHANGELOG.md
awk 'match($0, /[0-9]+\.[0-9]+\.[0-9]+/) {print substr($0, RSTART, RLENGTH)}' CHANGELOG.md
awk '{match($0, /[0-9]+/); print RSTART, RLENGTH}' table.txt
awk 'NF' CHANGELOG.md
awk 'NF{print; n++} END{print n+0}' CHANGELOG.md
awk 'length > 10' CHANGELOG.md
awk 'length($0) > 10 {print length}' CHANGELOG.md
awk '{print length()}' table.txt
awk 'BEGIN{RS=""} {print NR, $1, NF}' paragraphs.txt
awk 'BEGIN{RS=""; FS="\n"} {print $2}' paragraphs.txt
awk 'BEGIN{RS=";"} {print NR}' table.txt
awk 'BEGIN{ORS=" "} {print $1}' table.txt
awk '{printf "%s\n", $1}' table.txt
awk '{printf("%-5s|%5d|%05.1f\n", $1, $2, $2)}' table.txt
awk 'BEGIN{printf "%d %i %x %X %o %c %c %e %g %%\n", 42.9, -3, 255, 255, 8, 65, "hello", 12345.678, 0.0001}'
awk 'BEGIN{printf "%5s|%-5s|%.2s|%*d\n", "ab", "ab", "abcd", 6, 42}'
awk 'BEGIN{printf "%g %g %g %g\n", 100000, 1000000, 1e-5, 3.14159265}'
awk 'BEGIN{print 1/3, 10/2, 1e6, 1e5+0.5, 123456789, 0.1+0.2}'
awk 'BEGIN{print 7%3, -7%3, 2^10, 2^3^2, -2^2}'
awk 'BEGIN{print 1+1 " " 2*3}'
awk 'BEGIN{print 1 " " -1}'
awk 'BEGIN{x = 5; print x++, x, ++x, x--, --x}'
awk 'BEGIN{x += 3; x *= 4; x -= 2; x /= 5; x %= 3; print x}'
awk 'BEGIN{print (1 < 2) ? "yes" : "no"}'
awk 'BEGIN{print 1==1.0, "a" < "b", "10" < "9", 10 < 9, !0, !1, !"", !"a"}'
awk 'BEGIN{print "a" > "/dev/stdout"}'
awk '{print $1 > "out.txt"}' table.txt
awk '{print $1 >> "open.txt"}' table.txt
awk '{print > $1".txt"}' table.txt
awk '{print $2 > ("out-" $1)}' table.txt
awk 'BEGIN{print "x" > "a.out"; close("a.out"); while ((getline line < "a.out") > 0) print "got " line}'
awk 'BEGIN{while ((getline line < "table.txt") > 0) n++; print n}'
awk 'BEGIN{print (getline line < "none.txt")}'
awk 'NR==1{getline; print}' table.txt
awk 'NR==1{getline x; print x, $0, NR}' table.txt
awk '{n = split($0, parts, " "); print n, parts[1], parts[n]}' table.txt
awk 'BEGIN{n = split("1.2.3", v, "."); print n, v[1] "." v[2] "." v[3] + 1}'
awk 'BEGIN{n = split("a1b22c", v, /[0-9]+/); print n, v[3]}'
awk 'BEGIN{print split("", v), length(v)}'
awk '{gsub(/a/, "<&>"); print}' table.txt
awk '{gsub("a", "\\&"); print}' table.txt
awk '{n = gsub(/[0-9]/, "#"); print n, $0}' table.txt
awk 'BEGIN{s = "aaa"; sub(/a/, "b", s); print s; print gsub(/x*/, "-", s), s}'
awk '{sub(/^[ \t]+/, ""); sub(/[ \t]+$/, ""); print "[" $0 "]"}' quoted.txt
awk '{print toupper($1), tolower("ABC")}' table.txt
awk '{print substr($0, 3), substr($0, 1, 2), substr($0, 99)}' table.txt
awk 'BEGIN{print index("abc", "c"), index("abc", "x"), index("", "")}'
awk 'BEGIN{print int(3.9), int(-3.9), int("12abc"), sqrt(16), exp(0), log(1), sin(0), cos(0), atan2(0, 1)}'
awk '{a[$1]++} END{print a["a"], a["b"], ("c" in a), ("d" in a)}' table.txt
awk '!seen[$1]++' table.txt
awk '{a[NR] = $0} END{for (i = NR; i > 0; i--) print a[i]}' table.txt
awk '{a[$1,$2] = $3} END{print a["a",9]; if (("a",2) in a) print "two"}' table.txt
awk 'BEGIN{a["x"] = 1; for (k in a) print k, a[k]; delete a["x"]; print length(a)}'
awk 'BEGIN{a[1]; a[2]; delete a; for (k in a) print k; print "none"}'
awk 'function add(a, b) { return a + b } BEGIN { print add(1, 2) }'
awk 'function fill(arr, n,   i) { for (i = 1; i <= n; i++) arr[i] = i * i } BEGIN { fill(sq, 4); print sq[4], i "" }'
awk 'function fact(n) { return n <= 1 ? 1 : n * fact(n - 1) } BEGIN { print fact(10) }'
awk 'function f(x) { x = 5 } BEGIN { y = 1; f(y); print y }'
awk 'BEGIN { while (i < 3) { i++; if (i == 2) continue; print i } }'
awk 'BEGIN { do { n++ } while (n < 5); print n }'
awk 'BEGIN { for (;;) { if (++n > 3) break }; print n }'
awk 'BEGIN { if (1) print "a"; else print "b" }'
awk 'BEGIN { if (0) { print "a" } else if (1) { print "c" } else print "b" }'
awk 'BEGIN { exit 3 }'
awk 'BEGIN { exit 3 } END { print "end" }'
awk '{ exit } END { print "end", NR }' table.txt
awk '{ print; nextfile } END { print NR }' table.txt colon.txt
awk 'FNR==1{print FILENAME, NR}' table.txt colon.txt
awk '{print x, $1}' x=1 table.txt x=2 colon.txt
awk -f prog.awk table.txt
awk '1' open.txt
awk '1' empty.txt
awk '1'
awk '{$2 = ""; print}' table.txt
awk '{$5 = "new"; print; print NF}' table.txt
awk '{NF = 2; print}' table.txt
awk '{$3 = ""; $0 = $0; print NF}' table.txt
awk '{ print $1 $2, $1" "$2 }' table.txt
awk 'BEGIN { print length("hello"), length(12345) }'
awk 'BEGIN { print substr("hello", 2, 3) }'
awk 'BEGIN { print "a\tb\\c\"d" }'
awk 'BEGIN { print "x" "y"; print("z", 1) }'
awk 'BEGIN { print -1 + 2, +"3x", -"4" }'
awk 'BEGIN { print 1 in a, length(a) }'
awk 'BEGIN { CONVFMT = "%.2g"; a = 3.14159; b = a ""; print b; OFMT = "%.3f"; print a }'
awk 'BEGIN { printf "no newline" }'
awk 'BEGIN { print 1, 2 > "/dev/stderr" }'
awk '/a/ { n++ }; END { print n }' table.txt
awk '
# a remark
/^version/ {
  split($3, p, "\"")   # the value
  print p[2]
}
' Cargo.toml
awk '{ print }
END { print "done" }' open.txt
awk 'BEGIN { x = "A"; y = x \
 "B"; print y }'
awk '$1=="version"{print $3}' Cargo.toml
awk '$0 ~ /=/ && $1 != "name" {print $1}' Cargo.toml
awk '/a/ || /b/ {print "hit", NR}' table.txt
awk '(NR % 2) == 0' table.txt
awk 'NR==FNR{a[$1]=$2; next} ($1 in a){print $1, a[$1]}' table.txt table.txt
awk '{print "v" $0}' open.txt
awk '{ print ($2 > 9 ? "big" : "small") }' table.txt
awk '{ $1 = $1 } 1' quoted.txt
awk -F'[= ]+' '{print $2}' quoted.txt
awk '{print $NF}' umlaut.txt
awk '{sub(/1\.2\.3/, "2.0.0"); print}' umlaut.txt
awk 'BEGIN { printf "%.0f %.0f %.1f %d\n", 0.5, 1.5, 0.25, 2.5 }'
awk '/^(#|-) /' CHANGELOG.md
awk '/\$|\//' CHANGELOG.md
awk '$2+0 > 5.5 {print $2+0}' table.txt
awk 'BEGIN { printf "%s %s %s\n", "a", "b", "c" > "three.txt" }'
awk 'BEGIN { "x" ~ "x" ; print "x" ~ "^x$", "xy" ~ /^x$/ }'
awk 'BEGIN { getline; print "first: " $0 } { print }' open.txt
awk 'BEGIN { v = "1.2.3"; split(v, p, "."); p[2]++; p[3] = 0; print p[1] "." p[2] "." p[3] }'
awk 'BEGIN { a = "10"; b = 9; print (a > b), ("10" > 9) }'
awk '{ print ($2 == 10), ($2 == "10"), ($2 == "10.0"), ($2 == 10.0) }' table.txt
`,
  "one 1\ntwo 2\n",
);

test("awk gives what the real one gives, or refuses", () => {
  const { equal, refused, different } = agreement(cases, { ...files, "v.txt": "1.2.3\n" }, { NEXT: "2.0.0" });
  expect(different).toEqual([]);
  expect(refused).toEqual([]);
  expect(equal).toBeGreaterThanOrEqual(100);
});

test("where versions of awk differ, and commands, are refused", () => {
  const forms = casesOf(String.raw`
awk 'BEGIN { a[1]; a[2]; for (k in a) print k }'
awk 'BEGIN { print strftime("%Y") }'
awk 'BEGIN { print gensub(/a/, "b", "g", "aa") }'
awk '{ print length($0) }' umlaut.txt
awk 'BEGIN { "date" | getline d; print d }'
awk '{ print | "sort" }' table.txt
awk 'BEGIN { RS = "[0-9]" } { print }' table.txt
awk -i inplace '{ print }' table.txt
awk --csv '{ print }' table.txt
awk '{ print }' none.txt
awk 'BEGIN { print 1 / 0 }'
awk '/\<a/' table.txt
awk '/[0-9]{1,3}/' table.txt
awk 'BEGIN { print "1\.2" }'
awk 'BEGIN { print 2 ** 3 }'
awk 'BEGIN { print substr("abc", 0, 2) }'
awk 'BEGIN { print "nan" + 1 }'
awk 'BEGIN { print 1'
awk '{ print $1' table.txt
`);
  for (const said of refusals(forms, files)) expect(said).toContain("is not rehearsed");
});
