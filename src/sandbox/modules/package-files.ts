import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { toVirtualPath } from "../host/files/virtual-path.ts";
import { importsTarget, type PackageFields, packageTarget, readPackageFields } from "./package-target.ts";

/** A file of an installed package. */
export interface PackageFile {
  /** Where it is on disk, with every link resolved. */
  readonly file: string;
  /** The name under which the script sees it: the same on every machine. */
  readonly name: string;
}

/** The packages that we ship and lend to scripts whose own are not installed. */
export const lent: ReadonlySet<string> = new Set([
  "@iarna/toml",
  "colorette",
  "commander",
  "diff",
  "dotenv",
  "jsonc-parser",
  "kleur",
  "minimist",
  "picocolors",
  "semver",
  "yaml",
]);

/** Where the script believes our packages to be installed. */
const lentFolder = "/node_modules";

const ownFolder = dirname(fileURLToPath(import.meta.url));

/**
 * Finds JavaScript of installed packages on disk, the audited repository's own first, then ours. Files are only read,
 * and only within the real path of the audited root or of our own packages.
 */
export class PackageFiles {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #lentFolders = new Map<string, string>();
  readonly #fields = new Map<string, PackageFields | null>();

  constructor(root: string) {
    this.#root = root;
    this.#realRoot = realpathOf(root) ?? root;
  }

  /** The file that a bare specifier means for a script in a folder of the repository; null when it is not installed. */
  fromRepository(specifier: string, folder: string, isImport: boolean): PackageFile | null {
    const [name] = splitSpecifier(specifier);
    return (
      this.#installed(specifier, join(this.#root, folder), isImport) ??
      (lent.has(name) ? this.#installed(specifier, ownFolder, isImport) : null)
    );
  }

  /** True when the package lies in a `node_modules` of the folder, or of one around it within the repository. */
  isInstalled(name: string, folder: string): boolean {
    for (let at = join(this.#root, folder); ; at = dirname(at)) {
      if (statSync(join(at, "node_modules", name), { throwIfNoEntry: false })?.isDirectory()) return true;
      if (at === this.#root || at === dirname(at)) return false;
    }
  }

  /** The file that a specifier, bare or relative, means for a file of a package; null when there is none. */
  fromPackage(specifier: string, importer: string, isImport: boolean): PackageFile | null {
    const folder = dirname(importer);
    if (specifier.startsWith(".")) return this.#named(complete(join(folder, specifier)));
    if (specifier.startsWith("#")) {
      const home = this.#packageFolder(importer);
      const target = home === null ? null : importsTarget(this.#read(home) ?? {}, specifier, isImport);
      if (home === null || target === null) return null;
      if (target.startsWith("#")) return null;
      return target.startsWith(".")
        ? this.#named(complete(join(home, target)))
        : this.#installed(target, home, isImport);
    }
    return this.#installed(specifier, folder, isImport);
  }

  /** The text of a file that was found. */
  read({ file }: PackageFile): string {
    return readFileSync(file, "utf8");
  }

  /** The `type` of the package that a file belongs to; null when it does not say. */
  typeOf({ file }: PackageFile): string | null {
    const home = this.#packageFolder(file);
    return home === null ? null : (this.#read(home)?.type ?? null);
  }

  #installed(specifier: string, from: string, isImport: boolean): PackageFile | null {
    const [name, subpath] = splitSpecifier(specifier);
    for (let folder = from; ; folder = dirname(folder)) {
      const home = join(folder, "node_modules", name);
      const found = statSync(home, { throwIfNoEntry: false })?.isDirectory()
        ? this.#inPackage(home, subpath, isImport)
        : null;
      if (found !== null) {
        if (from === ownFolder) this.#lend(name, home);
        return this.#named(found);
      }
      if (folder === this.#root || folder === this.#realRoot || folder === dirname(folder)) return null;
    }
  }

  #inPackage(home: string, subpath: string, isImport: boolean): string | null {
    const target = packageTarget(this.#read(home) ?? {}, subpath, isImport);
    return target === null ? null : complete(join(home, target));
  }

  #lend(name: string, home: string): void {
    const real = realpathOf(home);
    if (real !== null) this.#lentFolders.set(real, `${lentFolder}/${name}`);
  }

  /** Gives the file its name; null when it is no JavaScript or lies where nothing may be read. */
  #named(found: string | null): PackageFile | null {
    const file = found === null ? null : realpathOf(found);
    if (file === null || !/\.(?:[cm]?js|json)$/.test(file)) return null;
    if (isWithin(file, this.#realRoot)) {
      return { file, name: toVirtualPath(relative(this.#realRoot, file).replaceAll(sep, "/")) };
    }
    for (const [home, name] of this.#lentFolders) {
      if (isWithin(file, home)) return { file, name: `${name}/${relative(home, file).replaceAll(sep, "/")}` };
    }
    return null;
  }

  #packageFolder(file: string): string | null {
    for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
      if (this.#read(folder) !== null) return folder;
    }
    return null;
  }

  #read(folder: string): PackageFields | null {
    const known = this.#fields.get(folder);
    if (known !== undefined) return known;
    const file = join(folder, "package.json");
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const fields = isFile ? readPackageFields(readFileSync(file, "utf8")) : null;
    this.#fields.set(folder, fields);
    return fields;
  }
}

/** The name of the package and the path within it, which is `.` or starts with `./`. */
export function splitSpecifier(specifier: string): [name: string, subpath: string] {
  const parts = specifier.split("/");
  const name = parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  return [name, `.${specifier.slice(name.length)}`];
}

function complete(path: string): string | null {
  const candidates = [
    path,
    `${path}.js`,
    `${path}.cjs`,
    `${path}.mjs`,
    `${path}.json`,
    join(path, "index.js"),
  ];
  return candidates.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}

function isWithin(file: string, folder: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realpathOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
