// Stands in for `prompts`.

import { askAny } from "../prompting.js";

async function prompts(questions, { onSubmit } = {}) {
  const answers = {};
  let previous;
  for (const question of Array.isArray(questions) ? questions : [questions]) {
    const settled = {};
    for (const [name, value] of Object.entries(question)) {
      const isAsked =
        typeof value === "function" &&
        !["onRender", "onState", "format", "validate", "suggest"].includes(name);
      settled[name] = isAsked ? await value(previous, { ...answers }, question) : value;
    }
    if (!settled.type) continue;
    const answer = askAny(settled);
    previous = typeof settled.format === "function" ? await settled.format(answer, { ...answers }) : answer;
    answers[settled.name] = previous;
    if ((await onSubmit?.(question, previous, answers)) === true) break;
  }
  return answers;
}

prompts.prompt = prompts;
prompts.prompts = {};
prompts.inject = () => {};
prompts.override = () => {};

export default prompts;
export { prompts as "module.exports", prompts as prompt };
