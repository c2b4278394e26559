import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../config/temporary-repository.ts";
import { run, transcript } from "./command-line.ts";

test("the help shows commands, options, examples and exit codes", async () => {
  await expect(transcript(temporaryFolder({}), ["--help"])).toMatchFileSnapshot("__transcripts__/help.md");
});

describe("what is not understood is refused with exit code 2 and what was probably meant", () => {
  test.each([
    [["--formt", "json"], "unknown option '--formt'\n(Did you mean --format?)"],
    [["--format", "jsn"], "Did you mean json?"],
    [["--format", "json:"], "There is no file name behind json:"],
    [["--fail-on", "warn"], "The choices are error, warning, note, never."],
    [["--color", "alway"], "Did you mean always?"],
    [["list", "--verdict", "covered,stal"], "Did you mean stale?"],
    [["list", "--kind", "dependancy"], "Did you mean dependency?"],
    [["explain"], "missing required argument 'place'"],
    [[".", "more"], "too many arguments"],
  ])("%j", (args, message) => {
    const { stdout, stderr, code } = run(temporaryFolder({}), args);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });
});
