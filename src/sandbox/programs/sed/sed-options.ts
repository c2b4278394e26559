import { Refused } from "../../host/desk/program.ts";

/** What a command line of sed asks for. */
export interface SedOptions {
  readonly script: readonly SedScriptPart[];
  readonly files: readonly string[];
  readonly isQuiet: boolean;
  readonly isExtended: boolean;
  readonly isSeparate: boolean;
  readonly hasNullData: boolean;
  /** The ending of the copy that is kept of every file that is edited in place, empty for none; null for no editing. */
  readonly inPlace: string | null;
  /** Whether a file is edited to which a link leads, and not put in the place of the link. */
  readonly followsLinks: boolean;
  /** Whether `-i` is followed by an empty argument, as only the sed of BSD takes it. */
  readonly isBsd: boolean;
}

type SedScriptPart = { readonly text: string } | { readonly file: string };

/** An option that has no letter. */
const followSymlinks = "-follow-symlinks";

const long: ReadonlyMap<string, string> = new Map([
  ["quiet", "n"],
  ["silent", "n"],
  ["regexp-extended", "E"],
  ["separate", "s"],
  ["null-data", "z"],
  ["zero-terminated", "z"],
  ["unbuffered", "u"],
  ["expression", "e"],
  ["file", "f"],
  ["in-place", "i"],
  ["follow-symlinks", followSymlinks],
]);

/** Reads the arguments of sed. Throws a Refused for an option that is not known. */
export function readSedOptions(args: readonly string[]): SedOptions {
  const script: SedScriptPart[] = [];
  const operands: string[] = [];
  const flags = new Set<string>();
  let inPlace: string | null = null;
  let isBsd = false;
  const rest = [...args];
  const take = (option: string, attached: string | null) => {
    if (option === "i") inPlace = attached ?? "";
    else if (option === "e" || option === "f") {
      const value = attached ?? rest.shift();
      if (value === undefined) throw new Refused("sed", `-${option}`, "its argument is missing");
      script.push(option === "e" ? { text: value } : { file: value });
    } else if (option === followSymlinks || "nErszu".includes(option)) flags.add(option);
    else throw new Refused("sed", `-${option}`, "it is not known");
  };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") operands.push(...rest.splice(0));
    else if (arg.startsWith("--")) {
      const [, name = "", value = null] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
      take(long.get(name) ?? arg.slice(1), value);
    } else if (arg === "-" || !arg.startsWith("-")) operands.push(arg);
    else
      for (let at = 1; at < arg.length; at++) {
        const letter = arg[at] ?? "";
        const attached = at + 1 < arg.length ? arg.slice(at + 1) : null;
        take(letter, attached);
        if (letter === "i" && attached === null && rest[0] === "") {
          isBsd = true;
          rest.shift();
        }
        if ("ief".includes(letter)) break;
      }
  }
  if (script.length === 0) {
    const text = operands.shift();
    if (text === undefined) throw new Refused("sed", "no script", "it only shows how it is called");
    script.push({ text });
  }
  return {
    script,
    files: operands,
    isQuiet: flags.has("n"),
    isExtended: flags.has("E") || flags.has("r"),
    isSeparate: flags.has("s") || inPlace !== null,
    hasNullData: flags.has("z"),
    inPlace,
    followsLinks: flags.has(followSymlinks),
    isBsd,
  };
}
