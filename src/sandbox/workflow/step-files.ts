/**
 * Reads what a step has written into the file of its outputs, or of its environment: `name=value`, and several lines
 * between `name<<END` and `END`.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function readStepFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, name = "", sign = "", rest = ""] = /^([^=<]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (sign === "=") values[name.trim()] = rest;
    else if (sign === "<<") {
      const end = lines.indexOf(rest, at + 1);
      values[name.trim()] = lines.slice(at + 1, end === -1 ? undefined : end).join("\n");
      at = end === -1 ? lines.length : end;
    }
  }
  return values;
}

/** The outputs that a step has set by what it prints, as before there was a file for them. */
export function printedOutputs(said: string): Record<string, string> {
  const found = said.split("\n").map((line) => /^::set-output name=([\w-]+)::(.*)$/.exec(line));
  return Object.fromEntries(found.flatMap((one) => (one === null ? [] : [[one[1] ?? "", one[2] ?? ""]])));
}
