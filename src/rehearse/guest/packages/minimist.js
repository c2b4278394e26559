// Stands in for `minimist`.

export default function minimist(args, options = {}) {
  const listed = (value) => (value === undefined ? [] : [value].flat());
  const strings = new Set(listed(options.string));
  const booleans = new Set(typeof options.boolean === "boolean" ? [] : listed(options.boolean));
  const names = new Map();
  for (const [name, aliases] of Object.entries(options.alias ?? {})) {
    const all = [name, ...listed(aliases)];
    for (const one of all) names.set(one, all);
  }
  const result = { _: [] };
  const set = (name, value) => {
    for (const one of names.get(name) ?? [name]) {
      const kept =
        strings.has(one) || typeof value !== "string" || value === "" || Number.isNaN(Number(value))
          ? value
          : Number(value);
      result[one] = Object.hasOwn(result, one) && !booleans.has(one) ? [result[one], kept].flat() : kept;
    }
  };
  const isFlag = (name) => (names.get(name) ?? [name]).some((one) => booleans.has(one));
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    const long = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (arg === "--") result._.push(...rest.splice(0));
    else if (long?.[2] !== undefined) set(long[1], isFlag(long[1]) ? long[2] !== "false" : long[2]);
    else if (long?.[1].startsWith("no-")) set(long[1].slice(3), false);
    else if (long !== null)
      set(long[1], takesNext(long[1]) ? rest.shift() : strings.has(long[1]) ? "" : true);
    else if (/^-[A-Za-z]/.test(arg)) short(arg.slice(1));
    else result._.push(strings.has("_") || arg === "" || Number.isNaN(Number(arg)) ? arg : Number(arg));
  }
  for (const [name, value] of Object.entries(options.default ?? {})) {
    for (const one of names.get(name) ?? [name]) result[one] ??= value;
  }
  for (const name of booleans) for (const one of names.get(name) ?? [name]) result[one] ??= false;
  return result;

  function takesNext(name) {
    return rest.length > 0 && !/^-/.test(rest[0]) && !isFlag(name);
  }

  function short(letters) {
    const [, name, value] = /^([A-Za-z])=?(.+)$/s.exec(letters) ?? [];
    if (name !== undefined && /^[\d=]/.test(letters.slice(1))) return set(name, value);
    for (const letter of letters.slice(0, -1)) set(letter, true);
    const last = letters.at(-1);
    set(last, takesNext(last) ? rest.shift() : true);
  }
}

export { minimist as "module.exports" };
