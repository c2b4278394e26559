import { appManifests } from "./app-manifests.ts";
import { documentManifests } from "./document-manifests.ts";
import { dotnetManifests } from "./dotnet-manifests.ts";
import { jvmManifests } from "./jvm-manifests.ts";
import { lispManifests } from "./lisp-manifests.ts";
import type { ManifestKind } from "./manifest-kind.ts";
import { nativeManifests } from "./native-manifests.ts";
import { packageManifests } from "./package-manifests.ts";
import { pluginManifests } from "./plugin-manifests.ts";
import { pythonManifests } from "./python-manifests.ts";
import { systemManifests } from "./system-manifests.ts";

/** Every kind of manifest whose own version is read by its entry alone. */
const catalogue: readonly ManifestKind[] = [
  ...jvmManifests,
  ...dotnetManifests,
  ...pythonManifests,
  ...packageManifests,
  ...appManifests,
  ...pluginManifests,
  ...nativeManifests,
  ...lispManifests,
  ...systemManifests,
  ...documentManifests,
];

/** The kinds by what they ask of the name of a file, so that a file is not held against all of them. */
const byName = new Map<string, ManifestKind[]>();
const byEnding = new Map<string, ManifestKind[]>();
const byPath = new Map<string, { readonly tail: string; readonly kind: ManifestKind }[]>();

for (const kind of catalogue)
  for (const file of kind.files) {
    const base = file.slice(file.lastIndexOf("/") + 1);
    if (file.startsWith("*.")) add(byEnding, file.slice(2), kind);
    else if (file.includes("/")) add(byPath, base, { tail: `/${file}`, kind });
    else add(byName, base, kind);
  }

function add<T>(index: Map<string, T[]>, key: string, value: T): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}

/** The kinds of which a file is by its path alone. */
export function kindsOf(path: string): readonly ManifestKind[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = new Set(byName.get(name));
  for (const { tail, kind } of byPath.get(name) ?? []) if (`/${path}`.endsWith(tail)) found.add(kind);
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1))
    for (const kind of byEnding.get(name.slice(dot + 1)) ?? []) found.add(kind);
  return [...found];
}
