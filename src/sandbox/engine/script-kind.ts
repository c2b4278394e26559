/** What runs a script, as far as it matters here. */
export type ScriptKind = "node" | "zx" | "shell" | "other";

const scriptName = /\.[cm]?[jt]s$/;
const shellName = /\.(?:ba|da)?sh$/;
const shell = /^#!\s*\S*\/(?:env\s+(?:-S\s+)?)?(?:ba|da)?sh\b/;
const shebang = /^#!.*\b(node|tsx|ts-node|bun|deno|zx)\b/;

/** Tells by its name, and by its first line, whether the sandbox can run a file at all. */
export function scriptKind(path: string, text: string): ScriptKind {
  const runner = shebang.exec(text.slice(0, 200))?.[1];
  if (runner === "zx") return "zx";
  if (shell.test(text) || (shellName.test(path) && !text.startsWith("#!"))) return "shell";
  return scriptName.test(path) || (runner !== undefined && !/\.[^/.]*$/.test(path)) ? "node" : "other";
}
