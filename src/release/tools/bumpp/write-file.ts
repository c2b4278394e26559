import { basename } from "node:path/posix";
import { applyEdits, modify } from "jsonc-parser";
import { manifestVersion } from "./manifest-version.ts";

const manifests = new Set([
  ...["package.json", "package-lock.json", "bower.json", "component.json"],
  ...["jsr.json", "jsr.jsonc", "deno.json", "deno.jsonc"],
]);

/**
 * A file with the new version: a manifest at its own `version`, any other text wherever the current one stands. The same
 * text where nothing is to be written.
 * https://github.com/antfu-collective/bumpp/blob/main/src/update-files.ts
 */
export function bumpedText(
  path: string,
  text: string,
  { current, target }: { readonly current: string; readonly target: string },
): string {
  if (!manifests.has(basename(path).toLowerCase())) return replaced(text, current, target);
  const { version, locked } = manifestVersion(text);
  if (version === null || version === target) return text;
  const written = applyEdits(text, modify(text, ["version"], target, {}));
  return locked ? applyEdits(written, modify(written, ["packages", "", "version"], target, {})) : written;
}

/** Where the version starts or follows a `v`, and ends with a word. */
function replaced(text: string, current: string, target: string): string {
  if (!text.includes(current)) return text;
  const escaped = current.replace(/\W/gu, "\\$&");
  return text.replace(new RegExp(`(\\b|v)${escaped}\\b`, "g"), (_, before: string) => before + target);
}
