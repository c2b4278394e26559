/** True for a name that Node, Deno, fs-extra and their kin give to a function that changes files. */
export function isWriteName(name: string): boolean {
  return /^(?:write|append|output)[A-Z]\w*$|^(?:rename|cp|copy(?:File)?)(?:Sync)?$|^createWriteStream$/u.test(
    name,
  );
}
