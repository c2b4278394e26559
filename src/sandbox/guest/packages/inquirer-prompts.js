// Stands in for `@inquirer/prompts`.

import { askConfirm, askMany, askSelect, askText } from "../prompting.js";

export { Separator } from "./inquirer.js";

export const input = async ({ message, default: preset }) => askText(message, preset);
export const confirm = async ({ message }) => askConfirm(message);
export const select = async ({ message, choices, default: preset }) => askSelect(message, choices, preset);
export const checkbox = async ({ message, choices }) => askMany(message, choices);
export const password = async ({ message }) => askText(message);
export const number = async ({ default: preset }) => preset ?? 0;

export { input as editor, select as expand, select as rawlist, select as search };
