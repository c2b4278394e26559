// `parseArgs` of node:util. See https://nodejs.org/api/util.html#utilparseargsconfig.

import { process } from "./node/process.js";

export function parseArgs(config = {}) {
  const { args = process.argv.slice(2), options = {}, strict = true, allowNegative = false } = config;
  const { allowPositionals = !strict, tokens: wantsTokens = false } = config;
  const values = Object.create(null);
  const positionals = [];
  const tokens = [];
  const pending = [...args];
  const store = (name, rawName, value, inlineValue) => {
    tokens.push({
      kind: "option",
      index: args.length - pending.length - 1,
      name,
      rawName,
      value,
      inlineValue,
    });
    const { multiple = false } = options[name] ?? {};
    const kept = value ?? true;
    if (multiple) values[name] = [...(values[name] ?? []), kept];
    else values[name] = kept;
  };
  while (pending.length > 0) {
    const arg = pending.shift();
    if (arg === "--") {
      positionals.push(...pending.splice(0));
    } else if (arg.startsWith("--")) {
      long(arg);
    } else if (arg.startsWith("-") && arg !== "-") {
      short(arg);
    } else {
      positionals.push(arg);
      tokens.push({ kind: "positional", index: args.length - pending.length - 1, value: arg });
    }
  }
  if (!allowPositionals && positionals.length > 0) {
    throw problem("ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL", `Unexpected argument '${positionals[0]}'`);
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.default !== undefined && values[name] === undefined) values[name] = option.default;
  }
  return { values, positionals, ...(wantsTokens && { tokens }) };

  function long(arg) {
    const equals = arg.indexOf("=");
    const name = arg.slice(2, equals === -1 ? undefined : equals);
    const inline = equals === -1 ? undefined : arg.slice(equals + 1);
    const positive = name.startsWith("no-") ? name.slice(3) : "";
    if (allowNegative && options[positive]?.type === "boolean" && options[name] === undefined) {
      values[positive] = false;
      return;
    }
    take(name, `--${name}`, inline);
  }

  function short(arg) {
    const letters = arg.slice(1);
    for (let at = 0; at < letters.length; at++) {
      const [name] = Object.entries(options).find(([, option]) => option.short === letters[at]) ?? [
        letters[at],
      ];
      const rest = letters.slice(at + 1);
      if (options[name]?.type === "string" && rest !== "") return store(name, `-${letters[at]}`, rest, true);
      take(name, `-${letters[at]}`, undefined);
    }
  }

  function take(name, rawName, inline) {
    const option = options[name];
    if (strict && option === undefined) {
      throw problem("ERR_PARSE_ARGS_UNKNOWN_OPTION", `Unknown option '${rawName}'`);
    }
    const isString = option === undefined ? inline !== undefined : option.type === "string";
    if (!isString && inline !== undefined) {
      throw problem("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", `Option '${rawName}' does not take an argument`);
    }
    const value = isString ? (inline ?? pending.shift()) : undefined;
    if (isString && value === undefined) {
      throw problem("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", `Option '${rawName} <value>' argument missing`);
    }
    store(name, rawName, value, isString ? inline !== undefined : undefined);
  }
}

function problem(code, message) {
  return Object.assign(new TypeError(message), { code });
}
