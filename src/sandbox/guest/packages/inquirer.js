// Stands in for `inquirer`.

import { askAny } from "../prompting.js";

export class Separator {
  type = "separator";
}

export async function prompt(questions, given = {}) {
  const answers = { ...given };
  const list = Array.isArray(questions)
    ? questions
    : questions.message === undefined
      ? Object.entries(questions).map(([name, question]) => ({ name, ...question }))
      : [questions];
  for (const question of list) {
    const settled = {};
    for (const [name, value] of Object.entries(question)) {
      const isAsked = typeof value === "function" && ["message", "default", "choices", "when"].includes(name);
      settled[name] = isAsked ? await value(answers) : value;
    }
    if (settled.when === false || answers[settled.name] !== undefined) continue;
    const answer = askAny({ type: "input", ...settled });
    answers[settled.name] =
      typeof settled.filter === "function" ? await settled.filter(answer, answers) : answer;
  }
  return answers;
}

const inquirer = { Separator, prompt, createPromptModule: () => prompt, registerPrompt() {}, ui: {} };

export const { createPromptModule, registerPrompt } = inquirer;
export default inquirer;
export { inquirer as "module.exports" };
