import { parseDocument } from "../../repository/documents/parse-document.ts";
import { type Address, addressIn } from "../../repository/git/address.ts";
import type { Repository } from "../../repository/repository.ts";

/** The places at which the manifests of the root write an address, by file and key path. */
const fields: readonly (readonly [file: string, ...keys: readonly string[]])[] = [
  ["package.json", "repository"],
  ["package.json", "repository", "url"],
  ["Cargo.toml", "workspace", "package", "repository"],
  ["Cargo.toml", "package", "repository"],
];

/** The addresses of a repository: that of its remote, then those that the manifests of its root give. */
export function addressesOf(repository: Repository): Address[] {
  const written = fields.map(([file, ...keys]) => valueAt(file, keys, repository));
  const found = [repository.git?.remote ?? null, ...written].flatMap((url) => addressIn(url) ?? []);
  const distinct = new Map(found.map((address) => [`${address.owner}/${address.name}`, address]));
  return [...distinct.values()];
}

function valueAt(file: string, keys: readonly string[], repository: Repository): string | null {
  const text = repository.has(file) ? repository.read(file) : null;
  if (text === null) return null;
  const scalar = parseDocument(file, text).scalars.find(({ path }) => path.join("\0") === keys.join("\0"));
  return typeof scalar?.value === "string" ? scalar.value : null;
}
