/**
 * The variables that GNU make defines itself and that a makefile of a release may use.
 * See https://www.gnu.org/software/make/manual/html_node/Implicit-Variables.html.
 */
export const defaultVariables: Readonly<Record<string, string>> = {
  ".INCLUDE_DIRS": "/usr/local/include /usr/include /usr/include",
  ".LIBPATTERNS": "lib%.so lib%.a",
  ".FEATURES":
    "target-specific order-only second-expansion else-if shortest-stem undefine oneshell nocomment grouped-target extra-prereqs archives jobserver output-sync check-symlink load",
  AR: "ar",
  ARFLAGS: "rv",
  AS: "as",
  CC: "cc",
  CO: "co",
  CPP: "$(CC) -E",
  CXX: "g++",
  FC: "f77",
  GET: "get",
  LD: "ld",
  LEX: "lex",
  LINT: "lint",
  MAKE: "$(MAKE_COMMAND)",
  MAKEINFO: "makeinfo",
  MAKE_COMMAND: "make",
  MAKE_HOST: "x86_64-pc-linux-gnu",
  MAKE_VERSION: "4.3",
  OBJC: "cc",
  PC: "pc",
  RM: "rm -f",
  TANGLE: "tangle",
  TEX: "tex",
  TEXI2DVI: "texi2dvi",
  WEAVE: "weave",
  YACC: "yacc",
};
