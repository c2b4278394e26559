const writing =
  /\b(?:sed|perl|yq)\s[^|\n]{0,200}-\w{0,5}i|(?<![0-9&>])>{1,2} ?["']?(?!\/dev\/)[\w$./{]|\b(?:tee|mv|sponge)\s|\b(?:npm|yarn|pnpm) version\b|\bcargo set-version\b|[\w/]\.(?:sh|[cm]?js)\b|\bmake\s[^\n;&|]{0,80}(?:bump|version|release|manifest)|\bversions:set\b/;

/** Whether the text of a shell has a command that changes files, or starts a script that may. */
export function writesFiles(text: string): boolean {
  return writing.test(text);
}
