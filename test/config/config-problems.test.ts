import { describe, expect, test } from "vitest";
import { AuditError } from "../../src/audit-error.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const release = '[[release]]\nname = "cut"\nentry = "release.js"\n';

/** What a configuration is refused with, as `line:column message / help`. */
function refusal(text: string): string {
  const repository = temporaryRepository({ "release.js": "", "version-audit.toml": text });
  try {
    loadConfig(repository, { rules: ["stale-after-bump", "already-stale"] });
  } catch (error) {
    if (!(error instanceof AuditError)) throw error;
    expect(error.path).toBe("version-audit.toml");
    return `${error.line}:${error.column} ${error.message} / ${error.help}`;
  }
  return "accepted";
}

describe("a configuration that is wrong is refused at its place", () => {
  test.each([
    [release, "accepted"],
    [`${release}argz = []`, '4:1 unknown key "argz" in [[release]] / Did you mean "args"?'],
    [
      `${release}\n[prodct]\nnames = ["A"]`,
      '5:1 unknown key "prodct" in the configuration / Did you mean "product"?',
    ],
    [
      `${release}\n# product\n[product] # name\n  "nmaes" = ["A"]`,
      '7:4 unknown key "nmaes" in [product] / Did you mean "names"?',
    ],
    [
      `${release}[[ignore]]\npath = "a"\nreason = "b"\n[[ignore]]\npath = "c"`,
      '7:1 [[ignore]] lacks "reason" / Add reason = … to this table.',
    ],
    [
      `ignore = [{ path = "a", reason = "b" }, { path = "c" }]\n${release}`,
      '1:41 [[ignore]] lacks "reason" / Add reason = … to this table.',
    ],
    [
      `${release}[[ignore]]\npath = "a"\nreason = ""`,
      '6:10 "reason" in [[ignore]]: a reason is required / Correct this entry.',
    ],
    [
      `${release}[[ignore]]\npath = "a"\nreason = "\u3164\uffa0"`,
      '6:10 "reason" in [[ignore]]: a reason is required / Correct this entry.',
    ],
    [
      `${release}args = ["--version", 3]`,
      "4:22 release[0].args[1] must be string, not 3 / Write a value of this form: string.",
    ],
    [
      `${release}command = "make release"`,
      "1:1 [[release]]: needs exactly one of entry, module, target, workflow, command, tool and history / Correct this entry.",
    ],
    [
      `${release}${release}`,
      '5:8 the name "cut" is that of another [[release]] / Give each release a name of its own.',
    ],
    [
      `${release}timeoutSeconds = inf`,
      '4:18 "timeoutSeconds" in [[release]]: must be at most 86400 / Correct this entry.',
    ],
    [
      `${release}memoryMiB = 4096`,
      '4:13 "memoryMiB" in [[release]]: must be at most 2048 / Correct this entry.',
    ],
    ...["__proto__", "constructor", "prototype"].flatMap((key): [string, string][] => [
      [`${release}[rules]\n${key} = "off"`, `5:1 unknown key "${key}" in [rules] / Remove it.`],
      [
        `${release}[release.env]\nA = "b"\n${key} = "c"`,
        `6:1 unknown key "${key}" in [release.env] / Remove it.`,
      ],
      [
        `${release}answers = { "${key}" = "c" }`,
        `4:14 unknown key "${key}" in [release.answers] / Remove it.`,
      ],
    ]),
    [
      `${release}toString = "a"`,
      expect.stringMatching(/^4:1 unknown key "toString" in \[\[release\]\] \/ Remove it/),
    ],
    [
      `${release}[constructor]\nname = "a"`,
      expect.stringMatching(/^4:1 unknown key "constructor" in the configuration \/ Remove it/),
    ],
    [`${release}[release.env]\ntoString = "a"`, "accepted"],
    [
      `[[release]]\nname = "cut"\nmodule = "release.js"\ncalls = [{ function = "cut", args = [{ constructor = 1 }] }]`,
      "accepted",
    ],
    [
      `${release}[rules]\nstale-after-bump = "fatal"`,
      '5:20 rules.stale-after-bump must be one of "error", "warning", "note", "off", not "fatal" / Remove it, or use one of error, warning, note, off.',
    ],
    [
      `${release}[rules]\nstale-after-bump = "eror"`,
      '5:20 rules.stale-after-bump must be one of "error", "warning", "note", "off", not "eror" / Did you mean "error"?',
    ],
    [
      `${release}[rules]\nstale-after-bunp = "off"`,
      '5:1 unknown rule "stale-after-bunp" in [rules] / Did you mean "stale-after-bump"?',
    ],
    [`preset = "rivt"\n${release}`, '1:10 unknown preset "rivt" / Did you mean "rivet"?'],
    [
      `${release}[[couple]]\nname = "x"\nmembers = []`,
      '6:1 "members" in [[couple]]: needs at least two members / Correct this entry.',
    ],
    [
      '[[release]]\nname = "cut"\nentry = "scripts/release.js"',
      '3:9 the release "cut" names scripts/release.js, which is not in the repository / Did you mean "release.js"?',
    ],
  ])("%s", (text, expected) => {
    expect(refusal(text)).toEqual(expected);
  });

  test("the first of several problems is told, with the count of the rest", () => {
    expect(refusal(`${release}argz = []\n[[ignore]]\npath = "a"\n[x]\ny = 1`)).toBe(
      '4:1 unknown key "argz" in [[release]] (and 2 more problems) / Did you mean "args"?',
    );
  });

  test("TOML that does not parse is told with line and column", () => {
    expect(refusal(`${release}args = [\n`)).toMatch(
      /^5:1 Does not parse as TOML at line 5, column 1: .+toml\.io/,
    );
    expect(refusal(`\uFEFF${release}args = 2026-13-45\n`)).toMatch(/^4:\d+ Does not parse as TOML at line 4/);
  });

  test("a file that is not there is told by its own name", () => {
    const repository = temporaryRepository({ "release.js": "" });
    expect(() => loadConfig(repository, { file: "/no/such/file.toml" })).toThrow(
      expect.objectContaining({ name: "AuditError", path: "/no/such/file.toml", line: null }),
    );
  });
});
