import type { Offer, OfferedCommand, OfferedOption } from "./offer.ts";

/** A script for zsh: a file `_version-audit` in a folder of `fpath`, or `source <(version-audit completion zsh)`. */
export function zshCompletion({ commands, options }: Offer): string {
  return `#compdef version-audit
_version_audit() {
  local -a commands shared
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join("\n")}
  )
  shared=(
${options.map((option) => `    ${specOf(option)}`).join("\n")}
  )
  local word command=
  for word in \${words[2,CURRENT-1]}; do
    case $word in ${commands.map(({ name }) => name).join("|")}) command=$word; break ;; esac
  done
  case $command in
    "") _arguments $shared '1:command or root:{ _describe -t commands command commands; _files -/ }' ;;
${commands.map((command) => `    ${command.name}) ${argumentsOf(command)} ;;`).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_version-audit" ]; then
  _version_audit "$@"
else
  compdef _version_audit version-audit
fi
`;
}

function argumentsOf({ options, argument }: OfferedCommand): string {
  return ["_arguments", ...options.map(specOf), quoted(`*:argument:${actionOf(argument)}`)].join(" ");
}

function specOf({ flag, description, value }: OfferedOption): string {
  const text = description.replace(/[[\]:]/g, " ");
  if (value === null) return quoted(`${flag}[${text}]`);
  return quoted(`${flag}=[${text}]:value:${value === "text" ? " " : actionOf(value)}`);
}

function actionOf(value: "file" | "folder" | readonly string[]): string {
  if (value === "file") return "_files";
  return value === "folder" ? "_files -/" : `(${value.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
