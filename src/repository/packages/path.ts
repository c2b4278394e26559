/** The folder of a path relative to the root; `""` for the root itself. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "" : path.slice(0, slash);
}

/** The path of a name in a folder. */
export function within(dir: string, name: string): string {
  return dir === "" ? name : `${dir}/${name}`;
}

/** True when a folder lies below another one or is that folder. */
export function isWithin(dir: string, outer: string): boolean {
  return outer === "" || dir === outer || dir.startsWith(`${outer}/`);
}

/** Resolves a relative path as it is written in a manifest of a folder; null when it leaves the root. */
export function resolveFrom(dir: string, written: string): string | null {
  const parts: string[] = dir === "" ? [] : dir.split("/");
  for (const part of written.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
