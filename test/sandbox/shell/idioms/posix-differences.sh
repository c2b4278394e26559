### dash: echo takes escapes apart
echo 'a\tb\nc'
echo -n 'x\\y'; echo
echo -e 'a\tb'
### dash: dollar and single quotes are a dollar and a text
echo $'a\tb'
### dash: braces stay as they are
echo {a,b} {1..3} file.{ts,js}
### dash: a double equals sign in test is an error
[ a == a ]; echo "$?"
### dash: double brackets are a command that is not there
[[ a = a ]]; echo "$?"
if [[ -f VERSION ]]; then echo yes; else echo no; fi
### dash: source is not there
source ./lib.sh; echo "$?"
### dash: a point reads a file by its path
. ./lib.sh
greet dash
### dash: no case can be changed in an expansion
v=abc
(echo "${v^^}"); echo "$?"
### dash: no part can be cut out by its numbers
v=1.2.3
(echo "${v:0:1}"); echo "$?"
### dash: nothing is replaced in an expansion
v=1.2.3
(echo "${v//./_}"); echo "$?"
### dash: ampersand and greater sign start in the background and empty a file
echo a &> out.txt
wait
cat out.txt
### dash: RANDOM and SECONDS and BASH_VERSION are nothing
echo "[$RANDOM][$BASH_VERSION][$BASH_SOURCE][$FUNCNAME]"
### dash: pipefail is no option that every dash has
(set -o errexit; false | true; echo on)
### dash: local stays within its function
f() { local v=in; echo "$v"; }
v=out
f
echo "$v"
### dash: local splits what is not quoted
f() { local v=$1; echo "$v"; }
f "one two"
### dash: export splits no more than an assignment
a="x y"
export b="$a"
sh -c 'echo "$b"'
### dash: the last command of a pipeline has a shell of its own
echo 1.2.3 | read v
echo "[$v]"
### dash: printf knows no q
(printf '%q\n' 'a b'); echo "$?"
### dash: printf repeats its format
printf '%s-%d\n' a 1 b 2
### dash: arithmetic has no powers and no increments of its own command
echo $((2 * 3 + 7 % 4))
i=1; i=$((i + 1)); echo "$i"
((i++)); echo "$?"
### dash: numbers of another base
echo $((0x1f)) $((010))
### dash: a bad substitution ends the script
echo before
echo "${x!y}"
echo after
### dash: an error of a special builtin ends the script
echo before
readonly r=1
r=2
echo after
### dash: a missing file for a point ends the script
echo before
. ./none.sh
echo after
### dash: assignments before a special builtin stay
A=1 :
echo "[$A]"
### dash: assignments before a function
f() { echo "$A"; }
A=1 f
echo "[$A]"
### dash: type says what a command is
type cd
### dash: command -v of what is there
command -v cd
### dash: read keeps backslashes with -r alone
printf 'a\\b c\n' > in.txt
read x y < in.txt; echo "$x|$y"
read -r x y < in.txt; echo "$x|$y"
### dash: read without -p would print a prompt
printf 'y\n' > in.txt
read -p "go? " a < in.txt
echo "$a"
### dash: a process substitution is a syntax error
echo before
cat <(echo a)
### dash: a here-string is a syntax error
echo before
cat <<< a
### dash: a function with the word is a syntax error
echo before
function f { echo f; }
f
### dash: an array is a syntax error
echo before
a=(1 2)
### dash: a here-document with tabs cut off
cat <<-END
	one
		two
	END
### dash: trap of EXIT runs at the end
trap 'echo bye $?' EXIT
exit 3
### dash: set with words replaces the parameters
set -- a "b c"
echo "$# $2"
shift
echo "$1"
### dash: getopts
while getopts "v:n" o; do echo "$o ${OPTARG:-}"; done <<END
END
set -- -v 1.2 -n x
OPTIND=1
while getopts "v:n" o; do echo "$o ${OPTARG:-}"; done
shift $((OPTIND - 1))
echo "$1"
### dash: a pattern of case
v=1.2.3-rc.1
case $v in *-*) echo pre ;; [0-9]*) echo plain ;; esac
### dash: prefixes and suffixes are cut off
v=v1.2.3
echo "${v#v} ${v%.*} ${v%%.*} ${v##*.}"
### dash: a caret does not negate a set in every pattern
case a in [!b]) echo not ;; esac
### dash: IFS splits
IFS=.
v=1.2.3
set -- $v
echo "$1-$2-$3"
### dash: echo of nothing set is refused by nounset
set -u
echo "${x:-none}"
(echo "$x"); echo "$?"
### dash: double brackets in a condition take the other branch
v=1.2.3
if [[ $v = 1.2.3 ]]; then echo same; else echo other; fi
[[ -n "$v" ]] || echo "status $?"
### dash: the words of double brackets are expanded
unset w
[[ ${w:=set} == *s* ]]
echo "$w $?"
[[ -f $(echo sub; echo out >&2) ]] && echo never
### dash: double brackets end a script that stops at errors
set -e
[[ a = a ]]
echo never
### dash: double brackets with a number of signs
[[ a < b ]] ; echo $?
### dash: double brackets with two conditions
[[ a = a && b = b ]] ; echo $?
