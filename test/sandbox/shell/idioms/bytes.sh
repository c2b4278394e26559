### bytes that are no text go through sed
printf 'a\377b 1.2.3\nc\200\n' | sed 's/1.2.3/2.0.0/' | od -An -tx1
### bytes that are no text go through cat, head and tail
printf 'a\377\nb\376\nc\n' > bytes.txt
cat bytes.txt | head -n 2 | tail -n 1 | od -An -tx1
### bytes that are no text are cut and counted
printf 'k=\377\376;v\n' | cut -d';' -f1 | wc -c
### bytes that are no text are sorted by their values
printf '\377\n\200\na\n' | LC_ALL=C sort | od -An -tx1
### bytes that are no text stay in a variable
v=$(printf 'a\377b')
printf '%s' "$v" | od -An -tx1
### bytes that are no text are copied and compared
printf '\000\001\377\n' > one.bin
cp one.bin two.bin
cmp one.bin two.bin && echo same
### a file with bytes that are no text is edited in its place
printf 'version=1.2.3\nname=\351t\351\n' > latin.txt
sed -i 's/^version=.*/version=2.0.0/' latin.txt
od -An -tx1 latin.txt
### awk passes bytes that are no text on
printf 'x \377 1\n' | awk '{ $3 = $3 + 1; print }' | od -An -tx1
### tr takes bytes by their numbers
printf 'a\r\nb\r\n' | tr -d '\r' | od -An -tx1
### a byte order mark stays
printf '\357\273\277version=1\n' | sed 's/version=1/version=2/' | od -An -tx1
### grep finds a line before bytes that are no text
printf 'version=1\n\377\n' | grep -a version
### perl substitutes beside bytes that are no text
printf 'v1 \351\n' > perl.txt
perl -pi -e 's/v1/v2/' perl.txt
od -An -tx1 perl.txt
### bytes that are no text are no characters
printf 'a\377\303\251\n' | wc -m
v=$(printf 'a\377')
echo "${#v}"
