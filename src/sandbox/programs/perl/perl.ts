import { type Program, Refused } from "../../host/desk/program.ts";
import { fileText } from "../files/file-text.ts";
import { replaceInPlace } from "../files/replace-in-place.ts";
import { PatternRecord } from "../sed/pattern-record.ts";
import { perlReplacement } from "./perl-text.ts";
import { type PerlSubstitution, readSubstitutions } from "./read-substitution.ts";

/**
 * `perl -pe` with substitutions, also with `-i` and an ending, and `-0`, `-0777` or `-00` for the whole file
 * (https://perldoc.perl.org/perlrun). Everything else of Perl is refused.
 */
export const perl: Program = (call) => {
  const { scripts, files, inPlace, isWhole } = readArguments(call.args);
  const all = readSubstitutions(scripts.join("\n"), call.env);
  const record = new PatternRecord(call, inPlace !== null);
  let stdout = "";
  let stderr = "";
  if (files.length === 0) stdout = changed(call.stdin, all, isWhole, record);
  for (const name of files) {
    const text = fileText(call, name);
    if (text === null) {
      stderr += `Can't open ${name}: No such file or directory.\n`;
      continue;
    }
    record.begin(name);
    const result = changed(text, all, isWhole, record);
    record.end();
    if (inPlace === null) stdout += result;
    else replaceInPlace(call, { name, suffix: inPlace, text: result });
  }
  // A file that is not there is warned of, and the exit code tells of it only without -i.
  return { stdout, stderr, exitCode: stderr !== "" && inPlace === null ? 2 : 0 };
};

function readArguments(args: readonly string[]): {
  scripts: string[];
  files: string[];
  inPlace: string | null;
  isWhole: boolean;
} {
  const rest = [...args];
  const scripts: string[] = [];
  let [inPlace, isWhole, isPrinted]: [string | null, boolean, boolean] = [null, false, false];
  for (let arg = rest[0]; arg?.startsWith("-") && arg !== "-"; arg = rest[0]) {
    rest.shift();
    if (arg === "--") break;
    for (let at = 1; at < arg.length; at++) {
      const letter = arg[at] ?? "";
      if (letter === "p") isPrinted = true;
      else if (letter === "i") {
        inPlace = arg.slice(at + 1);
        break;
      } else if (letter === "0" && arg.startsWith("0777", at)) {
        isWhole = true;
        at += 3;
      } else if (letter === "e") {
        const script = at + 1 < arg.length ? arg.slice(at + 1) : rest.shift();
        if (script === undefined) throw new Refused("perl", "-e", "its script is missing");
        scripts.push(script);
        break;
      } else if (letter !== "w") throw new Refused("perl", arg, "only -p, -i, -0777 and -e are known");
    }
  }
  if (!isPrinted || scripts.length === 0) throw new Refused("perl", args.join(" "), "only -pe is known");
  return { scripts, files: rest, inPlace, isWhole };
}

function changed(
  text: string,
  all: readonly PerlSubstitution[],
  isWhole: boolean,
  record: PatternRecord,
): string {
  const lines = isWhole ? (text === "" ? [] : [text]) : text.split(/(?<=\n)/).filter((line) => line !== "");
  return lines.map((line) => all.reduce((before, each) => substituted(before, each, record), line)).join("");
}

function substituted(text: string, substitution: PerlSubstitution, record: PatternRecord): string {
  const { pattern, source, flags, pieces, isGlobal } = substitution;
  let result = "";
  let copied = 0;
  let hasMatch = false;
  for (let at = 0; at <= text.length; ) {
    const match = pattern.find(text, at);
    if (match === null) break;
    const found = text.slice(match.start, match.end);
    if (/^[^\0-\x7f]{1,2}$/.test(found)) throw new Refused("perl", `s/${source}/`, "Perl counts bytes there");
    // Perl finds an empty match once more behind a match.
    if (match.end === match.start && isGlobal)
      throw new Refused("perl", `s/${source}/g`, "a match of nothing that is repeated is not known");
    hasMatch = true;
    result += text.slice(copied, match.start) + perlReplacement(pieces, text, match);
    copied = match.end;
    if (!isGlobal) break;
    at = match.end;
  }
  record.add({ source, flags: flags.toUpperCase(), pattern }, "perl s", hasMatch);
  return result + text.slice(copied);
}
