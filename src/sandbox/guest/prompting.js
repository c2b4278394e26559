// Questions to the user. The host answers them, so that every library answers alike.

import { request } from "./host.js";

export function askText(message, initial) {
  return request(
    "prompt.answer",
    String(message),
    "text",
    initial === undefined ? null : String(initial),
    [],
  );
}

export function askConfirm(message) {
  return request("prompt.answer", String(message), "confirm", null, []);
}

/** Gives the value of a choice. A choice is a text, or an object with a value and a name, title, label or message. */
export function askSelect(message, choices, initial) {
  const list = choices.filter((choice) => choice?.type !== "separator" && choice?.disabled !== true);
  const named = list.findIndex((choice) => valueOfChoice(choice) === initial);
  const preset = named === -1 && typeof initial === "number" ? initial : named;
  const names = list.map(
    (choice) => `${nameOf(choice)} ${typeof valueOfChoice(choice) === "string" ? valueOfChoice(choice) : ""}`,
  );
  const index = request("prompt.answer", String(message), "select", Math.max(preset, 0), names);
  return valueOfChoice(list[index]);
}

/** Gives the values that are chosen beforehand. */
export function askMany(message, choices) {
  const chosen = choices.filter((choice) => choice?.checked === true || choice?.selected === true);
  request("prompt.answer", String(message), "multiselect", null, choices.map(nameOf));
  return chosen.map(valueOfChoice);
}

/** Asks one question of a kind that any of the libraries knows. */
export function askAny({ type, message, initial, default: fallback, choices, options }) {
  const preset = initial ?? fallback;
  const list = choices ?? options ?? [];
  switch (type) {
    case "confirm":
    case "toggle":
      return askConfirm(message);
    case "select":
    case "list":
    case "rawlist":
    case "expand":
    case "autocomplete":
    case "autocompleteMultiselect":
    case "search":
      return list.length > 0 ? askSelect(message, list, preset) : askText(message, preset);
    case "multiselect":
    case "checkbox":
      return askMany(message, list);
    case "number":
    case "numeral":
      return Number(preset ?? 0);
    default:
      return askText(message, preset);
  }
}

function valueOfChoice(choice) {
  return typeof choice === "object" && choice !== null ? (choice.value ?? nameOf(choice)) : choice;
}

function nameOf(choice) {
  if (typeof choice !== "object" || choice === null) return String(choice);
  return String(choice.title ?? choice.label ?? choice.message ?? choice.name ?? choice.value);
}
