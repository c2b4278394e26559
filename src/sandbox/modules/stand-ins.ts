/** The file of `guest/packages` that stands in for a package, by the name of the package. */
export const standIns: ReadonlyMap<string, string> = new Map([
  ["glob", "glob"],
  ["fast-glob", "fast-glob"],
  ["tinyglobby", "tinyglobby"],
  ["globby", "globby"],
  ["execa", "execa"],
  ["zx", "zx"],
  ["cross-spawn", "cross-spawn"],
  ["shelljs", "shelljs"],
  ["fs-extra", "fs-extra"],
  ["fs-extra/esm", "fs-extra"],
  ["chalk", "chalk"],
  ["ansi-colors", "chalk"],
  ["prompts", "prompts"],
  ["inquirer", "inquirer"],
  ["enquirer", "enquirer"],
  ["@inquirer/prompts", "inquirer-prompts"],
  ["@clack/prompts", "clack-prompts"],
  ["ora", "ora"],
  ["p-limit", "p-limit"],
  ["zx/globals", "zx-globals"],
  ["source-map-support/register", "nothing"],
  ["source-map-support/register.js", "nothing"],
]);

/**
 * Stand-ins that give way to the package itself where the repository has it installed: it asks nothing of the host, or
 * only for files, as any script does. That of shelljs does not, since the package hands a command on in a file, to a
 * program that the recorder would see instead.
 */
export const ownFirst: ReadonlySet<string> = new Set(["chalk", "fs-extra", "fs-extra/esm", "p-limit"]);
