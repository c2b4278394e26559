/** A version inside a longer text, and the UTF-16 offset in that text at which it starts. */
export interface FoundVersion {
  readonly version: string;
  readonly at: number;
}

/** What a requirement is made of, as sticky patterns. */
interface RequirementGrammar {
  readonly operator: RegExp;
  readonly version: RegExp;
  /** What a version may end with that is no part of it. */
  readonly ending: RegExp;
  readonly wildcards: RegExp;
  readonly separators: RegExp;
}

/** https://github.com/npm/node-semver#range-grammar */
const semverGrammar: RequirementGrammar = {
  operator: /(?:\^|~>?|!=|[<>]=?|={1,3})?[ \t]*v?/y,
  version: /\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]*[0-9A-Za-z])?/y,
  ending: /(?!)/u,
  wildcards: /(?:\.?[xX*])*/y,
  separators: /(?:[ \t,|]|-[ \t])*/y,
};

/** https://packaging.python.org/en/latest/specifications/version-specifiers/ */
const pythonGrammar: RequirementGrammar = {
  operator: /(?:~=|={2,3}|!=|[<>]=?|\^|~)?[ \t]*v?/y,
  version: /\d[0-9A-Za-z.+!_-]*/y,
  ending: /[.+_-]$/u,
  wildcards: /\*?/y,
  separators: /[ \t,|]*/y,
};

/**
 * The versions in a requirement as npm, Cargo and Poetry write them, partial ones such as `1` and `0.30` included:
 * `^1.2.3`, `>=1.2, <2`, `1.0.0 - 2.0.0`, `18 || 20`, `1.2.x` (gives `1.2`). Gives nothing when any part of the text
 * is something else, for example a dist-tag or a path, and nothing for `*`.
 */
export function semverRequirement(text: string): readonly FoundVersion[] {
  return versionsIn(text, semverGrammar);
}

/**
 * The versions in a Python requirement: `>=1.8,<2.0`, `==1.2.*` (gives `1.2`), `~=1.4.5rc1`, Poetry's `^1.2` too.
 * Gives nothing when any part of the text is something else.
 */
export function pythonRequirement(text: string): readonly FoundVersion[] {
  return versionsIn(text, pythonGrammar);
}

function versionsIn(text: string, grammar: RequirementGrammar): readonly FoundVersion[] {
  const { operator, version, ending, wildcards, separators } = grammar;
  const found: FoundVersion[] = [];
  let at = endOf(separators, text, 0);
  while (at < text.length) {
    const start = endOf(operator, text, at);
    const numberEnd = endOf(version, text, start);
    const end = endOf(wildcards, text, numberEnd);
    if (end === start) return [];
    if (numberEnd > start)
      found.push({ version: text.slice(start, numberEnd).replace(ending, ""), at: start });
    at = endOf(separators, text, end);
    if (at === end && at < text.length) return [];
  }
  return found;
}

/** The version that starts at an offset of a text, with or without a leading `v`; null when there is none. */
export function versionAt(text: string, offset: number): FoundVersion | null {
  const at = text[offset] === "v" ? offset + 1 : offset;
  const end = endOf(semverGrammar.version, text, at);
  return end === at ? null : { version: text.slice(at, end), at };
}

/** The offset at which a sticky pattern that is tried at `at` ends; `at` itself when it does not match. */
function endOf(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
