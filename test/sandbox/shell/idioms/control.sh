### if and its parts
if false; then echo 1; elif true; then echo 2; else echo 3; fi
### if without a branch that is taken ends well
false; if false; then echo x; fi; echo $?
### if with a list as its condition
if false; true; then echo last; fi
### if with a negation
if ! grep -q none VERSION; then echo absent; fi
### and and or
true && echo a || echo b; false && echo c || echo d; true || echo e; false || false || echo f
### the status of a list
false && true; echo $?; true && false; echo $?; false || true; echo $?
### negation gives one or zero
! false; echo $?; ! true; echo $?; ! (exit 5); echo $?
### for over words
for x in a 'b c' $(echo d e); do echo "<$x>"; done
### for over parameters
for x; do echo "<$x>"; done; for x in "$@"; do echo "[$x]"; done
### for over nothing
for x in; do echo never; done; echo "$? ${x-unset}"
### for over files
for f in *.txt; do [ -s "$f" ] || continue; echo "$f: $(wc -l < "$f" | tr -d ' ')"; done
### for with a break
for x in 1 2 3 4; do [ $x = 3 ] && break; echo $x; done; echo "at $x"
### for with a continue
for x in 1 2 3 4; do [ $x = 2 ] && continue; echo $x; done
### breaks of several levels
for a in 1 2; do for b in x y; do [ $b = y ] && continue 2; echo $a$b; [ $a = 2 ] && break 2; done; done; echo done
### while counts
i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done
### until
i=0; until [ $i -ge 2 ]; do i=$((i+1)); echo $i; done
### while that never runs
while false; do :; done; echo $?
### while reads a file
while read -r line; do echo "<$line>"; done < lines.txt
### while reads a file whose last line has no end
while read -r line || [ -n "$line" ]; do echo "<$line>"; done < no-newline.txt
### while reads and loses the last line
while read -r line; do echo "<$line>"; done < no-newline.txt; echo "[$line]"
### while reads columns
while IFS=, read -r name version public; do echo "$name is $version ($public)"; done < table.csv
### while reads keys and values
while IFS='=' read -r key value; do case $key in ''|\#*) continue;; esac; echo "$key -> $value"; done < config.env
### while in a pipeline is a subshell
n=0; cat lines.txt | while read -r l; do n=$((n+1)); done; echo $n
### while reads what a here-document holds
while read -r a b; do echo "$b $a"; done <<END
1 2
3 4 5
END
### a loop that writes a file
for i in 1 2 3; do echo $i; done > out.txt; cat out.txt
### a loop with a pipe behind it
for i in 3 1 2; do echo $i; done | sort
### case with patterns
for v in 1.2.3 v2 x-y '' abc; do case $v in [0-9]*.[0-9]*.[0-9]*) echo version;; v*) echo vee;; *-*) echo dash;; '') echo empty;; *) echo other;; esac; done
### case with alternatives
for a in y Y yes n ''; do case "$a" in y|Y|yes) echo yes ;; n | no ) echo no;; (*) echo what; esac; done
### case with quoted patterns
case 'a*' in a\*) echo star;; esac; case ab in 'a*') echo no;; a*) echo yes;; esac
### case without a match
case x in y) echo y;; esac; echo $?
### case with a variable as its pattern
p='a*'; case abc in $p) echo pattern;; esac; case abc in "$p") echo text;; *) echo no;; esac
### case keeps the status of its body
case x in x) false;; esac; echo $?; false; case x in x) ;; esac; echo $?
### case over levels of a bump
bump() { case "$1" in major) echo 2.0.0;; minor) echo 1.3.0;; patch) echo 1.2.4;; *) echo "bad: $1" >&2; return 2;; esac; }; bump major; bump patch; bump x; echo $?
### functions and their parameters
f() { echo "$# $1 ${2-none}"; }; f a; f a b; f 'a b'; echo "$1"
### functions give a status
f() { return 3; }; f; echo $?; g() { false; }; g; echo $?; h() { return; }; false; h; echo $?
### a function that leaves in the middle
f() { for x in 1 2 3; do [ $x = 2 ] && return; echo $x; done; }; f; echo after
### functions see and change variables
v=1; f() { v=2; w=3; }; f; echo "$v$w"
### local variables
v=outer; f() { local v=inner; g; echo "$v"; }; g() { echo "g:$v"; }; f; echo "$v"
### a local variable without a value
v=outer; f() { local v; v=x; echo $v; }; f; echo $v
### the status of a local assignment
f() { local v=$(false); echo $?; local w; w=$(false); echo $?; }; f
### functions with a body of its own kind
f() ( cd sub; v=inner; pwd | sed 's/.*sub/sub/' ); v=outer; f; echo $v; ls VERSION
### functions with redirections
f() { echo out; echo err >&2; } 2>/dev/null; f; g() { cat; } < VERSION; g
### functions in pipelines
up() { tr a-z A-Z; }; echo abc | up; v=$(echo x | up); echo $v
### functions that call themselves
fact() { [ $1 -le 1 ] && echo 1 || echo $(($1 * $(fact $(($1 - 1))))); }; fact 5
### a function is defined when it is met
f 2>/dev/null || echo early; f() { echo late; }; f
### a function is replaced
f() { echo 1; }; f; f() { echo 2; }; f
### a function runs its words
run() { echo "+ $*"; "$@"; }; run echo 'a  b'; run false || echo failed
### a dry run
DRY=1; run() { if [ -n "$DRY" ]; then echo "would: $*"; else "$@"; fi; }; run rm VERSION; [ -f VERSION ] && echo kept
### a command in a variable
CMD="echo -n"; $CMD a b; echo; SED='sed -e s/1/9/'; $SED VERSION
### groups
{ echo a; echo b; } | sort -r; { echo c; exit_code=1; } > out.txt; echo $exit_code; cat out.txt
### subshells keep what they change
(cd sub && echo "$PWD" | sed 's/.*sub/sub/'; v=1; exit 3); echo "$? ${v-unset}"; cat VERSION
### a subshell within a subshell
( ( echo deep; exit 2 ); echo $? ); echo $?
### exit in the middle
echo a; exit 7; echo b
### exit takes the last status
false; exit
### exit in a function ends the script
f() { exit 4; }; f; echo never
### exit in a substitution does not
v=$(echo a; exit 4; echo b); echo "$v $?"
### eval
v=name; eval "$v=value"; echo $name; eval 'echo "a  b"' c; eval "f() { echo made; }"; f; eval false; echo $?
### eval with several words
eval echo '"a   b"' '$((1+2))'; eval; echo $?
### source
. ./lib.sh; greet you; echo $LIB_VERSION
### source gives the status of its last command
echo 'false' > s.sh; . ./s.sh; echo $?; echo 'return 5; echo no' > r.sh; . ./r.sh; echo $?
### source a file of settings
. ./config.env; echo "$NAME $VERSION $QUOTED"
### source with allexport
set -a; . ./config.env; set +a; sh -c 'echo $NAME $VERSION'
### source in a subshell
(. ./lib.sh; greet a); echo "${LIB_VERSION-none}"
### shift
set -- a b c; shift; echo "$*"; shift 2; echo $#
### options that are parsed by hand
set -- --dry-run -v --to=2.0.0 --from 1.0.0 rest; while [ $# -gt 0 ]; do case $1 in --dry-run) d=1;; -v) v=1;; --to=*) to=${1#*=};; --from) from=$2; shift;; --) shift; break;; -*) echo bad; exit 2;; *) break;; esac; shift; done; echo "$d $v $to $from $*"
### getopts
set -- -n -p pre -x rest; while getopts :np:h o; do case $o in n) n=1;; p) p=$OPTARG;; \?) echo "unknown $OPTARG";; :) echo "needs $OPTARG";; esac; done; shift $((OPTIND-1)); echo "$n $p $*"
### getopts of joined letters
set -- -abfile -c; while getopts ab:c o; do echo "$o ${OPTARG-}"; done; echo $OPTIND
### getopts without what an option needs
set -- -p; while getopts :p: o; do echo "$o $OPTARG"; done
### getopts in a function
f() { OPTIND=1; while getopts q o "$@"; do echo $o; done; }; f -q; f -q -q
### set replaces parameters
set -- x y; echo "$1$2 $#"; set a b c; echo "$3"; set -; echo $#
### a colon does nothing
: a b $(echo side > side.txt); echo $?; cat side.txt
### what runs in the background
echo a & wait; echo b; (exit 3) & wait $!; echo $?
### a trap at the end
trap 'echo bye $?' EXIT; echo hi; exit 3
### a trap that cleans up
t=tmp.$$; trap 'rm -f tmp.*' EXIT; echo x > tmp.file; cat tmp.file
### a trap that is taken back
trap 'echo never' EXIT; trap - EXIT; echo end
### a trap in a subshell
(trap 'echo inner' EXIT; echo in); trap 'echo outer' EXIT; (echo sub)
### a trap with quotes
v=1; trap "echo $v" EXIT; v=2; trap -- 'echo late $v' INT; echo x
### errexit ends
set -e; echo a; false; echo b
### errexit and conditions
set -e; if false; then :; fi; false || true; ! true; while false; do :; done; echo reached
### errexit and the left of and
set -e; false && true; echo reached; true && false; echo never
### errexit in functions
set -e; f() { false; echo in; }; f || echo rescued; f; echo never
### errexit in a condition holds for no function
set -e; f() { false; echo still; }; if f; then echo yes; fi; f && echo and
### errexit and substitutions
set -e; echo "$(false)"; v=$(true); echo ok; v=$(false); echo never
### errexit and pipelines
set -e; false | true; echo reached; true | false; echo never
### errexit and subshells
set -e; (false; echo no) || echo rescued; (exit 3); echo never
### errexit and groups
set -e; { false; echo no; } && echo x; echo reached; { true; false; }; echo never
### errexit within substitutions
v=$(set -e; false; echo no); echo "[$v] $?"
### errexit that is lifted for a moment
set -e; set +e; false; r=$?; set -e; echo $r
### errexit with a trap
set -e; trap 'echo end $?' EXIT; false
### errexit and the last of a loop
set -e; for x in 1 2; do [ $x = 1 ] && echo one; done; echo never
### errexit with a case
set -e; case x in x) true && false || true;; esac; echo reached
### errexit and a negation
set -e; ! false; ! true; echo reached
### nounset ends
set -u; echo a; echo $nope; echo b
### nounset and defaults
set -u; echo "${nope-}" "${nope:-x}" "${nope+y}" "$#" "$*"; echo "$@"
### nounset in arithmetic
set -u; n=1; echo $((n + 1))
### nounset and parameters
set -u; set --; echo "$@" "$*" $#; echo "$1"; echo no
### a syntax of dates and numbers that a script checks
v=1.2.3; if echo "$v" | grep -Eq '^[0-9]+\.[0-9]+\.[0-9]+$'; then echo valid; fi; echo "1.2" | grep -qE '^[0-9]+\.[0-9]+\.[0-9]+$' || echo invalid
### expr checks a version
expr 1.2.3 : '[0-9]*\.' ; expr "v1.2.3" : 'v\(.*\)'; expr 3 + 4; expr 2 \* 5; expr 1 = 2; echo $?
### a usage text
usage() { cat <<EOF
Usage: $(basename "$0") [-h] version
EOF
}
usage; [ "$#" -eq 2 ] || exit 64
### bash: for with numbers
for ((i = 0; i < 3; i++)); do echo $i; done; for ((;;)); do break; done; for ((i=3; i--;)); do echo $i; done
### bash: conditions of double brackets
v=abc; [[ $v == a* ]] && echo glob; [[ $v == "a*" ]] || echo text; [[ $v != x ]] && echo other; [[ -z $none && -n $v ]] && echo both
### bash: the groups of double brackets
a=1 b=; [[ ( -n $a || -n $b ) && ! -n $b ]] && echo yes; [[ $a -eq 1 && $a < 2 ]] && echo less
### bash: regular expressions
[[ v1.22.3-rc.1 =~ ^v([0-9]+)\.([0-9]+)\.([0-9]+)(-(.*))?$ ]] && echo "${BASH_REMATCH[@]:1:3} ${BASH_REMATCH[5]}"
### bash: a regular expression out of a variable
re='^([a-z]+)=(.*)$'; while read -r l; do if [[ $l =~ $re ]]; then echo "${BASH_REMATCH[1]}"; fi; done <<< $'ab=1\nX=2\ncd=3'
### bash: a regular expression that does not match
[[ abc =~ [0-9] ]]; echo "$? ${#BASH_REMATCH[@]}"; [[ 'a b' =~ 'a b' ]] && echo text; [[ a.b =~ a\.b ]] && echo dot
### bash: falling through a case
case a in a) echo 1;& b) echo 2;; c) echo 3;; esac; case a in a) echo x;;& [a-z]) echo y;;& *) echo z;; esac
### bash: select reads a choice
select v in major minor patch; do echo "$REPLY $v"; break; done <<< 2 2>/dev/null
### bash: select with a choice that is none
select v in a b; do echo "[$v] $REPLY"; [[ $REPLY = q ]] && break; done 2>/dev/null <<< $'7\nq'
### bash: select at the end of its input
select v in a b; do echo "$v"; done 2>/dev/null <<< 1; echo $?
### bash: function with its keyword
function f { echo "f $1"; }; function g() { echo g; }; f x; g
### bash: local with attributes
f() { local -a a=(1 2); local -i n=2+3; local -r c=x; echo "${a[1]} $n $c"; }; f
### bash: the stack of functions
f() { g; }; g() { echo "${FUNCNAME[0]} ${FUNCNAME[1]} ${BASH_LINENO[0]}"; }; f
### bash: a trap for errors
trap 'echo "failed at $LINENO"' ERR; false; true
(exit 2)
### bash: a trap for errors with its command
trap 'echo "$BASH_COMMAND: $?"' ERR; false; cat none 2>/dev/null; echo end
### bash: BASH_COMMAND as bash writes it
trap 'echo "$BASH_COMMAND"' ERR
false   a   b
false 'a'   "b" >  out.txt
[[   a   ==   b   ]]
((  0  ))
[ 1   =  2 ]
v=$(  false  )
### bash: errtrace
set -E; trap 'echo err' ERR; f() { false; true; }; f; (false; true); v=$(false; echo x)
### bash: pipefail
set -o pipefail; false | true; echo $?; true | (exit 3) | true; echo $?; true | true; echo $?
### bash: PIPESTATUS
false | true | (exit 4); echo "${PIPESTATUS[@]}"; true; echo "${PIPESTATUS[0]}"
### bash: PIPESTATUS of a script that begins
echo "[${PIPESTATUS[0]}] ${#PIPESTATUS[@]}"
### bash: PIPESTATUS and what changes it
false | true; s=("${PIPESTATUS[@]}"); echo "${s[*]}"; (exit 3); echo ${PIPESTATUS[0]}; if false | true; then echo ${PIPESTATUS[*]}; fi
### bash: the strict mode
set -euo pipefail; IFS=$'\n\t'; v=${3:-none}; echo $v; false | cat; echo never
### bash: nounset and empty arrays
set -u; a=(); echo "${#a[@]}" "${a[@]}" end; for x in "${a[@]}"; do echo no; done; echo "${a[0]-x}"
### bash: inherit_errexit
shopt -s inherit_errexit; set -e; v=$(false; echo no) || echo failed; echo "[$v]"
### bash: errexit and arithmetic
set -e; ((1)); i=0; ((i++)) || true; echo $i; ((i--)); echo never
### bash: errexit and local
set -e; f() { local v=$(false); echo reached; }; f; declare x=$(false); echo too
### bash: mapfile
mapfile -t a < lines.txt; echo "${#a[@]} ${a[1]}"; readarray b < lines.txt; printf '[%s]' "${b[@]}"
### bash: reading into an array
read -ra p <<< "a b  c"; echo "${#p[@]} ${p[2]}"; IFS=. read -r x y z <<< 1.2.3; echo $z$y$x
### bash: reading with a delimiter
while IFS= read -r -d, part; do echo "<$part>"; done <<< 'a,b c,d'; echo "[$part]"
### bash: reading null bytes
printf 'a\0b c\0' | while IFS= read -r -d '' f; do echo "<$f>"; done
### bash: reading some letters
read -n 3 v <<< abcdef; echo $v; read -N 2 w <<< xyz; echo $w
### bash: the time of a command
time true 2>/dev/null; echo $?
### bash: what names mean
f() { echo fn; }; command -v f; type -t f; type -t echo; type -t if
### bash: declare prints
declare -i n=5; declare -r c='a b'; declare -x e=1; declare -a a=(1 'b c'); declare -p n c e a
### bash: declare -A prints what it holds
declare -A m=([k]=v); declare -p m
### bash: a name that refers
f() { local -n ref=$1; ref+=" more"; }; v=some; f v; echo "$v"
### bash: readonly arrays
readonly -a A=(1 2); echo "${A[@]}"; (A[0]=5) 2>/dev/null || echo kept
### bash: shopt tells
shopt -q extglob || echo off; shopt -s extglob; shopt -q extglob && echo on
### dash: local and export
f() { local a=1 b; b=2; echo $a$b; }; f; export X="a b"; echo "$X"
### dash: a special builtin that fails ends the shell
shift 9; echo never
### dash: an assignment before a special builtin stays
V=1 :; echo "[$V]"; V=2 true; echo "[$V]"
### the status at the start of everything
false; for i in 1; do echo $?; done
false; case x in x) echo $?;; esac
false; while echo $?; do echo $?; break; done
false; if echo $?; then :; fi
false; { echo $?; }
false; (echo $?)
false; echo $(echo $?)
f() { echo $?; }; false; f
false; until echo $?; do :; done
false; for i in; do :; done; echo $?
false; while false; do :; done; echo $?
false; case x in y) ;; esac; echo $?
false; for i in $(echo $?; exit 3); do echo $i $?; done
### the status of what is substituted
: > empty.sh; echo 'echo $?' > st.sh
true; echo $(exit 3) $?
false; echo "$(true)" "$?"
true; v=$(exit 3)$?; echo $v
true; case $(exit 3) in *) echo $?;; esac
true; case x in $(exit 3)*|x) echo $?;; esac
true; f() { echo $?; }; f $(exit 3)
true; [ "$(exit 3)" = "$?" ] && echo same
true; for i in 1; do :; done; echo $?
true; cat <<E
$(exit 4)$?
E
(exit 5); echo `exit 6` $?
true; set -- $(exit 7); echo $?
true; : $(exit 7); echo $?
true; x=$(exit 7) :; echo $?
true; $(exit 7); echo $?
true; >$(echo o; exit 7); echo $?
true; x=1 y=$(exit 2) z=3; echo $?
true; x=$(exit 2) y=$(exit 0); echo $?
true; eval "$(exit 3; echo)"; echo $?
true; eval 'echo $?' $(exit 3)
true; . ./empty.sh; echo $?
false; . ./empty.sh; echo $?
false; eval ''; echo $?
false; . ./st.sh
false; eval 'echo $?'
true; trap 'echo t $?' EXIT
exit $(exit 4; echo 9)
