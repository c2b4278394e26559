import { expect, test } from "vitest";
import { rehearseFiles } from "./rehearse-files.ts";

const native =
  'rehearse natively with command = "./release.sh {version} now" and --engine command, or answer it under [release.answers] where it only prints';

test.each([
  ["python3 - <<'END'\nprint(1)\nEND", "a program in Python stands here, which is not rehearsed"],
  ["python3 -c 'print(1)'", "a program in Python stands here, which is not rehearsed"],
  ["ruby -e 'puts 1'", "a program in Ruby stands here, which is not rehearsed"],
  ['python3 tools/set.py "$1"', "tools/set.py is a script in Python, which is not rehearsed"],
  ["python -m build", "python -m build is not rehearsed"],
  ["xmlstarlet ed x.xml", "the sandbox does not know xmlstarlet"],
])("%s ends the rehearsal, with the way out", async (line, message) => {
  const files = { "release.sh": `${line}\n`, "tools/set.py": "print(1)\n" };
  const { outcome } = await rehearseFiles(files, { entry: "release.sh", args: ["{version}", "now"] });
  expect(outcome).toMatchObject({ ended: "stopped", message, help: native, origin: { line: 1 } });
});

test("a step of a workflow in another language names what to do instead", async () => {
  const path = ".github/workflows/release.yml";
  const workflow = `on: workflow_dispatch
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: |
          echo
          python3 - <<END
          END
`;
  const { outcome } = await rehearseFiles({ [path]: workflow }, { workflow: path });
  expect(outcome).toMatchObject({
    message: "a program in Python stands here, which is not rehearsed",
    help: expect.stringMatching(/^put the steps of the release into a script and rehearse that natively/),
    origin: { path, line: 8 },
  });
});

test("a script that is started and cannot be followed is recorded with the reason", async () => {
  const files = {
    "release.sh": "node set.js\nbash set.sh\n",
    "set.js": 'require("acme");\n',
    "set.sh": "ruby x.rb\n",
  };
  const { commands } = await rehearseFiles(files, { entry: "release.sh" });
  expect(commands.map(({ command, why }) => [command, why])).toEqual([
    ["node set.js", "the script needs the package `acme`, which no package.json names"],
    ["bash set.sh", "x.rb is a script in Ruby, which is not rehearsed"],
  ]);
});
