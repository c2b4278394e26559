import type { Question } from "../host/desk/answer.ts";

/** An absolute path of the rehearsal as git on the disk knows it; anything else as it is. */
export function onDisk(path: string, { virtualRoot, repository }: Question): string {
  const isWithin = path === virtualRoot || path.startsWith(`${virtualRoot}/`);
  return isWithin ? `${repository.root}${path.slice(virtualRoot.length)}` : path;
}
