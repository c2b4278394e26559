// Colours: a rehearsal prints plain text, whatever the library.

const makers = new Set([
  "hex",
  "rgb",
  "bgHex",
  "bgRgb",
  "ansi256",
  "bgAnsi256",
  "keyword",
  "bgKeyword",
  "hsl",
]);

/** The names of the styles that the libraries share. */
export const styles = [
  ..."reset bold dim italic underline overline inverse hidden strikethrough visible".split(" "),
  ...["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray", "grey"],
];

/** Joins what is to be painted, as the libraries do, and takes templates too. */
export function plain(...args) {
  const [first, ...rest] = args;
  if (!Array.isArray(first) || !Array.isArray(first.raw)) return args.map(String).join(" ");
  return first.map((text, at) => text + (at < rest.length ? String(rest[at]) : "")).join("");
}

/** A painter that can be chained by any style; called with nothing, it gives itself. */
export function painter() {
  const it = new Proxy((...args) => (args.length === 0 ? it : plain(...args)), {
    get(target, name) {
      if (name === "level") return 0;
      if (name === "enabled" || name === "supportsColor" || name === "stderr")
        return name === "stderr" ? it : false;
      if (name === "Instance" || name === "Chalk") return painterClass;
      if (name === "stripColor" || name === "unstyle") return plain;
      if (name === "symbols")
        return { check: "✔", cross: "✖", info: "ℹ", warning: "⚠", bullet: "•", pointer: "❯" };
      if (typeof name === "symbol" || name in target) return Reflect.get(target, name);
      return makers.has(name) ? () => it : it;
    },
  });
  return it;
}

/** `new Chalk()` gives a painter. */
export const painterClass = function Chalk() {
  return painter();
};
