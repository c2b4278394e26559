/** What a template may name: texts, numbers and moments. */
export type FormatContext = Readonly<Record<string, string | Date>>;

/** A template that names what nothing says. */
export class UnknownField extends Error {
  /** The name that stands in the template. */
  readonly field: string;

  constructor(field: string) {
    super(`nothing says what {${field}} is`);
    this.field = field;
  }
}

/**
 * Fills the fields of a text as `str.format` of Python does: https://docs.python.org/3/library/string.html#formatstrings.
 * @throws UnknownField
 */
export function formatPython(template: string, context: FormatContext): string {
  let result = "";
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at);
    if ((character === "{" || character === "}") && template.charAt(at + 1) === character) {
      result += character;
      at += 1;
    } else if (character === "{") {
      const end = template.indexOf("}", at);
      if (end === -1) throw new UnknownField(template.slice(at + 1));
      result += field(template.slice(at + 1, end), context);
      at = end;
    } else result += character;
  }
  return result;
}

/** The names of the fields of a template, in their order. */
export function fieldsOf(template: string): readonly string[] {
  const plain = template.replaceAll("{{", "").replaceAll("}}", "");
  return [...plain.matchAll(/\{([^{}]*)\}/g)].map(([, field = ""]) => field.split(/[:!]/)[0] ?? "");
}

function field(source: string, context: FormatContext): string {
  const colon = source.indexOf(":");
  const [name = "", conversion] = (colon === -1 ? source : source.slice(0, colon)).split("!");
  const spec = colon === -1 ? "" : source.slice(colon + 1);
  const value = Object.hasOwn(context, name) ? context[name] : undefined;
  if (value === undefined) throw new UnknownField(name);
  if (value instanceof Date) return spec === "" ? isoTime(value) : strftime(spec, value);
  const padding = /^0?(\d{1,3})d?$/.exec(spec)?.[1];
  if (padding !== undefined && /^\d+$/.test(value)) return value.padStart(Number(padding), "0");
  return conversion === "r" ? `'${value}'` : value;
}

function isoTime(date: Date): string {
  return date.toISOString().replace("T", " ").replace(".000Z", "");
}

/** The directives of `strftime` that people date their releases with; times are UTC. */
function strftime(spec: string, date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const name = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleDateString("en-US", { ...options, timeZone: "UTC" });
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  const parts: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    y: two(date.getUTCFullYear() % 100),
    m: two(date.getUTCMonth() + 1),
    d: two(date.getUTCDate()),
    e: String(date.getUTCDate()).padStart(2, " "),
    j: String(Math.floor((date.getTime() - start) / 86_400_000) + 1).padStart(3, "0"),
    H: two(date.getUTCHours()),
    M: two(date.getUTCMinutes()),
    S: two(date.getUTCSeconds()),
    B: name({ month: "long" }),
    b: name({ month: "short" }),
    A: name({ weekday: "long" }),
    a: name({ weekday: "short" }),
    F: date.toISOString().slice(0, 10),
    "%": "%",
  };
  return spec.replace(/%-?([A-Za-z%])/g, (whole, letter: string) => {
    const part = parts[letter] ?? whole;
    return whole.startsWith("%-") ? part.replace(/^0+(?=\d)/, "") : part;
  });
}
