import type { Updater } from "./update.ts";

/**
 * The updaters that look for one pattern and replace its first match: `src/updaters/{bazel,elixir,go,ocaml,php,python,r,
 * ruby,terraform}`. The patterns are those of the tool, written so that they take linear time.
 */
function firstMatch(pattern: RegExp, after: (version: string, ...groups: string[]) => string): Updater {
  return (text, { text: version }) =>
    text.replace(pattern, (_, ...groups) => after(version, ...groups.map(String)));
}

/** `src/updaters/default.ts`: the file holds nothing else. */
export const wholeFile: Updater = (_, { text }) => `${text}\n`;

export const versionGo = firstMatch(
  /const Version = "\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?"/,
  (version) => `const Version = "${version}"`,
);

export const setupCfg = firstMatch(
  /(version ?= ?)\d+\.\d+\.\d+(?:-\w+)?/,
  (version, start = "") => start + version,
);

export const setupPy = firstMatch(
  /(version ?= ?["'])\d+\.\d+\.\d+(?:-\w+)?(["'])/,
  (version, start = "", end = "") => start + version + end,
);

export const pythonFile = firstMatch(
  /(__version__ ?= ?["'])\d+\.\d+\.\d+(?:-\w+)?(["'])/,
  (version, start = "", end = "") => start + version + end,
);

/** A version attribute of the module is looked for first, then the version of the project. */
export const mixExs: Updater = (text, { text: version }) => {
  if (/@version "[\w\-+.~]+"/.test(text))
    return text.replace(/@version "[\w\-+.~]+"/, `@version "${version}"`);
  return text.replace(/version: "[\w\-+.~]+",/, `version: "${version}",`);
};

export const duneProject = firstMatch(/^\(version [\w\-+.~]+\)$/m, (version) => `(version ${version})`);
export const opam = firstMatch(/^version: "[\w\-+.~]+"$/m, (version) => `version: "${version}"`);

/** Any character stands between the numbers, as the tool writes it. */
export const versionRb = firstMatch(
  /(["'])\d+\D\d+\D\d+(?:\D\w[^"'\n]*)?["']/,
  (version, quote = "") => quote + version + quote,
);

/** `src/updaters/ruby/gemfile-lock.ts`; bundler writes a prerelease as `.pre.`. */
export function gemfileLock(gem: string): Updater {
  return (text, { text: version }) => {
    const start = gem === "" ? -1 : text.indexOf(`${gem} (`);
    if (start === -1) return text;
    const from = start + gem.length + 2;
    const end = text.indexOf(")", from);
    const isVersion = end !== -1 && /^\d+\D\d+\D\d+(?:\D\w.*)?$/.test(text.slice(from, end));
    return isVersion ? text.slice(0, from) + version.replaceAll("-", ".pre.") + text.slice(end) : text;
  };
}

export const description = firstMatch(
  /^Version:[^\S\n]*\d+\.\d+\.\d+(?:\.\d+)?[^\S\n]*$/m,
  (version) => `Version: ${version}`,
);

/** A build number counts on: `1.2.3+4` becomes `1.2.4+5`. */
export const pubspec: Updater = (text, { text: version }) => {
  const former = /^version: (\d.*)$/m.exec(text)?.[1] ?? "";
  const build = former.replace(/^[\d.]+/, "").replace(/^\+/, "");
  const number = Number.parseInt(build, 10);
  const suffix = build === "" ? "" : `+${Number.isNaN(number) ? build : number + 1}`;
  return text.replace(/^version: .*$/m, () => `version: ${version}${suffix}`);
};

export const terraformReadme: Updater = (text, { major, minor }) =>
  text.replace(/version = "~> \d+\D\d+"/, `version = "~> ${major}.${minor}"`);

export const terraformVersions: Updater = (text, { text: version }) =>
  text.replace(/v\d+\.\d+\.\d+(?:-\w+)?/g, () => `v${version}`);

export const terraformMetadata: Updater = (text, { text: version }) =>
  text.replace(/version: \d+\.\d+\.\d+(?:-\w+)?/g, () => `version: ${version}`);

/** The first version behind the first `module` and its bracket. */
export const moduleBazel: Updater = (text, { text: version }) => {
  const module = text.indexOf("module");
  const bracket = module === -1 ? -1 : text.indexOf("(", module);
  if (bracket === -1) return text;
  const found = /version\s{0,80}=\s{0,80}(["'])([^"'\n]*)\1/.exec(text.slice(bracket));
  if (found === null) return text;
  const start = bracket + found.index + found[0].length - 1 - (found[2] ?? "").length;
  return text.slice(0, start) + version + text.slice(start + (found[2] ?? "").length);
};

/** `src/updaters/krm/krm-blueprint-version.ts`: the annotations of a package with its former version. */
export function krmBlueprint(former: string | null): Updater {
  return (text, { text: version }) =>
    text
      .split("\n")
      .map((line) => {
        const start = line.indexOf("cnrm/");
        const slash = start === -1 ? -1 : line.lastIndexOf("/");
        if (slash <= start + 4) return line;
        const found = /^v\d+\D\d+\D\d+/.exec(line.slice(slash + 1))?.[0];
        const sought = former === null ? found : `v${former}`;
        if (sought === undefined || !line.startsWith(sought, slash + 1)) return line;
        return `${line.slice(0, slash + 1)}v${version}${line.slice(slash + 1 + sought.length)}`;
      })
      .join("\n");
}
