// Stands in for `enquirer`.

import { askAny } from "../prompting.js";

export async function prompt(questions) {
  const answers = {};
  for (const given of Array.isArray(questions) ? questions : [questions]) {
    const question = typeof given === "function" ? await given() : given;
    const settled = {};
    for (const [name, value] of Object.entries(question)) {
      const isAsked =
        typeof value === "function" && ["type", "message", "initial", "choices", "skip"].includes(name);
      settled[name] = isAsked ? await value(answers) : value;
    }
    if (settled.skip === true) continue;
    const answer = askAny(settled);
    answers[settled.name] = typeof settled.result === "function" ? await settled.result(answer) : answer;
  }
  return answers;
}

/** `new Confirm({ message }).run()` and its kin. */
function promptClass(type) {
  return class {
    constructor(options) {
      this.options = options;
    }

    async run() {
      return askAny({ ...this.options, type });
    }
  };
}

export const Confirm = promptClass("confirm");
export const Input = promptClass("input");
export const MultiSelect = promptClass("multiselect");
export const Select = promptClass("select");
export const Toggle = promptClass("toggle");

export default class Enquirer {
  static prompt = prompt;
  static Confirm = Confirm;
  static Input = Input;
  static MultiSelect = MultiSelect;
  static Select = Select;
  static Toggle = Toggle;

  prompt(questions) {
    return prompt(questions);
  }
}

export { Enquirer as "module.exports" };
