// `parseArgs` of node:util. See https://nodejs.org/api/util.html#utilparseargsconfig.

import { process } from "./node/process.js";

export function parseArgs(config = {}) {
  const { args = process.argv.slice(2), options = {}, strict = true, allowNegative = false } = config;
  const { allowPositionals = !strict, tokens: wantsTokens = false } = config;
  const reader = new ArgumentReader(args, options, { strict, allowNegative });
  reader.readAll();
  const { values, positionals, tokens } = reader;
  if (!allowPositionals && positionals.length > 0) {
    throw problem("ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL", `Unexpected argument '${positionals[0]}'`);
  }
  for (const [name, option] of Object.entries(options)) {
    if (option.default !== undefined && values[name] === undefined) values[name] = option.default;
  }
  return { values, positionals, ...(wantsTokens && { tokens }) };
}

class ArgumentReader {
  values = Object.create(null);
  positionals = [];
  tokens = [];
  #count;
  #pending;
  #options;
  #rules;

  constructor(args, options, rules) {
    this.#count = args.length;
    this.#pending = [...args];
    this.#options = options;
    this.#rules = rules;
  }

  readAll() {
    while (this.#pending.length > 0) {
      const arg = this.#pending.shift();
      if (arg === "--") this.positionals.push(...this.#pending.splice(0));
      else if (arg.startsWith("--")) this.#long(arg);
      else if (arg.startsWith("-") && arg !== "-") this.#short(arg);
      else {
        this.positionals.push(arg);
        this.tokens.push({ kind: "positional", index: this.#index, value: arg });
      }
    }
  }

  get #index() {
    return this.#count - this.#pending.length - 1;
  }

  #long(arg) {
    const equals = arg.indexOf("=");
    const name = arg.slice(2, equals === -1 ? undefined : equals);
    const inline = equals === -1 ? undefined : arg.slice(equals + 1);
    const positive = name.startsWith("no-") ? name.slice(3) : "";
    const isNegated = this.#rules.allowNegative && this.#options[positive]?.type === "boolean";
    if (isNegated && this.#options[name] === undefined) this.values[positive] = false;
    else this.#take(name, `--${name}`, inline);
  }

  #short(arg) {
    const letters = arg.slice(1);
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at];
      const [name] = Object.entries(this.#options).find(([, { short }]) => short === letter) ?? [letter];
      const rest = letters.slice(at + 1);
      if (this.#options[name]?.type === "string" && rest !== "") {
        this.#store(name, `-${letter}`, rest, true);
        return;
      }
      this.#take(name, `-${letter}`, undefined);
    }
  }

  #take(name, rawName, inline) {
    const option = this.#options[name];
    if (this.#rules.strict && option === undefined) {
      throw problem("ERR_PARSE_ARGS_UNKNOWN_OPTION", `Unknown option '${rawName}'`);
    }
    const isString = option === undefined ? inline !== undefined : option.type === "string";
    if (!isString && inline !== undefined) {
      throw problem("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", `Option '${rawName}' does not take an argument`);
    }
    const value = isString ? (inline ?? this.#pending.shift()) : undefined;
    if (isString && value === undefined) {
      throw problem("ERR_PARSE_ARGS_INVALID_OPTION_VALUE", `Option '${rawName} <value>' argument missing`);
    }
    this.#store(name, rawName, value, isString ? inline !== undefined : undefined);
  }

  #store(name, rawName, value, inlineValue) {
    this.tokens.push({ kind: "option", index: this.#index, name, rawName, value, inlineValue });
    const kept = value ?? true;
    const isList = this.#options[name]?.multiple === true;
    this.values[name] = isList ? [...(this.values[name] ?? []), kept] : kept;
  }
}

function problem(code, message) {
  return Object.assign(new TypeError(message), { code });
}
