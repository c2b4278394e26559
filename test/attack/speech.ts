import { execFileSync } from "node:child_process";
import { attack, forgetful, type Try, within } from "./try.ts";

/** What would move a cursor, turn text around, end a line or be taken for a command, in names and in contents. */
const hostile: Readonly<Record<string, string>> = {
  "an escape sequence": "\u001b[31mred\u001b]0;title\u0007",
  "a control of eight bits": "\u009b31m\u0085",
  "a bidirectional override": "\u202egnp.\u2066x",
  "a line separator": "a\u2028::error::b\u2029",
  "a line break with a workflow command": "a\n::error::forged\n::stop-commands::x",
  "a workflow command of the first kind": "##[add-mask]forged",
  markup: "<img src=x onerror=alert(1)>|`[a](javascript:b)",
  "a carriage return": "a\r::add-mask::b",
};

const commands: readonly (readonly string[])[] = [
  ["--format", "text"],
  ["--format", "json"],
  ["--format", "github"],
  ["--format", "sarif"],
  ["--format", "junit"],
  ["--format", "markdown"],
  ["list"],
  ["list", "--format", "json"],
  ["rehearse"],
  ["suggest"],
  ["diff", "--to", "2.0.0"],
  ["no such command \u001b[31m\n::error::forged"],
];

/** Nothing that stands in a repository may speak as the tool. */
export const speech: readonly Try[] = Object.entries(hostile).flatMap(([name, text]) =>
  commands.map((args) => ({
    group: "speech",
    name: `${name} in names and texts: ${args.join(" ").replace(/[^ -~]/g, "?")}`,
    holds: () =>
      within(repositoryWith(text), async (root) => {
        execFileSync("git", ["init", "--quiet"], { cwd: root });
        const { stdout, stderr, code } = await attack(root, args, { GITHUB_ACTIONS: "true" });
        if (code === null || stderr.includes("itself failed")) return `ended with ${code}\n${stderr}`;
        return said(stdout, args) ?? said(stderr, []);
      }),
  })),
);

function repositoryWith(text: string) {
  const name = text.replaceAll("/", "_");
  const json = JSON.stringify({ name: `@acme/${text}`, version: "1.4.2", description: text }, null, 2);
  return {
    ...forgetful,
    [`packages/${name}/package.json`]: json,
    [`packages/${name}/VERSION ${name}`]: `${text} acme 1.4.2 ${text}\n`,
    "scripts/release.mjs": `${forgetful["scripts/release.mjs"]}\nconsole.log(${JSON.stringify(text)});\nconsole.error(${JSON.stringify(text)});\n`,
  };
}

/** A patch quotes its paths as git does, and its lines are those of the files. */
function said(output: string, args: readonly string[]): string | null {
  const isPatch = ["diff", "suggest"].includes(args[0] ?? "");
  const lines = output.split("\n").filter((line) => !(isPatch && /^[-+ ]/.test(line)));
  const raw = lines.find((line) =>
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(line),
  );
  if (raw !== undefined) return `a raw control: ${JSON.stringify(raw)}`;
  const forged = lines.find(
    (line) => /^\s*::(?:error::forged|stop-commands::x$|add-mask::b)/.test(line) || line.includes("##["),
  );
  return forged === undefined ? null : `a forged command: ${JSON.stringify(forged)}`;
}
