import { expect, test } from "vitest";
import { rehearseFiles } from "../rehearse-files.ts";

const ending = async (line: string) =>
  (await rehearseFiles({ "release.sh": `#!/bin/bash\n${line}\n` }, { entry: "release.sh" })).outcome;

test.each([
  "export",
  "set",
  "declare -p",
  "export > /dev/null",
])("%s shows people the variables", async (line) => {
  expect(await ending(line)).toEqual({ ended: "completed", exitCode: 0 });
});

test.each(["x=$(export)", "set | grep x", "export > env.sh"])("%s ends the rehearsal", async (line) => {
  const message = expect.stringMatching(
    /^(?:export|set) without names, which prints variables, is not known$/,
  );
  expect(await ending(line)).toMatchObject({ ended: "stopped", message });
});
