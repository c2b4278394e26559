/** A pattern that is not proved to be linear, and what bounds its input all the same. */
export interface Exception {
  readonly file: string;
  readonly source: string;
  readonly why: string;
}

const aPath = "it is asked about paths, which no system makes longer than some thousand characters";
const aLine = "it is asked about a piece of one line of some hundred characters";
const aHead = "it is asked about the first 4096 characters of a file";
const sandboxed = "it runs in the sandbox, whose time is bounded";

export const exceptions: readonly Exception[] = [
  {
    file: "judge/purpose/historical-document.ts",
    source: String.raw`(?:^|\/)[^/]*(?:releas(?:e|es|ing)|versioning|bumping)[^/]*$`,
    why: aPath,
  },
  {
    file: "judge/purpose/remark.ts",
    source: String.raw`\b(?:e\.g\.|ex\.|i\.e\.|for (?:example|instance)|such as|looks like|abbreviated (?:as|to)|(?:patterns?|strings?|something|anything|lines?) like|examples?(?: \w{1,20}){0,2}:)(?:[^.]|\.(?!\s))*$`,
    why: aLine,
  },
  {
    file: "inventory/generated/generated-header.ts",
    source: String.raw`^code generated\b(?:\s(?:by|from)\s(?<by>.*))?.*do not edit`,
    why: aHead,
  },
  {
    file: "inventory/generated/generated-header.ts",
    source: String.raw`\s+(?:and|at|do|for|from|in|on|project|v\d)\b|[.;,!](?:\s|$)|\s(?:[-\u2013\u2014(]|https?:)`,
    why: aHead,
  },
  {
    file: "inventory/generated/generated-header.ts",
    source: "^(?:the\\s)?[`'\"[<*]*|[`'\"\\]>*.]*$",
    why: aHead,
  },
  {
    file: "inventory/generated/leading-comment.ts",
    source: String.raw`(?:[\s*/#]|-->|"""|''')+$`,
    why: aHead,
  },
  {
    file: "inventory/ecosystems/npm-spec.ts",
    source: String.raw`(?:^|[-_/@])v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?)$`,
    why: "a requirement of more than 4096 characters is none",
  },
  {
    file: "repository/documents/ignore-comment.ts",
    source: String.raw`version-audit-ignore(-[\w-]*)?(?!\w)(?:[ \t]*:([^\r\n]*))?`,
    why: "it matches wherever it has read the marker, so it never reads a piece twice",
  },
  {
    file: "repository/documents/ignore-comment.ts",
    source: String.raw`(?:\/\/[/!]*|(?:\{|<%)?#+|\{?\/\*+!?|\(\*+|<!--|;+|%+|(?:\{\{!)?--[ \t]|"\/\/"[ \t]*:[ \t]*"|^[ \t]*(?:\*|::|\.\.[ \t]|@?(?:REM|rem)[ \t]))[ \t]*$`,
    why: aLine,
  },
  {
    file: "sandbox/engine/failures.ts",
    source: `^Could not find export '(.*)' in module '(.*)'$`,
    why: "it is asked about a message of the engine, which ends after 256 characters",
  },
  {
    file: "repository/text/counted.ts",
    source: String.raw`\d(?=(?:\d{3})+$)`,
    why: "it is asked about the digits of one number",
  },
  {
    file: "rules/shared/rewrites/wrong-rewrite.ts",
    source: String.raw`[\^~=<>v0-9.]*$`,
    why: "it is asked about eight characters",
  },
  {
    file: "inventory/documentation/address.ts",
    source: String.raw`(?:^|[^\w.-])((?:[a-z0-9-]{1,63}\.){1,5}(?:app|cloud|com|dev|in|io|net|org|rs|run|sh)/.*/.*)$`,
    why: aLine,
  },
  {
    file: "inventory/documentation/address.ts",
    source: String.raw`^(?:.*(?:[:+]|node_modules\/))?\/?(?:\.pnpm\/)?(@?[A-Za-z0-9][\w.~-]*(?:\/[\w.~-]+)*)$`,
    why: aLine,
  },
  {
    file: "inventory/documentation/quoted.ts",
    source: String.raw`(?:^|\n)[\s/#*!>]*name\s{0,10}=\s{0,10}"([\w-]{1,100})"`,
    why: aLine,
  },
  {
    file: "sandbox/guest/date.js",
    source: String.raw`(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*(?:\(.*\))?$`,
    why: sandboxed,
  },
  {
    file: "sandbox/modules/guest-files.ts",
    source: String.raw`^export (?:const )?\{([^}]*)\}`,
    why: "it is asked about files of our own",
  },
  {
    file: "propose/suggest/rows/new-rows.ts",
    source: String.raw`\s*\n\s*`,
    why: "it is asked about a frame, which is no longer than 120 characters",
  },
  {
    file: "propose/suggest/rows/row-pattern.ts",
    source: String.raw`\s*\n\s*`,
    why: "it is asked about a frame, which is no longer than 120 characters",
  },
];

