// Stands in for `@clack/prompts`.

import { request } from "../host.js";
import { askConfirm, askMany, askSelect, askText } from "../prompting.js";

const say = (text = "") => request("run.print", "stdout", `${text}\n`);

export const text = async ({ message, initialValue, defaultValue }) =>
  askText(message, initialValue ?? defaultValue);
export const password = async ({ message }) => askText(message);
export const confirm = async ({ message }) => askConfirm(message);
export const select = async ({ message, options, initialValue }) => askSelect(message, options, initialValue);
export const multiselect = async ({ message, options }) => askMany(message, options);
export const selectKey = select;
export const autocomplete = select;
export const autocompleteMultiselect = multiselect;
export const path = text;
export const multiline = text;
export const groupMultiselect = async ({ message, options }) =>
  askMany(message, Object.values(options).flat());
export const isCancel = () => false;
export const intro = say;
export const outro = say;
export const cancel = say;
export const box = (message, title) => note(message, title);
export const isCI = () => true;
export const isTTY = () => false;
export const updateSettings = () => {};
export const note = (message, title) => say([title, message].filter(Boolean).join("\n"));
export const log = { message: say, info: say, success: say, step: say, warn: say, warning: say, error: say };

export const spinner = () => ({ start: say, stop: say, cancel: say, error: say, clear() {}, message: say });
export const progress = () => ({ ...spinner(), advance: (_, message) => say(message) });

export function taskLog({ title }) {
  say(title);
  return { message: say, success: say, error: say };
}

export async function group(prompts) {
  const results = {};
  for (const [name, ask] of Object.entries(prompts)) results[name] = await ask({ results });
  return results;
}

export async function tasks(list) {
  for (const { title, task, enabled } of list) {
    if (enabled === false) continue;
    say(title);
    await task(say);
  }
}
