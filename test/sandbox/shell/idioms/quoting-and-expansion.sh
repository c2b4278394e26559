### words of an unquoted variable
v='a  b   c'; printf '<%s>' $v "$v"; echo
### an empty variable is no word, a quoted one is
v=; printf '<%s>' $v "$v" ''"$v"; echo
### single quotes keep everything
printf '%s\n' 'a $v `b` \n "c"'
### backslashes in double quotes
printf '%s\n' "a\b \$v \"q\" \\ \`x\` \
joined"
### quotes that stand side by side
v=x; printf '%s\n' a'b'"c$v"d\ e
### positional parameters
echo $#; printf '<%s>' "$@"; printf '<%s>' $*; printf '<%s>' "$*"; echo
### the first parameter of several
printf '%s|' "$1" "$2" "${3-none}" "${10:-ten}"; echo
### words around all parameters
set -- a b; printf '<%s>' "x$@y"; printf '<%s>' x"$*"y; echo
### no parameters at all
set --; printf '<%s>' "$@" end; printf '<%s>' "$*" end; echo
### all parameters with IFS
set -- a b c; IFS=,; echo "$*"; IFS=; echo "$*"; unset IFS; echo "$*"
### a field separator that is no blank
IFS=:; v=a::b:c:; for x in $v; do printf '<%s>' "$x"; done; echo
### separators mixed with blanks
IFS=', '; v='a, b ,c,,d'; for x in $v; do printf '<%s>' "$x"; done; echo
### default values
unset u; e=; echo "${u-1}" "${u:-2}" "${e-3}" "${e:-4}"
### default values that are assigned
unset u; e=; : "${u=1}" "${e:=2}"; echo "$u$e"
### alternatives
unset u; e=; s=x; echo "[${u+1}]" "[${e+2}]" "[${e:+3}]" "[${s:+4}]"
### a required parameter that is missing
unset u; : "${u:?must be set}"; echo after
### a required parameter that is there
u=1; : "${u:?must be set}"; echo after
### a required parameter in a subshell
(unset u; : "${u:?}"; echo inner); echo "outer $?"
### nested defaults
unset a b; c=deep; echo "${a:-${b:-$c}}"
### a default with quotes and blanks
unset u; printf '<%s>' ${u:-a 'b c' d} "${u:-e  f}"; echo
### a default in a here-document
unset u; cat <<END
${u:-"a" b}
END
### prefixes
v=a/b/c.tar.gz; echo "${v#*/}" "${v##*/}" "${v#x}"
### suffixes
v=a/b/c.tar.gz; echo "${v%.*}" "${v%%.*}" "${v%/*}" "${v%x}"
### the parts of a version
v=1.24.3; major=${v%%.*}; rest=${v#*.}; minor=${rest%%.*}; patch=${rest##*.}; echo $major $minor $patch
### the letter before a version
for v in v1.2.3 1.2.3 vv1; do echo "${v#v}"; done
### a quoted pattern of a suffix
v='a*b*c'; echo "${v%'*'*}" "${v#*'*'}" "${v%"*c"}"
### a pattern out of a variable
v=foobar; p='o*'; echo "${v%%$p}" "${v%%"$p"}"
### a bracket in a pattern
v=abc123def; echo "${v%%[0-9]*}" "${v##*[0-9]}" "${v##*[!a-z]}"
### classes in a pattern
v='ab 12'; echo "${v%%[[:space:]]*}" "${v##*[[:alpha:]]}"
### the length of a value
v=héllo; e=; echo ${#v} ${#e} ${#1} $#
### the length of a value in ASCII
v=hello; echo ${#v}
### substitution takes the last line breaks away
v=$(printf 'a\n\nb\n\n\n'); printf '[%s]\n' "$v"
### nested substitution
echo "$(echo "$(echo "a  b")")" $(echo $(echo "c  d"))
### backquotes and their backslashes
echo `echo \`echo inner\`` "`echo "x y"`" `echo '\\a'`
### quotes within a substitution within quotes
v='a b'; echo "x $(printf '<%s>' "$v" 'c d') y"
### a parenthesis within a substitution
echo $(case x in (x) echo yes;; esac) $(echo ')')
### arithmetic in words
a=5; echo $((a + 2 * 3)) "$(( (a+2) * 3 ))" $((a/2)) $((a%3)) $((-a))
### comparisons in arithmetic
echo $((1 < 2)) $((2 <= 1)) $((1 == 1)) $((1 != 1)) $((1 && 0)) $((1 || 0)) $((!5))
### bits in arithmetic
echo $((5 & 3)) $((5 | 3)) $((5 ^ 3)) $((~5)) $((1 << 4)) $((256 >> 2))
### bases in arithmetic
echo $((0x1F)) $((010)) $((0))
### assignment in arithmetic
a=1; echo $((a += 5)) $a $((a = a * 2)) $a
### a ternary in arithmetic
a=3; echo $((a > 2 ? 10 : 20)) $((a > 5 ? 10 : 20))
### an unset variable in arithmetic is zero
unset u; echo $((u + 1))
### arithmetic over words of a command
n=3; set -- $((n*2)) $((n+1)); echo "$1 $2 $#"
### a tilde
HOME=/h; echo ~ ~/x "~" a~; v=~/y; echo "$v"; PATH2=a:~/z; echo "$PATH2"
### wildcards
echo *.txt; echo *.none; echo sub/*; echo */*.txt; echo [lV]*
### wildcards that are quoted
echo '*.txt' "*".txt \*.txt
### wildcards in a variable
g='*.txt'; echo $g; echo "$g"
### hidden files
cd sub; echo *; echo .h*
### a wildcard for folders
echo */ */*/
### question marks
echo ?ERSION ????.sh
### names with blanks
for f in with*; do echo "[$f]"; cat "$f"; done
### wildcards after set -f
set -f; echo *.txt; set +f; echo sub/*.txt
### assignments do not split
v='a   b *'; w=$v; echo "$w"; x=$(echo "c   d"); echo "$x"
### several assignments in a row
a=1 b=$a c="$a$b"; echo "$a$b$c"
### an assignment for one command
V=inner sh -c 'echo $V'; echo "[${V-unset}]"
### variables that are exported
V=1; export V W=2; sh -c 'echo $V$W'; unset V; sh -c 'echo [$V]'
### a variable that is no name
echo "$1x" "${1}x" "$1-x" "$a_b" "${a}_b"
### a dollar that is one
echo "cost $" $ "5$" '$5' \$x "a$ b"
### special parameters
true; echo $?; false; echo $?; echo ${#?} "$#"
### the name of the script
echo "$0" "${0##*/}" "$(basename "$0" .sh)" "$(dirname "$0")"
### the folder of the script
here=$(cd "$(dirname "$0")" && pwd); echo "${here##*/}" | sed 's/.*/found/'; [ -f "$here/VERSION" ] && echo there
### a readonly variable
readonly r=1; echo $r; (r=2) 2>/dev/null; echo "$? $r"
### unset
a=1; f() { echo f; }; unset a; unset -f f; echo "${a-none}"; f 2>/dev/null || echo gone
### a comment is one only at the start of a word
echo a#b '#c' #d
### lines that go on
echo one \
  two \
three
### a line of a case without words
v=' '; [ -n $v ] && echo odd; [ -n "$v" ] && echo right
### splitting at line breaks only
IFS='
'; for l in $(cat lines.txt 'with space.txt'); do echo "<$l>"; done
### colons in the values of a path
P=/a:/b:/c; IFS=:; set -- $P; echo $# "$3"; unset IFS; echo $P
### bash: substrings
v=hello; echo "${v:1}" "${v:1:3}" "${v: -3}" "${v: -3:2}" "${v:0:-1}" "${v:9}"
### bash: replacement
v=a.b.c; echo "${v/./-}" "${v//./-}" "${v/#a/x}" "${v/%c/z}" "${v//.}" "${v/b*/!}"
### bash: replacement with a pattern of classes
v='v1.2.3-rc1'; echo "${v//[^0-9.]/}" "${v//[0-9]/N}" "${v/[[:alpha:]]/_}"
### bash: replacement with slashes
v=a/b/c; echo "${v//\//.}" "${v//"/"/:}"; s=/; echo "${v//$s/+}"
### bash: what an ampersand is in a replacement
v=abc; echo "${v/b/[&]}" "${v/b/\&}"; r='<&>'; echo "${v/b/$r}" "${v/b/"$r"}"
### bash: cases
v='Hello World'; echo "${v^^}" "${v,,}" "${v,}" "${v^}" "${v^^[lo]}" "${v~~}"
### bash: indirection
a=b; b=c; echo "${!a}"; set -- x y; n=2; echo "${!n}"; eval "echo \$$a"
### bash: names with a prefix
VER_A=1 VER_B=2; echo "${!VER_@}" "${!VER_*}"
### bash: quoting with @Q
v="it's"; w='a b'; echo "${v@Q}" "${w@Q}" "${v@U}" "${w@u}" "${w@L}"
### bash: what @E and @A make of a value
v='a\tb'; echo "${v@E}"; echo "${v@A}"; x=1; echo "${x@A}"
### bash: escapes in $''
printf '%s|' $'a\tb' $'it\'s' $'\x41\u00e9' $'\101' $'a\\b'; echo
### bash: translations are the text
echo $"hello $1"
### bash: braces
echo {a,b}{1,2} x{1..3} {3..1} {01..03} {a..e} {1..10..3} {a..e..2} {,x}y
### bash: braces that are none
echo {a} {a..} {1..b} "{a,b}" {} a{b} {a,b
### bash: braces before variables
a=1; b=2; echo {$a,$b}x ${a}{,y} {$a..3}
### bash: nested braces
echo {a,{b,c}d,e{f,g}} pre-{x,{1..2}}-post
### bash: braces in paths
echo sub/{c.txt,deep/d.txt} {VERSION,none}
### bash: slices of parameters
set -- a b c d; echo "${@:2}" "${@:2:2}" "${@: -1}" "${*:1:1}" "${@:0:1}"
### bash: operators on all parameters
set -- a.c b.c; echo "${@%.c}" "${@/#/x}" "${@^^}" "${#@}"
### bash: a process substitution
cat <(echo one) <(echo two); diff <(echo a) <(echo a) && echo same
### bash: a process substitution that is read line by line
n=0; while read -r l; do n=$((n+1)); done < <(cat lines.txt); echo $n
### bash: a here-string
cat <<< "a  b"; v='x  y'; cat <<< $v; read -r p q <<< "one two three"; echo "$q|$p"
### bash: read a file with $(<
v=$(<VERSION); echo "[$v]"; echo "$(< lines.txt)"
### bash: globs that extend
shopt -s extglob
v=aaabbb; echo "${v##+(a)}" "${v%%+(b)}" "${v/+(a)/x}"; case v1.2 in v+([0-9]).*([0-9])) echo yes;; esac
### bash: nullglob and failing globs
shopt -s nullglob; echo [*.none] *.none end; shopt -u nullglob; echo *.none
### bash: globstar
shopt -s globstar; echo **/*.txt
### bash: dotglob
shopt -s dotglob; echo sub/*
### bash: nocasematch
shopt -s nocasematch; [[ ABC == abc ]] && echo same; case Yes in yes) echo case;; esac; [[ ABC =~ b ]] && echo regex
### bash: appending
v=a; v+=b; v+="c d"; echo "$v"; n=1; n+=1; echo $n; declare -i i=1; i+=5; echo $i
### bash: printf into a variable
printf -v v '%03d-%s' 7 x; echo "$v"
### bash: arithmetic commands
((a = 5)); ((a++)); echo $a; ((a > 3)) && echo big; ((0)) || echo zero; let b=a*2; echo $b
### bash: powers, bases and lists
echo $((2 ** 10)) $((16#ff)) $((2#101)) $((a=1, b=2, a+b)) $((010 + 1))
### bash: increments
i=5; echo $((i++)) $((++i)) $((i--)) $((--i)) $i
### bash: a number with zeros in front
v=08; echo $((10#$v + 1))
### bash: no number there
v=abc; echo $((v + 1)); abc=4; echo $((v + 1))
### bash: the length in characters
v=héllo; echo ${#v} "${v:1:1}"
### bash: BASH_SOURCE and its folder
echo "${BASH_SOURCE[0]}" "${BASH_SOURCE}"; DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"; [[ -f $DIR/VERSION ]] && echo there
### bash: the versions of bash
[[ ${BASH_VERSINFO[0]} -ge 4 ]] && echo new; [ -n "$BASH_VERSION" ] && echo bash
### dash: echo takes escapes
echo 'a\tb\\c'; echo 'x\cy'; echo -e z
### dash: what bash alone knows of names
v=abc; echo "${v#a}"; echo $'x'; echo {a,b}; echo "$RANDOM$BASH_VERSION"
### dash: lengths are of bytes
v=héllo; echo ${#v}
### bash: replacement in nothing
v=; echo "[${v//*/-}][${v/*/-}][${v/#/x}][${v/%/x}][${v/./x}][${v//?/x}][${v/}]"
v=abc; echo "[${v//*/-}][${v/*/-}][${v/#/x}][${v/%/x}][${v/#*/x}][${v//\*/x}][${v//}]"
### quotes in an operand within a here-document
c=; cat <<END
"${c+'d e'}" ${c+'f g'} ${c+"h i"} "${c+"j k"}" ${c:-'l'} ${c:-a\b} ${c:-"\$x"} ${c:+"'"}
END
### quotes in an operand within double quotes
c=; echo "${c+'d e'} ${c+"h i"} ${c:-'l'} ${c:-a\b} ${c:-\"} ${c:-'$c'}"
### a condition over what is substituted
[ x$( case '[a]*' in v) echo no;; *) printf '<%s>' 'a=b' "$(printf '<%s>' "")"; echo;; esac) != xlines.* ] && echo different
### bash: braces around substitutions
echo x$(echo {a,b} {c,d}; echo '{e,f}'){1,2}
echo x"$(echo {a,b})"
echo {$(echo a,b),c} `echo {a,b}`z {"a,b",c} {a,'}',b} ${x:-{a,b}} {a,$(echo "}")}
echo x$(case y in v) echo {p,q};; *) echo {r,s};; esac)
### bash: a bracket alone is no pattern
shopt -s nullglob
[ -f VERSION ] && echo "there"
for x in [ a[ ]b [x none*; do echo "<$x>"; done
shopt -s failglob
[ -f none ] || echo "not there"
echo [ ] x[
### dash: a bracket alone is a word
[ -f VERSION ] && echo "there"
for x in [ a[ ]b [x none*; do echo "<$x>"; done
