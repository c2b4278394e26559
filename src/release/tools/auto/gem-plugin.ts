import semver from "semver";
import { ToolRefusal } from "../tool-refusal.ts";
import { textAt, type VersionPlugin } from "./version-plugin.ts";

/**
 * The version of the first gemspec of the root, else that of the first `version.rb` below `lib`: where it first occurs in
 * that file, and in the row of the gem in Gemfile.lock.
 * https://github.com/intuit/auto/blob/main/plugins/gem/src/index.ts
 */
export const gemPlugin: VersionPlugin = ({ repository, plugin: { origin }, prefix }) => {
  const gemspec = repository.paths.find((path) => /^[^/]+\.gemspec$/u.test(path));
  const text = gemspec === undefined ? null : textAt(repository, gemspec);
  const name = /name\s*=\s*["']([\S ]{1,100})["']/u.exec(text ?? "")?.[1];
  if (gemspec === undefined || text === null || name === undefined) return null;
  const module = repository.paths.find((path) => /^lib\/(?:.+\/)?version\.rb$/u.test(path));
  const inGemspec = found(text, /version\s*=\s*["']([\S ]{1,100})["']/u);
  const inModule =
    module === undefined
      ? null
      : found(textAt(repository, module) ?? "", /VERSION = ["']([\S ]{1,100})["']/u);
  const held = inGemspec ?? inModule;
  const path = inGemspec === null ? module : gemspec;
  if (held === null || path === undefined) return null;
  const train = {
    ...{ name: "", current: held, folders: [""], packages: [name] },
    tag: `${prefix}{version}`,
  };
  return {
    trains: [train],
    apply: (release) => {
      if (semver.valid(held) === null)
        throw new ToolRefusal(`${held}, which the plugin gem reads in ${path}, is no version`, origin);
      const target = release.targetOf(train);
      release.write(path, (release.read(path) ?? "").replace(held, target), origin);
      const lock = release.read("Gemfile.lock");
      if (lock !== null)
        release.write("Gemfile.lock", lock.replace(` ${name} (${held})`, ` ${name} (${target})`), origin);
    },
  };
};

/** What the pattern takes where three numbers stand in it. */
function found(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  return match !== null && /\d{1,9}\.\d{1,9}\.\d{1,9}/u.test(match[0]) ? (match[1] ?? null) : null;
}
