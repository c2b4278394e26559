/** One argument as a shell would have to be given it. */
function shellQuote(argument: string): string {
  if (/^[\w@%+=:,./^~-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", "'\\''")}'`;
}

/** A command line as a shell would show it. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(shellQuote).join(" ");
}
