### bash: an array and its items
a=(x 'y z' w); echo "${a[0]}" "${a[1]}" "${#a[@]}" "${a[@]}" "$a"; printf '<%s>' "${a[@]}"; printf '<%s>' ${a[@]}; echo
### bash: all items as one
a=(x y z); IFS=,; echo "${a[*]}"; unset IFS; echo "${a[*]}"
### bash: appending to an array
a=(1); a+=(2 3); a+=('4 5'); echo "${#a[@]} ${a[3]}"; a[10]=x; echo "${!a[@]}"
### bash: the last item
a=(1 2 3); echo "${a[-1]}" "${a[${#a[@]}-1]}" "${a[@]: -1}"
### bash: slices of an array
a=(a b c d e); echo "${a[@]:1:2}" "${a[@]:3}" "${a[@]:0:1}"
### bash: taking an item out
a=(a b c); unset 'a[1]'; echo "${#a[@]} ${!a[*]} ${a[*]}"; a=("${a[@]}"); echo "${!a[*]}"
### bash: an empty array
a=(); echo "${#a[@]} [${a[*]}] [${a[0]}]"; [[ ${#a[@]} -eq 0 ]] && echo empty; for x in "${a[@]}"; do echo no; done
### bash: operators on items
a=(a.txt b.txt); echo "${a[@]%.txt}" "${a[@]/a/x}" "${a[@]^^}" "${a[0]#a}" "${#a[0]}"
### bash: items out of a substitution
a=($(cat lines.txt)); echo "${#a[@]}"; a=(*.txt); echo "${a[0]} ${#a[@]}"; IFS=, a=($(head -1 table.csv)); echo "${a[1]}"
### bash: items with indices
a=([2]=c [0]=a b); echo "${!a[@]} ${a[@]}"
### bash: loops over indices
a=(x y); for i in "${!a[@]}"; do echo "$i=${a[$i]}"; done; for ((i=0; i<${#a[@]}; i++)); do echo "${a[i]}"; done
### bash: arithmetic as an index
a=(10 20 30); i=1; echo "${a[i+1]} ${a[$i]} $((a[0]+a[1]))"; a[i]=5; ((a[i]++)); echo "${a[1]}"
### bash: a table of keys
declare -A m; m[a]=1; m[b c]=2; k=d; m[$k]=3; echo "${m[a]} ${m[b c]} ${m["d"]} ${#m[@]}"
### bash: a table that is given at once
declare -A m=([one]=1 [two]=2); for k in one two; do echo "$k=${m[$k]}"; done; for k in $(printf '%s\n' "${!m[@]}" | sort); do echo $k; done
### bash: keys that are missing
declare -A m=([a]=1); echo "${m[x]-none}" "${m[a]+there}"; [[ -v m[a] ]] && echo has; [[ -v m[b] ]] || echo lacks; unset 'm[a]'; echo ${#m[@]}
### bash: the order of keys
declare -A m=([src/version.h]=1 [package.json]=2 [docs/conf.py]=3 [README.md]=4 [Cargo.toml]=5 [a]=6); echo "${!m[@]}"; echo "${m[@]}"
### bash: counts in a table
declare -A n; for w in a b a a; do ((n[$w]++)) || true; done; echo "${n[a]} ${n[b]}"
### bash: appending to a value of a table
declare -A m=([a]=x); m[a]+=y; echo "${m[a]}"
### bash: arrays as parameters
f() { echo "$# $1"; }; a=('a b' c); f "${a[@]}"; f "${a[*]}"; f ${a[@]}
### bash: a command in an array
cmd=(printf '<%s>' 'a b'); cmd+=(c); "${cmd[@]}"; echo
### bash: options in an array
opts=(); [[ -n $1 ]] && opts+=(-n); opts+=("x y"); echo "${opts[@]}"; echo "${opts[@]:1}"
### bash: a local array
f() { local a=(1 2); a+=(3); echo "${a[@]}"; }; a=(x); f; echo "${a[@]}"
### bash: an array of files
files=(VERSION package.json); for f in "${files[@]}"; do sed -i 's/1.2.3/2.0.0/' "$f"; done; cat VERSION
### bash: pairs that are split
for p in VERSION:plain package.json:json; do IFS=: read -r f k <<< "$p"; echo "$k $f"; done; for p in a=1 b=2; do echo "${p%%=*} ${p#*=}"; done
### bash: mapfile of a command
mapfile -t l < <(grep -n o lines.txt); printf '%s;' "${l[@]}"; mapfile -t -n 1 m < lines.txt; echo "${#m[@]}"
### bash: a version in an array
IFS=. read -ra v < VERSION; ((v[2]++)) || true; (IFS=.; echo "${v[*]}"); v=(1 2 3); printf -v s '%s.' "${v[@]}"; echo "${s%.}"
### bash: splitting by a replacement
s=a,b,c; a=(${s//,/ }); echo "${#a[@]} ${a[2]}"; IFS=',' read -r -a b <<< "$s"; echo "${b[1]}"
### bash: joining
join() { local IFS=$1; shift; echo "$*"; }; join , a b c; join - x
### bash: is an item among others
has() { local x; for x in "${@:2}"; do [[ $x == "$1" ]] && return 0; done; return 1; }; has b a b && echo yes; has c a b || echo no; a=(x y); [[ " ${a[*]} " == *" y "* ]] && echo in
### bash: an array that is copied and turned
a=(1 2 3); b=("${a[@]}"); b[0]=x; echo "${a[0]}${b[0]}"; r=(); for ((i=${#a[@]}-1; i>=0; i--)); do r+=("${a[i]}"); done; echo "${r[*]}"
### bash: quoted items
a=('a "b"' "c'd" 'e\f' '$g'); printf '%s\n' "${a[@]}"; printf '%q ' "${a[@]}"; echo; echo "${a[@]@Q}"
### bash: an array over several lines
a=(
  one   # a comment
  'two words'
  three
)
echo "${#a[@]} ${a[1]}"
### bash: names with indirection
v1=a v2=b; for i in 1 2; do n=v$i; echo "${!n}"; done; arr=(p q); n='arr[1]'; echo "${!n}"; n='arr[@]'; echo "${!n}"
### bash: declare in a function is local
f() { declare x=in; declare -g y=out; }; x=o; f; echo "$x $y"
### bash: integers
declare -i n; n=2*3; echo $n; n=n+1; echo $n; n=abc; echo $n
### bash: values in small and large letters
declare -l s=ABC; declare -u u=abc; echo $s $u; s=XyZ; echo $s
### bash: unset of arrays
a=(1 2); unset a; echo "${#a[@]} ${a-none}"; declare -A m=([x]=1); unset m; echo "${m[x]-none}"
### bash: a value that is no array
v=x; echo "${v[0]} ${v[@]} ${#v[@]} ${v[1]-none}"; v[1]=y; echo "${v[@]}"
### bash: sorting by a process
a=(c a b); mapfile -t s < <(printf '%s\n' "${a[@]}" | sort); echo "${s[*]}"; IFS=$'\n' t=($(sort <<< "${a[*]}")); echo "${t[*]}"
### bash: the words of a line of options
line='--a "b c" d'; eval "w=($line)"; echo "${#w[@]} ${w[1]}"
### bash: parameters that are put into an array
args=("$@"); echo "${#args[@]} ${args[1]}"; set -- "${args[@]}" more; echo $# "$3"
