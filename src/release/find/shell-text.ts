const writing =
  /\b(?:sed|perl)\s[^|\n]{0,200}-\w{0,5}i|(?<![0-9&>])>{1,2} ?["']?(?!\/dev\/)[\w$./{]|\b(?:tee|mv|sponge)\s|\b(?:npm|yarn|pnpm) version\b|\bcargo set-version\b|[\w/]\.(?:sh|[cm]?js)\b/;

/** Whether the text of a shell has a command that changes files, or starts a script that may. */
export function writesFiles(text: string): boolean {
  return writing.test(text);
}

const versionName = /^(?:(?:new|next|release|target|bump|app|pkg)_?)?(?:version|ver)$|^v$/i;

/** The first variable that is named after a version, by a pattern that finds references; null for none. */
export function givesVersion(text: string, reference: RegExp): string | null {
  for (const [, name = ""] of text.matchAll(reference)) if (versionName.test(name)) return name;
  return null;
}
