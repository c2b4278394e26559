/** The shell of a step with the options that the runner gives it; null for one that is no shell. */
export function shellWords(shell: string | null): string[] | null {
  if (shell === null) return ["bash", "-e", "-c"];
  if (shell === "bash") return ["bash", "-eo", "pipefail", "-c"];
  if (shell === "sh") return ["sh", "-e", "-c"];
  const [program, ...options] = shell.trim().split(/\s+/);
  const isShell = /^(?:bash|sh)$/.test(program ?? "") && options.at(-1) === "{0}";
  return isShell ? [program ?? "", ...options.slice(0, -1), "-c"] : null;
}

/** Why the commands of a step are not rehearsed that is written for something else than a shell. */
export function foreignShell(shell: string): string {
  if (/^python/.test(shell)) return `a step is a script of Python (shell: ${shell}), which is not rehearsed`;
  if (/^(?:pwsh|powershell|cmd)/.test(shell)) return `a step runs in ${shell}, which is not rehearsed`;
  return `a step runs in ${shell}, which is no shell that is rehearsed`;
}
