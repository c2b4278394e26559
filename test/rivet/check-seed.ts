import { audit } from "../cli/compiled-library.ts";

/** Checks the couples that are known to be broken in the seed; gives what is missing. */
export async function checkSeed(folder: string): Promise<string[]> {
  const { findings } = await audit({ root: folder });
  const known = [
    ["sqlite-mismatch", "rivetkit-typescript/packages/sqlite-native/Cargo.lock", "3.46.0, but"],
    [
      "couple-mismatch",
      "rivetkit-typescript/packages/rivetkit/src/schemas/actor-persist/mod.ts",
      "at 3, not 4",
    ],
  ] as const;
  const failures: string[] = [];
  for (const [rule, path, words] of known) {
    const found = findings.find((each) => each.rule === rule && each.location.path === path);
    const holds = found?.message.includes(words) === true;
    console.log(`seed: ${holds ? "yes" : "NO "} ${rule} in ${path}: ${found?.message}`);
    if (!holds) failures.push(`seed: ${rule} in ${path}`);
  }
  return failures;
}
