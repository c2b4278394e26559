/** Which shell a text is written for: they differ in what they know and in what the same words mean. */
export type Dialect = "bash" | "dash";

/** The options of `set` by their letters. Those of them that only show what happens change nothing here. */
export const optionLetters: Readonly<Record<string, string>> = {
  a: "allexport",
  b: "notify",
  B: "braceexpand",
  C: "noclobber",
  e: "errexit",
  E: "errtrace",
  f: "noglob",
  h: "hashall",
  m: "monitor",
  n: "noexec",
  P: "physical",
  T: "functrace",
  u: "nounset",
  v: "verbose",
  x: "xtrace",
};

const onlyBash = [
  "braceexpand",
  "errtrace",
  "functrace",
  "hashall",
  "physical",
  "pipefail",
  "posix",
  "history",
];
const others = ["emacs", "vi", "ignoreeof", "nolog"];

/** The options that are known by name in a dialect. */
export function optionNames(dialect: Dialect): readonly string[] {
  const names = [...Object.values(optionLetters), ...onlyBash, ...others];
  return [...new Set(names)].filter((name) => dialect === "bash" || !onlyBash.includes(name)).sort();
}

/** Options under which a script does something that is not rehearsed. */
export const unknownOptions: ReadonlySet<string> = new Set(["noexec", "posix", "history", "functrace"]);

/** The options of `shopt` that change nothing in a script, or that are known here. */
export const shoptDefaults: Readonly<Record<string, boolean>> = {
  checkwinsize: true,
  cmdhist: true,
  dotglob: false,
  execfail: false,
  expand_aliases: false,
  extglob: false,
  extquote: true,
  failglob: false,
  force_fignore: true,
  globasciiranges: true,
  globskipdots: true,
  globstar: false,
  histappend: false,
  hostcomplete: true,
  huponexit: false,
  inherit_errexit: false,
  interactive_comments: true,
  lastpipe: false,
  nocaseglob: false,
  nocasematch: false,
  nullglob: false,
  patsub_replacement: true,
  progcomp: true,
  promptvars: true,
  sourcepath: true,
  xpg_echo: false,
};
