import type { Offer, OfferedOption } from "./offer.ts";

/** A script for bash: `source <(version-audit completion bash)`. */
export function bashCompletion({ commands, options }: Offer): string {
  const all = [...options, ...commands.flatMap((command) => command.options)];
  const valued = [...new Map(all.map((option) => [option.flag, option])).values()];
  const names = commands.map(({ name }) => name);
  return `_version_audit() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= word
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in ${names.join("|")}) command=$word; break ;; esac
  done
  case $prev in
${valued.flatMap(valueCase).join("\n")}
  esac
  local options
  case $command in
    "") options="${flags(options)}" ;;
${commands.map(({ name, options: own }) => `    ${name}) options="${flags(own)}" ;;`).join("\n")}
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  case $command in
    "") COMPREPLY=($(compgen -W "${names.join(" ")}" -- "$cur") $(compgen -d -- "$cur")) ;;
${commands.map(({ name, argument }) => `    ${name}) COMPREPLY=($(compgen ${generator(argument)} -- "$cur")) ;;`).join("\n")}
  esac
}
complete -F _version_audit version-audit
`;
}

function flags(options: readonly OfferedOption[]): string {
  return options.map(({ flag }) => flag).join(" ");
}

function valueCase({ flag, value }: OfferedOption): string[] {
  if (value === null) return [];
  const reply = value === "text" ? "" : ` COMPREPLY=($(compgen ${generator(value)} -- "$cur"));`;
  return [`    ${flag})${reply} return ;;`];
}

function generator(value: "file" | "folder" | readonly string[]): string {
  if (value === "file") return "-f";
  return value === "folder" ? "-d" : `-W "${value.join(" ")}"`;
}