/** A pattern that is put together when it is known what to look for: samples of it, or why none is needed. */
export interface OpenException {
  readonly file: string;
  readonly samples: readonly { readonly source: string; readonly flags: string }[];
  readonly why: string;
}

const aName = "what is put in is a name without any sign of a pattern, or one whose signs are escaped";
const tool = String.raw`["']?v?(\d+(?:\.\d+){0,2})(?![\w.]|-\d)`;

export const openExceptions: readonly OpenException[] = [
  {
    file: "findings/covering-help.ts",
    samples: [
      { source: String.raw`^[ \t]*"version": "[0-9][0-9A-Za-z.+-]*",`, flags: "gm" },
      { source: "npm install pebble@[0-9][0-9A-Za-z.+-]*", flags: "gm" },
    ],
    why: "what stands around a version is escaped, and at most 52 characters long",
  },
  {
    file: "release/find/release-invocation.ts",
    samples: [{ source: String.raw`\boptions\.(\w+)`, flags: "g" }],
    why: aName,
  },
  {
    file: "repository/files/ignore-hint.ts",
    samples: [{ source: String.raw`(?:^|/)dist(?:/|$)|\.log(?:/|$)`, flags: "" }],
    why: aName,
  },
  {
    file: "sandbox/workflow/admitted-actor.ts",
    samples: [
      {
        source: String.raw`["']?(?:\$\{?(?:GITHUB_ACTOR|ACTOR)\}?(?!\w))["']?\s{1,10}==?\s{1,10}["']?([A-Za-z\d][A-Za-z\d-]{0,38})["']?`,
        flags: "u",
      },
    ],
    why: aName,
  },
  {
    file: "judge/owner/names.ts",
    samples: [{ source: String.raw`(?<![\w@/-])(?:lumen|@lumen/web-kit)(?![\w-])`, flags: "iu" }],
    why: aName,
  },
  {
    file: "rules/shared/lists/listable-set.ts",
    samples: [
      { source: String.raw`^[ \t]*"name"\s*:\s*"`, flags: "m" },
      { source: String.raw`^[ \t]*name\s*=\s*"`, flags: "m" },
    ],
    why: "these are the only ones",
  },
  {
    file: "release/script/may-hold-uncalled.ts",
    samples: [{ source: String.raw`(?<!\bfunction\*? )(?<![\w$])bump\(`, flags: "u" }],
    why: aName,
  },
  {
    file: "release/tools/shared/patterns/foreign-pattern.ts",
    samples: [],
    why: "the pattern is that of a configuration, and a search with it is ended after a second",
  },
  {
    file: "release/tools/shared/patterns/translated-pattern.ts",
    samples: [],
    why: "the pattern is only handed to the search that is ended after a second",
  },
  {
    file: "release/tools/semantic-release/replacements.ts",
    samples: [],
    why: "the pattern is only handed to the search that is ended after a second",
  },
  {
    file: "release/script/script-pattern.ts",
    samples: [],
    why: "the pattern is that of a release script, and a search with it is ended after half a second",
  },
  {
    file: "rules/shared/toolchains/toolchain.ts",
    samples: [
      { source: String.raw`\b(?:GO_VERSION|GOLANG_VERSION)["']?[ \t]{0,9}[:=][ \t]{0,9}${tool}`, flags: "g" },
      { source: String.raw`^[ \t]*["']?node-version["']?:[ \t]{1,9}${tool}`, flags: "gm" },
      { source: String.raw`(?<![\w/-])pnpm@${tool}`, flags: "g" },
      {
        source: String.raw`uses:[ \t]{1,9}pnpm/action-setup@[^\n]{0,200}\n(?:[^\n]{0,200}\n){0,4}?[ \t]{0,80}version:[ \t]{1,9}${tool}`,
        flags: "g",
      },
    ],
    why: aName,
  },
  { file: "sandbox/guest/structured-clone.js", samples: [], why: sandboxed },
  {
    file: "release/tools/bumpp/write-file.ts",
    samples: [{ source: String.raw`(\b|v)1\.2\.3\-rc\.1\b`, flags: "g" }],
    why: "the text in it is that of a version",
  },
  {
    file: "propose/suggest/rows/row-pattern.ts",
    samples: [
      { source: String.raw`^lumen@(?<version>\d+\.\d+\.\d+(?:-\w+(?:\.\w+)*)?)`, flags: "gmd" },
      { source: String.raw`("@lumen\/[^"]+"\s+)version: "(?<version>\d[^"]*)"`, flags: "gd" },
    ],
    why: aName,
  },
];
