### bash: BASH_COMMAND and substitutions
trap 'echo "$BASH_COMMAND"' ERR
v=$( true;   false )
v=$( true
false )
v=$( true |   false )
v=$( true  &&  false || false)
v=$(<none)
v="a $( echo   x;false )b"
v=`  false  `
v=(  $(false)   b )
arr[1]=$( false )
v+=$( false )
false $(true) `true  `
### bash: BASH_COMMAND and redirections
trap 'echo "$BASH_COMMAND"' ERR
false >&2 2>&1 <VERSION >>out.txt 3>&- >|x  2>>y
false <<<   "a b"
false &>  x
V=1   W=2 false  >x y
>x   false 1>z
false 0<VERSION 1>x 2<VERSION
false &>>y
false >& 2
false <<E
doc
E
### bash: BASH_COMMAND and conditions
trap 'echo "$BASH_COMMAND"' ERR
[[ -n   $x   && (  a ==   b ||  ! -f   x ) ]]
[[ a =~   ^b   ]]
(( 1   -  1 ))
false {a,b}  *.x  \
   cont
### bash: PIPESTATUS behind everything
false|true; [[ a == b ]]; echo "cond ${PIPESTATUS[@]}"
false|true; ((0)); echo "arith ${PIPESTATUS[@]}"
false|true; { (exit 4); }; echo "group ${PIPESTATUS[@]}"
false|true; for i in 1; do (exit 5); done; echo "for ${PIPESTATUS[@]}"
f() { (exit 6); }; false|true; f; echo "f ${PIPESTATUS[@]}"
false|true; ! false; echo "not ${PIPESTATUS[@]}"
false|true; v=$(exit 3); echo "assign ${PIPESTATUS[@]}"
false|true; case x in x) ;; esac; echo "case ${PIPESTATUS[@]}"
false|true; for x in; do :; done; echo "for0 ${PIPESTATUS[@]}"
false | true && echo "and ${PIPESTATUS[@]}"
! false | true; echo "negpipe ${PIPESTATUS[@]}"
g() { false | true; }; g; echo "fpipe ${PIPESTATUS[@]}"
false|true; f() { :; }; echo "def ${PIPESTATUS[@]}"
false|true; eval 'false|false'; echo "eval ${PIPESTATUS[@]}"
### bash: BASH_COMMAND at the end
trap 'echo "end: $BASH_COMMAND"' EXIT
echo  a;   exit  3
### bash: BASH_COMMAND in a function
trap 'echo "$BASH_COMMAND in ${FUNCNAME[0]:-main}"' ERR
f() { false  x; return 4; }
f   a
