import type { Offer, OfferedOption } from "./offer.ts";

/** A script for fish: `version-audit completion fish | source`. */
export function fishCompletion({ commands, options }: Offer): string {
  const names = commands.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  return `${[
    "complete -c version-audit -f",
    `complete -c version-audit -n ${quoted(none)} -a '(__fish_complete_directories)'`,
    ...commands.map(
      ({ name, description }) =>
        `complete -c version-audit -n ${quoted(none)} -a ${name} -d ${quoted(description)}`,
    ),
    ...options.map((option) => optionLine(option, ` -n ${quoted(none)}`)),
    ...commands.flatMap(({ name, options: own, argument }) => {
      const condition = ` -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
      return [
        `complete -c version-audit${condition} ${valuePart(argument).replace(/^-x /, "")}`,
        ...own.map((option) => optionLine(option, condition)),
      ];
    }),
  ].join("\n")}\n`;
}

function optionLine({ flag, description, value }: OfferedOption, condition: string): string {
  const taken = value === null ? "" : ` ${value === "text" ? "-x" : valuePart(value)}`;
  return `complete -c version-audit${condition} -l ${flag.slice(2)}${taken} -d ${quoted(description)}`;
}

function valuePart(value: "file" | "folder" | readonly string[]): string {
  if (value === "file") return "-r -F";
  return value === "folder" ? "-x -a '(__fish_complete_directories)'" : `-x -a ${quoted(value.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
