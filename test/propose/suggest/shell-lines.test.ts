import { expect, test } from "vitest";
import { lineStyleOf } from "../../../src/propose/suggest/lines/line-style.ts";
import { repaired } from "./repaired.ts";

const lumen = {
  "package.json": '{\n  "name": "lumen",\n  "version": "1.4.2"\n}\n',
  "web/package.json": '{\n  "name": "lumen-web",\n  "version": "1.4.2"\n}\n',
};

function script(line: string): string {
  return `#!/usr/bin/env bash\nset -euo pipefail\nversion="$1"\n${line}\necho "v$version"\n`;
}

test.each([
  [
    "sed with a backup",
    `sed -i.bak "s/\\"version\\": .*/\\"version\\": \\"$version\\"/" package.json && rm package.json.bak`,
    `+sed -E -i.bak 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\\1'"$version"'\\2|' web/package.json && rm web/package.json.bak`,
  ],
  [
    "extended sed",
    `  sed -E -i 's/("version": ").*"/\\1'"$version"'"/' ./package.json`,
    `+  sed -E -i 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\\1'"$version"'\\2|' web/package.json`,
  ],
  [
    "perl",
    `perl -pi -e "s/\\"version\\": .*/\\"version\\": \\"$version\\"/" package.json`,
    `+perl -pi -e 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\${1}'"$version"'\${2}|' web/package.json`,
  ],
])("a line of %s is added in its style, and the release writes the place by it", async (_, line, added) => {
  const { changes, repairs, after } = await repaired({ ...lumen, "scripts/bump-version.sh": script(line) });
  expect(repairs).toEqual(["line: web/package.json"]);
  expect(changes).toEqual([added]);
  expect(after).toContain("covered web/package.json 1.4.2");
});

test("a recipe of make and a step of a workflow get a line, too", async () => {
  const recipe = `\t@sed -i 's/"version": .*/"version": "$(VERSION)"/' package.json`;
  const made = await repaired({ ...lumen, Makefile: `bump-version:\n${recipe}\n\techo done\n` });
  expect(made.changes).toEqual([
    `+\t@sed -E -i 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\\1'"$(VERSION)"'\\2|' web/package.json`,
  ]);
  const step = `          sed -i 's/"version": .*/"version": "\${{ inputs.version }}"/' package.json`;
  const stepped = await repaired({
    ...lumen,
    ".github/workflows/release.yml": `on:\n  workflow_dispatch:\n    inputs:\n      version:\n        required: true\njobs:\n  bump:\n    runs-on: ubuntu-latest\n    steps:\n      - run: |\n${step}\n          git commit -am release\n`,
  });
  expect(stepped.changes).toEqual([
    `+          sed -E -i 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\\1'"\${{ inputs.version }}"'\\2|' web/package.json`,
  ]);
});

test("what does more than rewrite one file by a version is no model", () => {
  for (const line of [
    'sed -i "s/a/$v/" a.txt b.txt',
    'sed "s/a/$v/" a.txt > b.txt',
    'sed -i "s/a/b/" a.txt',
    'if sed -i "s/a/$v/" a.txt; then',
    'echo "$v" > a.txt',
    'sed -i "s/a/$v/" "$file"',
  ])
    expect(lineStyleOf(line, "a.txt"), line).toBeNull();
});

const inFunction = (body: string, calls: string): string =>
  `#!/usr/bin/env bash
set -euo pipefail
version="$1"
bump() {
${body}
}
${calls}
`;
const version = '"version": ';

test.each([
  ["its argument", `  sed -i "s/\\"version\\": .*/\\"version\\": \\"$version\\"/" "$1"`, "bump package.json"],
  [
    "a local variable",
    `  local file="$1" new="$2"\n  sed -i.bak "s/\\"version\\": .*/\\"version\\": \\"$new\\"/" "$file" && rm "$file.bak"`,
    'bump package.json "$version"',
  ],
])("a function that rewrites the file of %s is called for another one", async (_, body, call) => {
  const { changes, repairs, after } = await repaired({
    ...lumen,
    "scripts/bump-version.sh": inFunction(body, `${call}\necho done`),
  });
  expect(repairs).toEqual(["line: web/package.json"]);
  expect(changes).toEqual([`+${call.replace("package.json", "web/package.json")}`]);
  expect(after).toContain("covered web/package.json 1.4.2");
});

test("a file to which the function does not fit gets a line of its own behind the calls", async () => {
  const { changes, repairs, after } = await repaired({
    "package.json": lumen["package.json"],
    "pyproject.toml": '[project]\nname = "lumen"\nversion = "1.4.2"\n',
    "scripts/bump-version.sh": inFunction(
      `  local file="$1" new="$2"\n  sed -i "s/\\"version\\": .*/\\"version\\": \\"$new\\"/" "$file"`,
      '  bump package.json "$version"',
    ),
  });
  expect(repairs).toEqual(["line: pyproject.toml"]);
  expect(changes).toEqual([
    `+  sed -E -i 's|(^[[:space:]]*version = ")[0-9][0-9A-Za-z.+-]*(")|\\1'"$version"'\\2|' pyproject.toml`,
  ]);
  expect(after).toContain("covered pyproject.toml 1.4.2");
});

test("a loop over files gets another word", async () => {
  const { changes, repairs } = await repaired({
    ...lumen,
    "scripts/bump-version.sh": script(
      `for file in package.json; do\n  sed -i "s/\\"version\\": .*/\\"version\\": \\"$version\\"/" "$file"\ndone`,
    ),
  });
  expect(repairs).toEqual(["line: web/package.json"]);
  expect(changes).toEqual([
    "-for file in package.json; do",
    "+for file in package.json web/package.json; do",
  ]);
});

test.each([
  [
    "a delimiter",
    `d='|'\nsed -i "s$d${version.replaceAll('"', '\\"')}.*$d${version.replaceAll('"', '\\"')}\\"$version\\"$d" package.json`,
    `+sed -E -i 's|(^[[:space:]]*"version": ")[0-9][0-9A-Za-z.+-]*(")|\\1'"$version"'\\2|' web/package.json`,
  ],
  [
    "the whole script of sed",
    `edit="s/\\"version\\": .*/\\"version\\": \\"$version\\"/"\nsed -i "$edit" package.json`,
    '+sed -i "$edit" web/package.json',
  ],
])("%s that a variable holds is not taken for the version", async (_, lines, added) => {
  const { changes, after } = await repaired({ ...lumen, "scripts/bump-version.sh": script(lines) });
  expect(changes).toEqual([added]);
  expect(after).toContain("covered web/package.json 1.4.2");
});
