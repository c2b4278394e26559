import { posix } from "node:path";
import { declares, manifestsFrom, type ReadText } from "./manifests.ts";

/**
 * The packages that an installation puts where the scripts of a folder find them: those that a package.json of the
 * folder or of one around it names, and those that a lockfile of npm or yarn puts beside them, although nobody names
 * them. pnpm lets a script find nothing but what is named.
 */
export class DeclaredPackages {
  readonly #read: ReadText;
  readonly #root: string;
  readonly #known = new Map<string, boolean>();
  #hoisted: ((name: string) => boolean) | null = null;

  /** @param root the absolute virtual path of the audited root */
  constructor(read: ReadText, root: string) {
    this.#read = read;
    this.#root = root;
  }

  /** @param folder the absolute virtual path of the folder of the script that asks */
  has(name: string, folder: string): boolean {
    const key = `${folder} ${name}`;
    const known =
      this.#known.get(key) ??
      (manifestsFrom(folder, this.#read).some((manifest) => declares(manifest, name)) ||
        this.#isHoisted(name));
    this.#known.set(key, known);
    return known;
  }

  /** True when members of the workspace find each other without naming each other. */
  get linksMembers(): boolean {
    return this.#read(posix.join(this.#root, "pnpm-workspace.yaml")) === null;
  }

  #isHoisted(name: string): boolean {
    this.#hoisted ??= hoistedBy(this.#root, this.#read);
    return this.#hoisted(name);
  }
}

function hoistedBy(root: string, read: ReadText): (name: string) => boolean {
  const npm = read(posix.join(root, "package-lock.json")) ?? read(posix.join(root, "npm-shrinkwrap.json"));
  const yarn = read(posix.join(root, "yarn.lock"));
  const bun = read(posix.join(root, "bun.lock"));
  return (name) =>
    npm?.includes(`"node_modules/${name}"`) === true ||
    (yarn !== null && [`\n${name}@`, `\n"${name}@`].some((start) => yarn.includes(start))) ||
    bun?.includes(`\n    "${name}": [`) === true;
}
