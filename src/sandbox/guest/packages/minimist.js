// Stands in for `minimist`.

const flag = /^--?[^-]/;

export default function minimist(args, options = {}) {
  const listed = (value) => (value === undefined || typeof value === "boolean" ? [] : [value].flat());
  const aliases = new Map();
  for (const [name, others] of Object.entries(options.alias ?? {})) {
    const all = [name, ...listed(others)];
    for (const one of all) aliases.set(one, [one, ...all.filter((other) => other !== one)]);
  }
  const namesOf = (name) => aliases.get(name) ?? [name];
  const strings = new Set(listed(options.string).flatMap(namesOf));
  const booleans = new Set(listed(options.boolean).flatMap(namesOf));
  const result = { _: [] };
  const rest = [...args];

  for (const name of booleans) result[name] = options.default?.[name] ?? false;
  while (rest.length > 0) take(rest.shift());
  for (const [name, value] of Object.entries(options.default ?? {})) {
    for (const one of namesOf(name)) if (!Object.hasOwn(result, one)) result[one] = value;
  }
  return result;

  function take(arg) {
    const long = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (arg === "--") result._.push(...rest.splice(0));
    else if (long?.[2] !== undefined) set(long[1], booleans.has(long[1]) ? long[2] !== "false" : long[2]);
    else if (long?.[1].startsWith("no-")) set(long[1].slice(3), false);
    else if (long !== null) set(long[1], valueAfter(long[1]));
    else if (/^-[^-]/.test(arg)) takeShort(arg.slice(1));
    else result._.push(strings.has("_") ? arg : numberOr(arg));
  }

  function takeShort(letters) {
    for (let at = 0; at < letters.length - 1; at++) {
      const after = letters.slice(at + 1);
      const isValue = /^=|^-?\d+(?:\.\d*)?$/.test(after) && /[A-Za-z]/.test(letters[at]);
      if (isValue || /^\W/.test(after)) return set(letters[at], after.replace(/^=/, ""));
      set(letters[at], strings.has(letters[at]) ? "" : true);
    }
    set(letters.at(-1), valueAfter(letters.at(-1)));
  }

  function valueAfter(name) {
    if (rest.length > 0 && !flag.test(rest[0]) && !booleans.has(name)) return rest.shift();
    return strings.has(name) ? "" : true;
  }

  function set(name, value) {
    for (const one of namesOf(name)) {
      const kept = strings.has(one) ? value : numberOr(value);
      const isFirst = !Object.hasOwn(result, one) || booleans.has(one) || typeof result[one] === "boolean";
      result[one] = isFirst ? kept : [result[one], kept].flat();
    }
  }
}

function numberOr(value) {
  const isNumber =
    typeof value === "string" && /^(?:0x[\da-f]+|[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)$/i.test(value);
  return isNumber ? Number(value) : value;
}

export { minimist as "module.exports" };
