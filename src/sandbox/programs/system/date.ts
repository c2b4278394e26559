import { type Program, Refused } from "../../host/desk/program.ts";
import { readOptions } from "../options.ts";

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const pad = (number: number, width = 2, fill = "0") => String(number).padStart(width, fill);

/** GNU's `date` on the clock of the sandbox, in UTC, with `-u`, `-d` for a moment that is written out, `-I`, `-R`. */
export const date: Program = (call) => {
  const options = readOptions("date", call.args, {
    flags: "uR",
    values: "d",
    optional: "I",
    long: { utc: "u", universal: "u", date: "d", "iso-8601": "I", "rfc-email": "R", "rfc-2822": "R" },
  });
  const [format, ...more] = options.operands;
  if (more.length > 0 || (format !== undefined && !format.startsWith("+")))
    throw new Refused("date", options.operands.join(" "), "it is not known");
  const given = options.value("d");
  const moment = new Date(given === null ? call.clock() : momentOf(given, call.clock()));
  const zone = call.env["TZ"];
  if (zone !== undefined && !/^(?:|UTC|UTC0|GMT|Etc\/UTC)$/.test(zone) && !options.has("u"))
    throw new Refused("date", `TZ=${zone}`, "only UTC is known");
  const iso = options.has("I") ? (options.value("I") ?? "date") : null;
  const isoFormats: Readonly<Record<string, string>> = {
    date: "%Y-%m-%d",
    hours: "%Y-%m-%dT%H%:z",
    minutes: "%Y-%m-%dT%H:%M%:z",
    seconds: "%Y-%m-%dT%H:%M:%S%:z",
  };
  const wanted =
    iso !== null
      ? isoFormats[iso]
      : options.has("R")
        ? "%a, %d %b %Y %H:%M:%S %z"
        : (format?.slice(1) ?? "%a %b %e %H:%M:%S UTC %Y");
  if (wanted === undefined) throw new Refused("date", `-I${iso}`, "it is not known");
  return { stdout: `${shown(moment, wanted)}\n`, stderr: "", exitCode: 0 };
};

/** A moment that is written out, in milliseconds since 1970. */
function momentOf(text: string, now: number): number {
  const seconds = /^@(\d{1,11})$/.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  if (text === "now") return now;
  const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:Z| ?UTC| ?\+00:?00)?)?$/.exec(
    text.trim(),
  );
  const moment = written === null ? Number.NaN : Date.parse(`${written[1]}T${written[2] ?? "00:00"}Z`);
  if (Number.isNaN(moment))
    throw new Refused("date", `-d ${text}`, "only a moment that is written out is known");
  return moment;
}

function shown(moment: Date, format: string): string {
  return format.replace(/%([-_0^]?)(:{0,1}[A-Za-z%])/g, (whole, flag: string, letter: string) => {
    const field = fieldOf(moment, letter);
    if (field === null) throw new Refused("date", whole, "it is not known");
    if (typeof field === "string") return flag === "^" ? field.toUpperCase() : field;
    const [number, width, fill] = field;
    if (flag === "-") return String(number);
    return pad(number, width, flag === "_" ? " " : flag === "0" ? "0" : fill);
  });
}

type Field = string | readonly [number: number, width: number, fill: string];

function fieldOf(moment: Date, letter: string): Field | null {
  const year = moment.getUTCFullYear();
  const hour = moment.getUTCHours();
  const start = Date.UTC(year, 0, 1);
  const day = Math.floor((moment.getTime() - start) / 86_400_000) + 1;
  const weekday = moment.getUTCDay();
  const fields: Readonly<Record<string, () => Field>> = {
    Y: () => [year, 1, "0"],
    y: () => [year % 100, 2, "0"],
    C: () => [Math.floor(year / 100), 2, "0"],
    m: () => [moment.getUTCMonth() + 1, 2, "0"],
    d: () => [moment.getUTCDate(), 2, "0"],
    e: () => [moment.getUTCDate(), 2, " "],
    H: () => [hour, 2, "0"],
    I: () => [hour % 12 || 12, 2, "0"],
    M: () => [moment.getUTCMinutes(), 2, "0"],
    S: () => [moment.getUTCSeconds(), 2, "0"],
    N: () => [moment.getUTCMilliseconds() * 1_000_000, 9, "0"],
    j: () => [day, 3, "0"],
    u: () => [weekday || 7, 1, "0"],
    w: () => [weekday, 1, "0"],
    s: () => [Math.floor(moment.getTime() / 1000), 1, "0"],
    U: () => [Math.floor((day + 6 - weekday) / 7), 2, "0"],
    W: () => [Math.floor((day + 6 - ((weekday + 6) % 7)) / 7), 2, "0"],
    a: () => (days[weekday] ?? "").slice(0, 3),
    A: () => days[weekday] ?? "",
    b: () => (months[moment.getUTCMonth()] ?? "").slice(0, 3),
    h: () => (months[moment.getUTCMonth()] ?? "").slice(0, 3),
    B: () => months[moment.getUTCMonth()] ?? "",
    F: () => shown(moment, "%Y-%m-%d"),
    T: () => shown(moment, "%H:%M:%S"),
    R: () => shown(moment, "%H:%M"),
    D: () => shown(moment, "%m/%d/%y"),
    p: () => (hour < 12 ? "AM" : "PM"),
    z: () => "+0000",
    ":z": () => "+00:00",
    Z: () => "UTC",
    n: () => "\n",
    t: () => "\t",
    "%": () => "%",
  };
  return Object.hasOwn(fields, letter) ? (fields[letter]?.() ?? null) : null;
}
