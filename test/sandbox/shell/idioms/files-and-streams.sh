### writing and appending
echo a > f; echo b >> f; cat f; : > f; cat f; echo $?
### writing without a command
> made; [ -f made ] && [ ! -s made ] && echo empty
### a redirection before the command
> f echo x; cat f; < VERSION cat
### errors into the output
ls none 2>&1 >/dev/null | sed 's/.*: //'; cat none > both 2>&1; sed "s/.*: //" both
### the order of redirections
(echo out; echo err >&2) 2>&1 >f | sed 's/^/piped: /'; cat f
### output into errors
(echo hidden >&2) 2>/dev/null; (echo shown >&2) 2>&1
### descriptors of one's own
exec 3> f; echo a >&3; echo b >&3; exec 3>&-; cat f
### a descriptor for reading
exec 3< lines.txt; read -r a <&3; read -r b <&3; exec 3<&-; echo "$b $a"
### two descriptors at once
while read -r a <&3 && read -r b <&4; do echo "$a-$b"; done 3< lines.txt 4< lines.txt
### the output kept and given back
exec 3>&1; exec > f; echo in; exec >&3 3>&-; echo out; cat f
### all output into a file
exec > log.txt 2>&1; echo hidden; ls none
### a group into a file
{ echo one; echo two; } > f; (echo three) >> f; cat f
### a here-document
v=x; cat <<END
value $v $(echo sub) $((1+1)) \$v \\ "q" 'r'
END
### a here-document that is quoted
cat <<'END'
value $v $(echo sub) \n `x`
END
### a here-document with tabs
cat <<-END
	tabbed
		twice
	END
### a here-document into a file
cat > f <<END
line 1
line 2
END
cat f
### a here-document that is piped on
cat <<END | sed 's/a/b/'
aaa
END
### a here-document in a loop
for i in 1 2; do cat <<END
item $i
END
done
### two here-documents
cat <<A; cat <<B
first
A
second
B
### a here-document with an escaped line end
cat <<END
joined \
line
END
### a here-document in a function
f() { cat <<END
for $1
END
}
f a; f b
### a here-document with quotes in a substitution
cat <<END
$(echo "a b" 'c')
END
### a here-document that makes JSON
v=2.0.0; cat <<EOF > out.json
{
  "version": "$v",
  "files": ["a", "b"]
}
EOF
cat out.json
### pipelines
cat lines.txt | grep o | sort | head -1 | tr a-z A-Z
### pipelines over several lines
cat lines.txt |
  grep t |
  wc -l | tr -d ' '
