import { describe, expect, it } from "vitest";
import { printed, rehearseFiles } from "./rehearse-files.ts";

describe("questions to the user", () => {
  it.each([
    [
      'import readline from "node:readline"; const rl = readline.createInterface({ input: process.stdin }); rl.question("Release? (yes/no) ", (a) => { console.log(a); rl.close(); });',
      "yes",
    ],
    [
      'import { createInterface } from "node:readline/promises"; const rl = createInterface({ input: process.stdin }); console.log(await rl.question("Push (y/N) ")); rl.close();',
      "y",
    ],
    [
      'import prompts from "prompts"; const { v, ok } = await prompts([{ type: "text", name: "v", message: "New version" }, { type: (prev) => (prev ? "confirm" : null), name: "ok", message: "Sure" }]); console.log(v, ok);',
      "9.8.7 true",
    ],
    [
      'import inquirer from "inquirer"; console.log(await inquirer.prompt([{ type: "list", name: "r", message: "Which", choices: ["patch (9.8.6)", { name: "next 9.8.7", value: "next" }] }, { name: "tag", message: "Tag", default: "latest", when: ({ r }) => r === "next" }]));',
      "{ r: 'next', tag: 'latest' }",
    ],
    [
      'import { prompt } from "enquirer"; console.log(await prompt({ type: "confirm", name: "yes", message: "Sure?" }));',
      "{ yes: true }",
    ],
    [
      'import { prompt } from "enquirer"; console.log((await prompt({ type: "select", name: "r", message: "Which", choices: ["patch (1.0.1)", "custom"] })).r);',
      "custom",
    ],
    [
      'import { confirm, input, select } from "@inquirer/prompts"; console.log(await confirm({ message: "?" }), await input({ message: "Name", default: "n" }), await select({ message: "?", choices: [{ value: 1 }, { value: 2 }], default: 2 }));',
      "true n 2",
    ],
    [
      'import * as p from "@clack/prompts"; p.intro("hi"); console.log(await p.select({ message: "?", options: [{ value: "a", label: "A" }, { value: "b", label: "to 9.8.7" }] }), p.isCancel("b")); p.outro("bye");',
      "b false",
    ],
    [
      'import * as p from "@clack/prompts"; p.box("text", "title"); const bar = p.progress(); bar.start("a"); bar.advance(1, "b"); bar.stop("c"); p.taskLog({ title: "d" }).success("e"); console.log(await p.autocomplete({ message: "?", options: [{ value: "a" }, { value: "9.8.7" }] }), p.isTTY());',
      "9.8.7 false",
    ],
  ])("are answered and shown in the log: %s", async (script, answer) => {
    const rehearsal = await rehearseFiles({ "bump.mjs": script });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toContain(`${answer}\n`);
    expect(printed(rehearsal)).toMatch(/^\? /m);
  });
});
