import { makeCases } from "./make-agreement.ts";

/** The folder in which make is called. */
export const makeFiles: Readonly<Record<string, string>> = {
  VERSION: "1.2.3\n",
  "package.json": '{\n  "name": "lumen",\n  "version": "1.2.3"\n}\n',
  "src/a.c": "int a;\n",
  "src/b.c": "int b;\n",
  "src/version.h": '#define VERSION "1.2.3"\n',
  "common.mk": "COMMON = from-common\n\nshared:\n\t@echo shared $(COMMON)\n",
  "sub/Makefile": "V ?= none\nall:\n\t@echo sub $(V) $(MAKELEVEL)\nfail:\n\t@exit 3\n",
  "templates/a.in": "version @V@\n",
  "bump.sh": '#!/bin/sh\necho "$1" > VERSION\n',
};

const table = String.raw`
== recursive and simple: 
A = $(B)
C := $(B)
B = late
all:
	@echo "[$(A)] [$(C)]"
== conditional assignment: 
A = 1
A ?= 2
B ?= 3
all: ; @echo $(A) $(B)
== append: 
A = one
A += two
B := $(A)
B += three
A += four
C += alone
all:
	@echo $(A) - $(B) - $(C)
== append keeps recursion: 
X = late
A = $(X)
A += $(X)
B := $(X)
B += $(X)
X = later
all: ; @echo $(A) $(B)
== shell assignment: 
A != echo one; echo two
all: ; @echo "$(A)"
== double colon simple: 
A ::= $(shell echo hi)
all: ; @echo "$(A)"
== command line wins: V=9 all
V = 1
V := 2
all: ; @echo $(V) $(origin V)
== override: V=9
override V = 1
override V += 2
all: ; @echo $(V) $(origin V)
== command line is exported: V=9
all: ; @echo $$V
== makefile variables are not exported: 
V = 9
all: ; @echo "[$$V]"
== export: 
export V = 9
W = 8
export W
X = 7
export X
unexport X
all: ; @echo "[$$V] [$$W] [$$X]"
== export all: 
export
V = 9
all: ; @echo "[$$V]"
== one shell per line: 
all:
	@cd src; pwd
	@pwd
	@A=1; echo "[$$A]"
	@echo "[$$A]"
== echoes lines: 
V = x
all:
	echo $(V) >/dev/null
	  @echo quiet
	-@false
	-false
	+@echo plus
== continued lines: 
all:
	@for i in 1 2; do \
		echo $$i; \
	done
	@echo one \
	  two
	@echo 'quoted \
	text'
== shows continued lines: 
all:
	echo a; \
	  echo b
== failure ends: 
all:
	@echo one
	@false
	@echo two
== failure code: 
all:
	@exit 7
== ignored failure: 
all:
	-@exit 7
	@echo on
== prerequisites in order: 
all: c a b
	@echo all
a b c:
	@echo $@
== diamond once: 
all: b c
b c: d
	@echo $@
d: ; @echo d
== phony although a file is there: src
.PHONY: src
src:
	@echo made
== up to date: VERSION
VERSION:
	@echo made
== up to date with prerequisite: VERSION
VERSION: package.json
	@echo made
== newer prerequisite: VERSION
VERSION: stamp
	@echo made
stamp: ; @echo x > stamp
== nothing to be done: all
.PHONY: all
all:
== nothing to be done for file: VERSION
all:
== nothing for a bare target: 
all: VERSION
== colon recipe: all
.PHONY: all
all: ; @:
== colon recipe with prerequisite: all
all: b
	@:
b: ; @true
== no rule: 
all: nothing
	@echo all
== no rule for goal: nothing
all: ; @echo all
== no targets: 
A = 1
== several goals: b a
a: ; @echo a
b: ; @echo b
== default goal: 
.DEFAULT_GOAL := b
a: ; @echo a
b: ; @echo b
== first target with a dot is passed by: 
.hidden: ; @echo hidden
a: ; @echo a
== automatic variables: 
all: VERSION package.json VERSION | src
	@echo "$@ $< $^ $+ $| $(@D) $(<F) $(^D)"
== automatic of folders: out/x/y.txt
out/x/y.txt: src/a.c src/b.c
	@echo "$(@D) $(@F) $(<D) $(<F) $(^F) $*"
== newer only: 
all: VERSION new
	@echo "$?"
new: ; @echo n > new
== pattern rule: src/a.o src/b.o
src/%.o: src/%.c
	@echo "$< -> $@ ($*)"; cp $< $@
== pattern rule without folder: src/a.x
%.x: %.c
	@echo "$< -> $@ ($*)"
== static pattern: 
OBJ = a.o b.o
all: $(OBJ)
$(OBJ): %.o: src/%.c
	@echo $@ $< $*
== match anything: whatever
%:
	@echo any $@
== shortest stem: lib-a.z
%.z: ; @echo wide $*
lib-%.z: ; @echo narrow $*
== generated from templates: a
a: templates/a.in VERSION
	sed "s/@V@/$$(cat VERSION)/" $< > $@
== bump version: bump V=2.0.0
.PHONY: bump
bump:
	@test -n "$(V)" || (echo "V is needed" >&2; exit 1)
	@echo $(V) > VERSION
	sed -i 's/"version": ".*"/"version": "$(V)"/' package.json
	sed -i -e 's/VERSION ".*"/VERSION "$(V)"/' src/version.h
== bump without version: bump
bump:
	@test -n "$(V)" || (echo "V is needed"; exit 1)
	@echo $(V) > VERSION
== bump by a script: bump V=2.0.0
bump: ; sh bump.sh $(V)
== reads the version: 
VERSION := $(shell cat VERSION)
NEXT = $(shell echo $(VERSION) | cut -d. -f1).0.0
all: ; @echo $(VERSION) $(NEXT)
== shell status: 
A := $(shell exit 3)
all: ; @echo $(.SHELLSTATUS)
== shell lines: 
A := $(shell printf 'a\nb\n\nc\n\n')
all: ; @echo "[$(A)]"
== include: shared
include common.mk
== include with wildcard: shared
include *.mk
== include of nothing: 
-include nothing.mk
sinclude also-nothing.mk
all: ; @echo fine
== include missing: 
include nothing.mk
all: ; @echo fine
== makefile list: 
include common.mk
all: ; @echo $(MAKEFILE_LIST)
== ifeq: V=1 all
ifeq ($(V),1)
A = one
else ifeq ($(V),2)
A = two
else
A = other
endif
all: ; @echo $(A)
== ifeq else: V=3
ifeq ($(V),1)
A = one
else ifeq ($(V),2)
A = two
else
A = other
endif
all: ; @echo $(A)
== ifeq quoted: 
A = x y
ifeq "$(A)" "x y"
B = yes
endif
ifneq '$(A)' ""
C = yes
endif
all: ; @echo $(B) $(C)
== ifdef: 
A =
B = $(A)
ifdef A
R += a
endif
ifdef B
R += b
endif
ifndef C
R += c
endif
all: ; @echo $(R)
== nested conditionals: 
ifdef NONE
ifeq (a,a)
R += wrong
endif
else
ifneq (a,b)
R += right
endif
endif
all: ; @echo $(R)
== conditional in recipe: D=1
all:
ifdef D
	@echo debug
else
	@echo plain
endif
	@echo end
== missing endif: 
ifdef A
all: ; @echo
== define: 
define BODY
@echo one
@echo two $(1)
endef
all:
	$(BODY)
	$(call BODY,x)
== define quiet: 
define BODY
echo one
echo two
endef
all:
	@$(BODY)
== define value: 
define TEXT
first line
  second line
endef
export TEXT
all: ; @echo "$$TEXT"
== define simple: 
A = 1
define B :=
$(A)
endef
A = 2
all: ; @echo $(B)
== undefine: 
A = 1
undefine A
all: ; @echo "[$(A)] $(origin A)"
== subst family: 
all:
	@echo $(subst .,_,1.2.3) $(patsubst %.c,%.o,a.c b.c c.h) $(strip  a   b )
	@echo $(findstring a,abc)- $(findstring x,abc)-
== filter: 
L = a.c b.h c.c lib-x
all:
	@echo $(filter %.c,$(L)) - $(filter-out %.c lib-%,$(L)) - $(sort c a b a)
== words: 
L = one two three four
all:
	@echo $(word 2,$(L)) $(words $(L)) $(wordlist 2,3,$(L)) $(firstword $(L)) $(lastword $(L)) [$(word 9,$(L))]
== names: 
F = src/a.c b dir.d/x include/
all:
	@echo "$(dir $(F))|$(notdir $(F))|$(suffix $(F))|$(basename $(F))"
	@echo "$(addsuffix .x,a b)|$(addprefix p/,a b)|$(join a b c,1 2)"
== wildcard: 
all:
	@echo "$(wildcard src/*.c)|$(wildcard none/*)|$(wildcard VERSION none)|$(wildcard s*)"
== abspath: 
all: ; @echo $(abspath src/../x) $(realpath src/a.c) [$(realpath none)]
== if or and: 
E =
all:
	@echo $(if $(E),y,n) $(if x,y) [$(if ,y)] $(or $(E),b,c) [$(and a,$(E),c)] $(and a,b)
== foreach: 
all: ; @echo $(foreach x,a b c,[$(x)]) $(foreach y,$(wildcard src/*.c),$(notdir $(y)))
== call: 
rev = $(2) $(1)
twice = $(call rev,$(1),$(1)) $(0)
all: ; @echo $(call rev,a,b) $(call twice,x) [$(call none,a)] $(call subst,a,b,aaa)
== call recursion: 
down = $(1) $(if $(word 2,$(1)),$(call down,$(wordlist 2,9,$(1))))
all: ; @echo $(call down,a b c)
== eval: 
define RULE
$(1):
	@echo rule $(1) $$(V)
endef
V = v
$(foreach t,x y,$(eval $(call RULE,$(t))))
all: x y
== eval variable: 
$(eval A := 1)
all: ; @echo $(A)
== value origin flavor: 
A = $(B)
C := x
all: ; @echo '$(value A)' $(origin A) $(origin CC) $(origin NONE) $(origin @) $(flavor A) $(flavor C) $(flavor NONE)
== info: 
$(info reading)
all: ; @echo done
== error: 
$(error broken here)
all: ; @echo done
== error in recipe: 
all:
	@echo before
	$(error broken)
== recipe is expanded first: 
all:
	@echo 9 > VERSION
	@echo $(shell cat VERSION)
== file function: 
$(file >out.txt,one)
$(file >>out.txt,two)
all: ; @cat out.txt
== substitution reference: 
S = a.c b.c
all: ; @echo $(S:.c=.o) $(S:%.c=obj/%.o) $(S:c=x)
== computed names: 
a_b = found
X = b
all: ; @echo $(a_$(X)) $($(Y))
Y = X
== dollar: 
all: ; @echo $$HOME '$$$$' $$(echo sub)
== single letters: 
A = one
all: ; @echo $A $AB
== nested parentheses: 
all: ; @echo "$(shell echo "(a)" | tr a b)" "$(subst (,[,x(y))" "$(if x,(a,b))"
== braces: 
A = 1
all: ; @echo $\{A} $\{subst 1,2,$(A)}
== comments: 
A = value # comment
B = a\#b
all: # comment
	@echo "[$(A)] [$(B)]" # shell comment
# comment
	@echo more
== trailing blanks: 
A = x  
B = y
all: ; @echo "[$(A)]" "[$(B)]"
== continued values: 
L = a \
    b \
  c
all: ; @echo "$(L)"
== target variables: 
V = global
a: V = own
a: V += more
a: b ; @echo a $(V)
b: ; @echo b $(V)
c: ; @echo c $(V)
all: c a
== target variables and all: all
V = global
a: V = own
a: b ; @echo a $(V)
b: ; @echo b $(V)
all: a b
	@echo $(V)
== pattern variables: x.o y.c
%.o: V = obj
V = none
x.o y.c: ; @echo $@ $(V)
== command line beats target: V=cl a
a: V = own
a: ; @echo $(V)
== exported target variable: a
a: export V = own
a: ; @echo "[$$V]"
== sub make: 
all:
	@$(MAKE) -C sub
	@echo back
== sub make silent: 
all:
	@$(MAKE) --no-print-directory -C sub V=2
== sub make inherits: V=7
all:
	@$(MAKE) -s -C sub
== sub make fails: 
all:
	@$(MAKE) -C sub fail
	@echo not here
== sub make same file: 
all:
	@$(MAKE) --no-print-directory b
b: ; @echo b $(MAKELEVEL)
== shell bash: 
SHELL := /bin/bash
all:
	@a=(1 2 3); echo $\${#a[@]}
	@[[ abc == a* ]] && echo matches
== shell flags: 
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
all:
	@false | true; echo not here
== env bash: 
SHELL := /usr/bin/env bash
all: ; @[[ x ]] && echo yes
== one shell: 
.ONESHELL:
all:
	@A=1
	echo $$A
	cd src
	pwd
== silent: 
.SILENT:
all:
	echo one
	echo two
== silent by option: -s
all:
	echo one
== dry run: -n
all:
	@echo one
	echo two > VERSION
== always make: -B VERSION
VERSION: ; @echo made
== double colon rules: 
all:: ; @echo one
all:: VERSION
	@echo two
== recipe prefix: 
.RECIPEPREFIX = >
all:
> @echo prefix
== order only is not newer: x
VERSION: | stamp
	@echo wrong
stamp: ; @echo s > stamp
x: VERSION ; @echo x
== force: VERSION
VERSION: FORCE
	@echo forced
FORCE:
== overriding recipe: a
a: ; @echo first
a: ; @echo second
== extra prerequisites: a
a: ; @echo a $^
a: b
a: c
b c: ; @echo $@
== missing separator: 
all:
    echo spaces
== recursive variable: 
A = $(A) x
all: ; @echo $(A)
== circular: a
a: b ; @echo a
b: a ; @echo b
== wildcard prerequisites: 
all: src/*.c
	@echo $^
== variable with target: 
T = all
$(T): ; @echo $@
== semicolon and lines: 
all: ; @echo one
	@echo two
== empty recipe: all
all: ;
== empty variables in targets: 
$(NONE): x
all: ; @echo all
== multi word shell call: 
COMMIT = $(shell sed -n 's/.*"version": "\(.*\)".*/\1/p' package.json)
all: ; @echo $(COMMIT)
== target does not write: out
out: VERSION ; @echo not writing
== undefined function arguments: 
all: ; @echo [$(1)] [$(word 1,)]
== word zero: 
all: ; @echo $(word 0,a)
== ignore option: -i
all:
	@false
	@echo on
== environment variable: 
HOME ?= none
all: ; @echo $(HOME) $(origin HOME)
== private and override: 
override A := 1
A := 2
all: ; @echo $(A)
== long conditional strings: 
A = $(if $(filter a,a b),yes,no)
ifeq ($(strip $(A)),yes)
B = 1
endif
all: ; @echo $(B)
== goals variable: x y
x y: ; @echo $(MAKECMDGOALS)
== curdir: 
all: ; @echo $(CURDIR)
== refuses grouped targets: a
a b &: ; @echo x
== refuses second expansion: 
.SECONDEXPANSION:
all: ; @echo x
== refuses suffix rules: 
.c.o: ; @echo x
all: ; @echo x
== refuses built-in rules: bump
help: ; @echo help
`;

export const makeTable = makeCases(table.replaceAll("$\\{", "${"));