### tee writes too
echo x | tee f g; cat f g; echo y | tee -a f >/dev/null; cat f
### a file that is read and written
sed 's/1/9/' VERSION > VERSION.tmp && mv VERSION.tmp VERSION; cat VERSION
### a file that is sorted
sort < lines.txt > sorted && mv sorted lines.txt; cat lines.txt
### sed in place
sed -i 's/1\.2\.3/2.0.0/' VERSION package.json; cat VERSION; grep version package.json
### sed with a backup
sed -i.bak 's/1.2.3/2.0.0/' VERSION; cat VERSION VERSION.bak; rm VERSION.bak
### sed with a variable
OLD=1.2.3 NEW=2.0.0; sed -i "s/$OLD/$NEW/g" VERSION; cat VERSION
### sed with another delimiter
sed -i 's|"version": ".*"|"version": "2.0.0"|' package.json; cat package.json
### sed with an address
sed '2d' lines.txt; sed -n '2p' lines.txt; sed '/two/d' lines.txt; sed '$d' lines.txt; sed '2,3d' lines.txt
### sed appends and inserts
sed '/Unreleased/a\
\
## [2.0.0]' CHANGELOG.md; sed '1i top' lines.txt; sed '2c\changed' lines.txt
### sed with groups
echo 1.2.3 | sed -E 's/([0-9]+)\.([0-9]+)\.([0-9]+)/\3-\2-\1/'; echo a1 | sed 's/\(.\)\(.\)/\2\1/'
### grep and its status
grep -q two lines.txt; echo $?; grep none lines.txt; echo $?; grep -c o lines.txt; grep -v o lines.txt; grep -n t lines.txt
### grep only what matches
grep -oE '[0-9]+\.[0-9]+\.[0-9]+' package.json CHANGELOG.md; grep -l 1.2.3 *.md *.json
### grep the version
grep '"version"' package.json | sed -E 's/.*"([^"]+)",?$/\1/'; grep -m1 version package.json | cut -d'"' -f4
### awk takes columns
awk -F, '{print $2, $1}' table.csv; awk -F'"' '/version/{print $4}' package.json; awk 'NR==2' lines.txt
### awk with a variable
awk -v v=9.9.9 '{gsub(/1\.2\.3/, v)} 1' VERSION; awk 'END{print NR}' lines.txt
### awk bumps a version
echo 1.2.3 | awk -F. '{$NF=$NF+1; print}' OFS=.; echo 1.2.3 | awk -F. '{printf "%d.%d.%d\n", $1, $2+1, 0}'
### cut and paste
cut -d, -f1 table.csv; cut -c1-3 lines.txt; paste -d, lines.txt lines.txt | head -2
### tr
echo 'Hello World' | tr 'A-Z ' 'a-z_'; echo aabbc | tr -s ab; echo a1b2 | tr -d 0-9; echo ab | tr -cd 'a\n'
### sort and uniq
printf '3\n1\n2\n1\n' | sort -n | uniq -c | sed 's/^ *//'; printf '1.10.0\n1.9.0\n' | sort -V; printf 'b\na\n' | sort -ru
### head and tail
head -n 1 lines.txt; tail -n 1 lines.txt; tail -n +2 lines.txt; head -c 3 lines.txt; head -n -1 lines.txt
### wc
wc -l < lines.txt | tr -d ' '; wc -c < VERSION | tr -d ' '; wc -w lines.txt | tr -s ' '
### find
find sub -type f | sort; find . -name '*.txt' -not -path './sub/*' | sort; find sub -type d | sort
### find runs a command
find sub -name '*.txt' -exec cat {} \; | sort; find . -maxdepth 1 -name '*.md' -exec grep -c '##' {} +
### find and xargs
find sub -name '*.txt' -print0 | xargs -0 cat | sort; ls *.txt | head -1 | xargs -I{} echo "<{}>"
### xargs
printf 'a b\nc\n' | xargs echo; printf 'a b\nc\n' | xargs -n1 echo; echo x | xargs -I% echo %%
### jq
jq -r .version package.json; jq '.version = "2.0.0"' package.json > t && mv t package.json; jq -r '.name + "@" + .version' package.json
### jq with an argument
jq --arg v 3.0.0 '.version = $v' package.json
### mktemp
t=$(mktemp); echo x > "$t"; cat "$t"; rm -f "$t"; [ -e "$t" ] || echo gone; d=$(mktemp -d); [ -d "$d" ] && echo folder; rm -rf "$d"
### copying
cp VERSION V2; cp -r sub sub2; cat V2 sub2/c.txt; cp VERSION lines.txt sub; ls sub | sort
### moving
mv VERSION V2; [ -e VERSION ] || cat V2; mv lines.txt sub/; ls sub | sort
### removing
rm VERSION; rm -f none; rm none 2>/dev/null || echo failed; rm -r sub; for f in *; do echo "$f"; done
### making folders
mkdir -p a/b/c && echo x > a/b/c/f; mkdir a 2>/dev/null || echo there; find a -type f; rmdir a 2>/dev/null || echo full
### links
ln -s VERSION link && cat link; readlink link; [ -L link ] && echo link; rm link; [ -e VERSION ] && echo kept
### touch
touch new VERSION; [ -e new ] && cat VERSION; touch -c none; [ -e none ] || echo no
### modes
chmod +x lib.sh; [ -x lib.sh ] && echo can
### names of paths
basename a/b.txt; basename a/b.txt .txt; dirname a/b/c; dirname x; basename /a/; dirname /
### real paths
cd sub; p=$(realpath ../VERSION); basename "$p"; cd deep; cd ../..; basename "$(readlink -f sub/../VERSION)"
### folders
cd sub; cat c.txt; cd deep; cat d.txt; cd - >/dev/null; cat c.txt; cd ..; cat VERSION; cd none 2>/dev/null || echo failed
### tests of files
[ -f VERSION ] && [ -d sub ] && [ -s VERSION ] && [ ! -s empty.txt ] && [ -r VERSION ] && [ -w VERSION ] && [ ! -e none ] && echo all
### tests of texts
[ a = a ] && [ a != b ] && [ -n x ] && [ -z '' ] && [ x ] && [ ! '' ] && echo all; [ a = b ]; echo $?
### tests of numbers
[ 1 -eq 1 ] && [ 2 -gt 1 ] && [ 1 -lt 2 ] && [ 2 -ge 2 ] && [ 1 -le 1 ] && [ 1 -ne 2 ] && echo all; [ a -eq 1 ] 2>/dev/null; echo $?
### tests with and, or and parentheses
[ a = a -a b = b ] && echo and; [ a = b -o b = b ] && echo or; [ \( a = a \) -a ! b = c ] && echo group; test ! -f none && echo not
### tests of several forms
[ ! -f none -a -f VERSION ] && echo a; [ "" ] || echo b; [ -n "" ] || echo c; test -f && echo d; [ ! ] && echo e
### printf
printf '%s %d %5s|%-5s|%05d %x %o %c %%\n' a 5 b c 42 255 8 xyz
### printf repeats its format
printf '%s-%s\n' a b c; printf '%d\n'; printf 'x\n' a b
### printf and escapes
printf 'a\tb\\n\101\n'; printf '%s\n' 'a\tb'; printf '%b' 'a\tb\n'; printf '%.2f %e %g\n' 3.14159 1234.5 0.5
### printf without a line break
printf %s "$(cat VERSION)" > V2; wc -c < V2 | tr -d ' '; printf '%s\n' a > f; cat f
### printf of widths
printf '%*d|%-*s|%.3s\n' 5 42 6 ab abcdef; printf '%+d % d\n' 5 5
### echo
echo -n a; echo b; echo; echo "a   b" c; echo -- x; echo - y
### echo with an option that is a text
echo -x; echo -nn; echo; echo "-n"; echo
### cat of several files
cat VERSION lines.txt - < no-newline.txt; echo; cat none 2>/dev/null; echo $?
### cat with numbers
cat -n lines.txt; cat VERSION | cat
### date of a fixed time
date -u -d @0 +%Y-%m-%d; date -u -d '2024-06-01' '+%d.%m.%Y'; date -u -d @86400 +%s
### seq
seq 3; seq 2 4; seq 0 5 10; seq -s, 3
### diff
diff VERSION VERSION && echo same; diff VERSION lines.txt >/dev/null; echo $?; cp lines.txt l2; echo four >> l2; diff lines.txt l2
### cmp
cmp -s VERSION VERSION && echo same; cmp -s VERSION lines.txt || echo different
### comm
printf 'a\nb\n' > x; printf 'b\nc\n' > y; comm -12 x y; comm -3 x y
### checksums
sha256sum VERSION | cut -c1-16; md5sum < VERSION; sha1sum VERSION lines.txt | wc -l | tr -d ' '
### env
env -i A=1 sh -c 'echo $A'; env B=2 sh -c 'echo $B'; A=x env | grep '^A='
### envsubst
export V=2.0.0; echo 'v$V ${V} $X' | envsubst; echo '$V $HOME' | envsubst '$V'
### command and type
command -v sed >/dev/null && echo sed; command echo x; type sed >/dev/null 2>&1 && echo known
### true and false
true; echo $?; false; echo $?; /bin/true && echo path
### a file that is no folder
cat VERSION/x 2>/dev/null; echo $?; echo x > none/f 2>/dev/null || echo failed; echo after
### rev, tac and nl
echo abc | rev; tac lines.txt; nl -ba lines.txt
### fold and column
echo abcdefgh | fold -w 3; printf 'a bb\nccc d\n' | column -t
### a shell in a shell
sh -c 'echo $0 $1' name arg; echo 'echo from input $1' | sh -s x; sh lib.sh; echo $?
### a script that is run
echo 'echo ran $1; exit 3' > s.sh; sh s.sh a; echo $?
### a script with a first line of its own
printf '#!/bin/sh\necho "direct $1"\n' > s.sh; chmod +x s.sh; ./s.sh a
### exec replaces the shell
trap 'echo never' INT; exec echo last; echo no
### exec with redirections alone
exec 2>/dev/null; cat none; echo $?
### umask says nothing
umask 022; echo $?
### kinds of commits
printf 'feat: a\nfix: b\nchore: c\n' | grep -E '^(feat|fix)' | sed 's/^[a-z]*: /- /'
### a changelog entry
v=2.0.0; { sed -n '1,2p' CHANGELOG.md; echo "## [$v]"; echo; sed -n '3,$p' CHANGELOG.md; } > n && mv n CHANGELOG.md; cat CHANGELOG.md
### the section of a version
sed -n '/^## \[1.2.3\]/,/^## /p' CHANGELOG.md; awk '/^## \[Unreleased\]/{f=1;next} /^## /{f=0} f' CHANGELOG.md
### a table of files
while read -r file pattern; do sed -i "s/$pattern/X/" "$file"; done <<END
VERSION 1\.2
package.json 1\.2
END
cat VERSION; grep version package.json
### a bump in plain shell
IFS=. read -r major minor patch < VERSION; patch=$((patch+1)); echo "$major.$minor.$patch" > VERSION; cat VERSION
### a bump of a level that is given
v=$(cat VERSION); level=minor; old_ifs=$IFS; IFS=.; set -- $v; IFS=$old_ifs; case $level in major) v=$(($1+1)).0.0;; minor) v=$1.$(($2+1)).0;; patch) v=$1.$2.$(($3+1));; esac; echo $v
### a check that passes
v=$(cat VERSION); w=$(grep '"version"' package.json | cut -d'"' -f4); if [ "$v" != "$w" ]; then echo "mismatch: $v $w" >&2; exit 1; fi; echo "match $v"
### files that must be there
for f in VERSION package.json none; do if [ ! -f "$f" ]; then echo "missing $f"; exit 1; fi; echo "found $f"; done
### bash: both streams
{ echo o; echo e >&2; } &> f; sort f; { echo o2; echo e2 >&2; } &>> f; sort f; cat none |& sed 's/.*: //'
### bash: a descriptor with a name
exec {fd}> f; echo x >&$fd; exec {fd}>&-; cat f
### bash: two reads of processes
paste <(cut -d, -f1 table.csv) <(cut -d, -f2 table.csv)
### bash: noclobber
set -o noclobber; echo x > new; echo y > new 2>/dev/null || echo kept; echo z >| new; cat new
### bash: pushd and popd
pushd sub >/dev/null; cat c.txt; popd >/dev/null; cat VERSION
### bash: printf with quotes and times
printf '%q %q %q\n' 'a b' "it's" plain; printf '%(%Y)T\n' 0
### bash: echo with escapes
echo -e 'a\tb\n\x41'; echo -e '\e[1mbold\e[0m' | sed 's/\x1b/ESC/g'; echo -E 'a\tb'; echo -en 'x\n'
### bash: a loop over files with null bytes
while IFS= read -r -d '' f; do echo "$f"; done < <(find sub -type f -print0 | sort -z)
### bash: colours that are printed
RED='\033[0;31m'; NC='\033[0m'; echo -e "${RED}x${NC}"; printf "${RED}%s${NC}\n" y
### bash: tests of files
[[ -f VERSION && -d sub && ! -e none && -s VERSION ]] && echo all
### expr as a calculator
expr 1 + 2 \* 3; expr \( 1 + 2 \) \* 3; expr 10 / 3; expr 10 % 3; expr 5 - 7; expr 0; echo $?; expr a + 1 2>/dev/null; echo $?
### expr compares
expr 2 \< 10; expr a \< b; expr 10 = 10; expr a != b; expr 3 \>= 4; echo $?; expr '' \| d; expr x \& y; expr 0 \& y
### expr takes texts apart
expr length hello; expr substr hello 2 3; expr index hello l; expr match hello 'h\(.*\)l'; expr abc : 'x'; echo $?; expr abc : 'x\(.\)'; echo $?
### a counter with expr
i=1; while [ $i -le 3 ]; do echo $i; i=`expr $i + 1`; done
### ls in a pipeline
ls | head -3; ls -1 sub; ls -a sub | wc -l | tr -d ' '; ls none 2>/dev/null; echo $?; ls VERSION sub; ls -d sub; ls -p | grep / 
### ls in a substitution
for f in $(ls *.txt); do echo "<$f>"; done; n=$(ls sub | wc -l); echo $((n)); latest=$(ls -r *.txt | head -1); echo "$latest"
### ls asks whether a file is there
if ls package.json >/dev/null 2>&1; then echo there; fi; ls *.none >/dev/null 2>&1 || echo absent
### programs that are given files leave the input of a loop alone
while read -r line; do cat VERSION; sed -n 1p lines.txt; grep -c o lines.txt; head -1 lines.txt; awk 'NR==1' lines.txt; jq -r .version package.json; cut -d, -f1 table.csv; sort lines.txt | tail -1; paste -s lines.txt; sha1sum VERSION; wc -l lines.txt; env cat VERSION; tr a b < VERSION; echo "<$line>"; done < lines.txt
### a program that is given none takes the rest
while read -r line; do echo "<$line>"; cat; done < lines.txt; { read -r first; sort -r; } < lines.txt
### a filter of jq without a file takes the rest
printf '1\n2\n3\n' | { read -r n; jq -c . ; echo $n; }; echo '{"a":1}' | jq -n '5'
### sed that follows a link
echo 1.2.3 > real.txt; ln -s real.txt way.txt; sed --follow-symlinks -i.bak 's/1\.2\.3/2.0.0/' way.txt; readlink way.txt; cat real.txt; ls *.bak
### sed that puts a file in the place of a link
echo 1.2.3 > real.txt; ln -s real.txt way.txt; sed -i 's/1\.2\.3/2.0.0/' way.txt; [ -L way.txt ] || echo file; cat real.txt way.txt
