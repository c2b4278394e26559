import { expect, test } from "vitest";
import { manifest, releasedRepository, told } from "./told.ts";

const script = (end: string) => `#!/bin/bash
set -e
sed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$1\\"/" package.json
echo "$1" > VERSION
${end}
`;
const next = `sed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$1-next\\"/" package.json
echo "$1-next" > VERSION
git commit -am "back to work"`;

function repository(end: string): string {
  return releasedRepository({
    tag: "v1.2.3",
    files: {
      "package.json": manifest({ version: "1.2.3" }),
      VERSION: "1.2.3\n",
      "scripts/release.sh": script(end),
    },
  });
}

test.each([
  `git commit -am "release $1"\n${next}`,
  `git commit -am release\ngit tag -a "v$1" -m x\n${next}`,
])("what a script writes for the time after the release is no part of it", async (end) => {
  expect(await told(repository(end))).toMatchObject({ findings: [] });
});

test("what a script undoes before it commits is said", async () => {
  const { findings } = await told(repository("echo old > VERSION"));
  expect(findings).toContain("error wrong-value VERSION:1");
});
