import type { Offer, OfferedOption } from "./offer.ts";

/**
 * A script for PowerShell: `version-audit completion powershell | Out-String | Invoke-Expression`, in `$PROFILE`.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/register-argumentcompleter
 */
export function powershellCompletion({ commands, options }: Offer): string {
  const all = [...options, ...commands.flatMap((command) => command.options)];
  const valued = [...new Map(all.map((option) => [option.flag, option])).values()];
  return `Register-ArgumentCompleter -Native -CommandName version-audit -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = ${list(commands.map(({ name }) => name))}
  $options = @{
    '' = ${list(flags(options))}
${commands.map(({ name, options: own }) => `    ${quoted(name)} = ${list(flags(own))}`).join("\n")}
  }
  $arguments = @{
${commands.flatMap(({ name, argument }) => (typeof argument === "string" ? [] : [`    ${quoted(name)} = ${list(argument)}`])).join("\n")}
  }
  $values = @{
${valued.flatMap(valueEntry).join("\n")}
  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $before = if ($wordToComplete -eq '') { $words } else { @($words | Select-Object -SkipLast 1) }
  $command = [string]($before | Where-Object { $commands -contains $_ } | Select-Object -First 1)
  $previous = [string]($before | Select-Object -Last 1)
  $offered = if ($values.ContainsKey($previous)) { $values[$previous] }
    elseif ($wordToComplete -like '-*') { $options[$command] }
    elseif ($command -eq '') { $commands }
    elseif ($arguments.ContainsKey($command)) { $arguments[$command] }
  # Without an answer PowerShell itself offers files and folders.
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function flags(options: readonly OfferedOption[]): string[] {
  return options.map(({ flag }) => flag);
}

function valueEntry({ flag, value }: OfferedOption): string[] {
  if (value === null || typeof value === "string") return [];
  return [`    ${quoted(flag)} = ${list(value)}`];
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
