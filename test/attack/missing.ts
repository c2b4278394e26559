import { attack, type Files, forgetful, start, type Try, within } from "./try.ts";

const script = forgetful["scripts/release.mjs"] ?? "";
const config = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';
const lockfile =
  '{ "name": "acme", "version": "1.4.2", "lockfileVersion": 3, "packages": { "": { "version": "1.4.2" }';

/** A release that forgets nothing, so that only what is missing could be spoken of. */
const whole: Files = {
  ...forgetful,
  "scripts/release.mjs": script.replace('"package.json", ', '"package.json", "packages/api/package.json", '),
};

/** The same, and then one more command, whose script is there if it needs one. */
function starting(line: string): Files {
  const text = `import { execSync } from "node:child_process";\n${whole["scripts/release.mjs"]}execSync(${JSON.stringify(line)});\n`;
  return { "scripts/release.mjs": text, "version-audit.toml": config, "undo.py": "print(1)\n" };
}

interface Missing {
  readonly name: string;
  readonly files?: Files;
  /** Commands of git in the committed repository. */
  readonly git?: readonly (readonly string[])[];
  /** What the report must say, on either stream. */
  readonly says: RegExp;
  readonly code: number;
}

const commit = [
  "-c",
  "user.name=A",
  "-c",
  "user.email=a@example.invalid",
  "commit",
  "--quiet",
  "--message=x",
];
const lines = Array.from({ length: 1_000_000 }, (_, index) => `, "node_modules/p${index}": {}`);

const missing: readonly Missing[] = [
  {
    name: "a nested repository",
    git: [["init", "--quiet", "inner"]],
    says: /inner is a repository of its own/u,
    code: 0,
  },
  {
    name: "references in a format that git does not know",
    git: [
      ["config", "core.repositoryformatversion", "1"],
      ["config", "extensions.refStorage", "acme"],
    ],
    says: /no tag is known, because git gave no list/u,
    code: 0,
  },
  {
    name: "a native release beside one of the sandbox",
    files: {
      "version-audit.toml": `${config}[[release]]\nname = "native"\ncommand = "sh x.sh {version}"\n`,
    },
    says: /the release native was not rehearsed/u,
    code: 0,
  },
  {
    name: "look-alike files of a preset, before a forgotten package",
    files: {
      "Cargo.toml": "# Rivet Gaming, LLC\n[workspace]\nmembers = []\n",
      "package.json":
        '{\n  "name": "rivet-like",\n  "version": "1.4.2",\n  "workspaces": ["packages/*"]\n}\n',
      "scripts/release.mjs": script,
      "version-audit.toml": config,
    },
    says: /@acme\/api stays at 1\.4\.2/u,
    code: 1,
  },
  {
    name: "a lockfile of a million lines, before a forgotten package",
    files: { "scripts/release.mjs": script, "package-lock.json": `${lockfile}${lines.join("\n")} } }\n` },
    says: /@acme\/api stays at 1\.4\.2/u,
    code: 1,
  },
  {
    name: "a lockfile on one line, before a forgotten package",
    files: {
      "scripts/release.mjs": script,
      "package-lock.json": `${lockfile}${lines.slice(0, 400_000).join("")} } }\n`,
    },
    says: /@acme\/api stays at 1\.4\.2/u,
    code: 1,
  },
  ...[
    "python3 undo.py",
    "patch -p1 -i undo.patch",
    "acme-tool --undo",
    "hg revert --all",
    "git -c alias.undo='checkout -- .' undo",
    "git --git-dir=.git --work-tree=. checkout -- .",
    "git frobnicate",
  ].map((line) => ({
    name: `${line} behind the writes`,
    files: starting(line),
    says: /cannot be followed and may change files again/u,
    code: 0,
  })),
  ...[
    "git rm -rf packages",
    "git mv package.json old.json",
    "git read-tree -u --reset HEAD",
    "git checkout-index -a -f",
  ].map((line) => ({
    name: `${line} behind the writes`,
    files: starting(line),
    says: /not-rehearsed/u,
    code: 2,
  })),
];

/** What an audit could not look at is said to be missing. */
export const missingThings: readonly Try[] = [
  ...missing.map(({ name, files = {}, git = [], says, code }) => ({
    group: "missing",
    name,
    holds: () =>
      within({ ...whole, ...files }, async (root) => {
        for (const args of [["init", "--quiet"], ["add", "--all"], commit, ...git])
          await start("git", args, root);
        return judged(await attack(root, []), says, code);
      }),
  })),
  {
    group: "missing",
    name: "a shallow clone without tags",
    holds: () =>
      within(whole, async (root) => {
        for (const args of [["init", "--quiet"], ["add", "--all"], commit, ["tag", "v9.0.0"]])
          await start("git", args, root);
        await start("git", [...commit, "--allow-empty"], root);
        await start("git", ["clone", "--quiet", "--depth=1", "--no-tags", `file://${root}`, "clone"], root);
        return judged(
          await attack(`${root}/clone`, []),
          /already-released.*tag-ahead.*could not be asked/u,
          0,
        );
      }),
  },
];

function judged(
  { code, stdout, stderr }: { code: number | null; stdout: string; stderr: string },
  says: RegExp,
  expected: number,
): string | null {
  const printed = stdout + stderr;
  return code === expected && says.test(printed) ? null : `ended with ${code}\n${printed.slice(-500)}`;
}
