import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attack, forgetful, type Try, within } from "./try.ts";

/** Ways to make the tool write; `out` is a committed link in each. */
const writing: Readonly<Record<string, readonly string[]>> = {
  "a SARIF report": ["--format", "sarif:out"],
  "a JSON report": ["--format", "json:out"],
  "a JUnit report": ["--format", "junit:out"],
  "a Markdown report": ["--format", "markdown:out"],
  "a report of --output": ["--format", "json", "--output", "out"],
  "a diff": ["diff", "--to", "2.0.0", "--output", "out"],
  repairs: ["suggest", "--output", "out"],
  "a list": ["list", "--format", "json", "--output", "out"],
  "an explanation": ["explain", "package.json:3", "--format", "json", "--output", "out"],
  "a rehearsal": ["rehearse", "--format", "json", "--output", "out"],
};

/** Nothing is written outside of the repository through a link. */
export const outside: readonly Try[] = Object.entries(writing).flatMap(([name, args]) =>
  (["a file", "a file that is not there", "a folder"] as const).map((kind) => ({
    group: "outside",
    name: `${name} through a link to ${kind}`,
    holds: () =>
      within({ "repository/x": "", ...inFolder("repository", forgetful) }, async (top) => {
        const root = join(top, "repository");
        const precious = join(top, "precious");
        if (kind === "a file") writeFileSync(precious, "precious");
        if (kind === "a folder") mkdirSync(precious);
        symlinkSync("../precious", join(root, kind === "a folder" ? "linked" : "out"));
        const given =
          kind === "a folder" ? args.map((arg) => arg.replace(/(^|:)out$/, "$1linked/out")) : args;
        const { code, stderr } = await attack(root, given);
        if (kind === "a file" && readFileSync(precious, "utf8") !== "precious") return "it was overwritten";
        if (kind === "a file that is not there" && existsSync(precious)) return "it was made";
        if (kind === "a folder" && existsSync(join(precious, "out"))) return "it was made";
        return code === 2 ? null : `ended with ${code}\n${stderr}`;
      }),
  })),
);

function inFolder(folder: string, files: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}
