/** Where a repository lives at a forge, for example `lumen-dev` and `lumen` of `github.com/lumen-dev/lumen`. */
export interface Address {
  readonly owner: string;
  readonly name: string;
}

/** Reads `git@github.com:owner/name.git`, `https://github.com/owner/name` and `github:owner/name`; null for anything else. */
export function addressIn(url: string | null): Address | null {
  const match = url === null ? null : /[/:]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/u.exec(url);
  const [, owner, name] = match ?? [];
  return owner === undefined || name === undefined ? null : { owner, name };
}
