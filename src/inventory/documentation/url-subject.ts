import type { Subject } from "../occurrence.ts";

/** Hosts whose URLs name a package before its version. The first group is the name. */
const registries: readonly { readonly type: Subject["type"]; readonly url: RegExp }[] = [
  {
    type: "npm",
    url: /^(?:unpkg\.com|esm\.(?:sh|run)|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|ga\.jspm\.io\/npm:)\/?((?:@[\w.~-]+\/)?[\w.~-]+)@$/,
  },
  { type: "npm", url: /^registry\.npmjs\.org\/((?:@[\w.~-]+\/)?[\w.~-]+)\/(?:-\/[\w.~-]*)?$/ },
  { type: "npm", url: /^(?:www\.)?npmjs\.com\/package\/((?:@[\w.~-]+\/)?[\w.~-]+)\/v\/$/ },
  { type: "crate", url: /^(?:docs\.rs|(?:static\.)?crates\.io\/crates)\/([\w-]+)\/[\w-]*$/ },
  { type: "python", url: /^pypi\.org\/project\/([\w.-]+)\/$/ },
  { type: "npm", url: /^cdnjs\.cloudflare\.com\/ajax\/libs\/([\w.-]+)\/$/ },
  { type: "python", url: /^(?:files\.pythonhosted\.org\/packages\/.*\/)([\w.-]+)-$/ },
  { type: "gem", url: /^rubygems\.org\/gems\/([\w.-]+)\/versions\/$/ },
  { type: "hex", url: /^(?:hex\.pm\/packages|hexdocs\.pm)\/(\w+)\/$/ },
  { type: "pub", url: /^pub\.dev\/packages\/(\w+)\/versions\/$/ },
  { type: "nuget", url: /^(?:www\.)?nuget\.org\/(?:packages|api\/v2\/package)\/([\w.-]+)\/$/ },
  { type: "jvm", url: /^repo1\.maven\.org\/maven2\/(?:[\w.-]+\/)+([\w.-]+)\/$/ },
  { type: "jvm", url: /^central\.sonatype\.com\/artifact\/([\w.-]+\/[\w.-]+)\/$/ },
  { type: "haskell", url: /^hackage\.haskell\.org\/package\/([\w-]+)-$/ },
  { type: "go", url: /^pkg\.go\.dev\/([\w./~-]+)@$/ },
];

/** Mirrors of what a forge serves. */
const mirror =
  /^(?:cdn\.jsdelivr\.net\/gh|raw\.githubusercontent\.com|codeload\.github\.com)\/([\w.-]+\/[\w.-]+?)(?:\/|@|$)/;

const forge = /^((?:github|gitlab)\.com\/[\w.-]+\/[\w.-]+?)(?:\.git)?(?:\/|@|#|$)/;

/**
 * What a URL names before the version in it: the package of a registry, the repository of a forge, else the URL itself
 * up to the version. Takes the URL without its scheme and without the `v` of the version.
 */
export function urlSubject(url: string): Subject {
  for (const registry of registries) {
    const name = registry.url.exec(url)?.[1];
    if (name !== undefined) return { type: registry.type, name };
  }
  const mirrored = mirror.exec(url)?.[1];
  if (mirrored !== undefined) return { type: "name", name: `github.com/${mirrored}` };
  return { type: "name", name: forge.exec(url)?.[1] ?? url.replace(/[/@#=_-]{1,8}$/, "") };
}
