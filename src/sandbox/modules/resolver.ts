import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Overlay } from "../host/files/overlay.ts";
import { decodeLoosely } from "../host/files/text.ts";
import { toRepositoryPath, toVirtualPath, virtualRoot } from "../host/files/virtual-path.ts";
import { DeclaredPackages } from "./declared-packages.ts";
import { type PackageFile, type PackageFiles, splitSpecifier } from "./package-files.ts";
import { importsTarget, packageTarget, readPackageFields } from "./package-target.ts";
import { isTypeScriptFile, nodeFile, scriptFile } from "./script-files.ts";
import { type Runner, runnerOf } from "./script-runner.ts";
import { ownFirst, standIns } from "./stand-ins.ts";
import { tsconfigPaths } from "./tsconfig-paths.ts";

/** What a specifier means. `name` is the name under which the engine knows the module. */
export type Resolution =
  /** A file of the repository view; `name` is its absolute virtual path. */
  | { readonly kind: "repository"; readonly name: string }
  | { readonly kind: "package"; readonly name: string; readonly file: PackageFile }
  /** A module of Node; `name` has its `node:`. */
  | { readonly kind: "builtin"; readonly name: string }
  /** One of our own files; `name` starts with `rehearsal:/`. */
  | { readonly kind: "guest"; readonly name: string }
  /** A relative import that leads nowhere: a native run would fail too. */
  | { readonly kind: "absent"; readonly name: string }
  /** A package or a scheme that the sandbox does not have. */
  | { readonly kind: "unavailable"; readonly name: string }
  /** A package that nothing installs: a native run would not find it either. */
  | { readonly kind: "undeclared"; readonly name: string };

/** Who asks: a file of the repository at its absolute virtual path, or a file of a package. */
export type Importer = { readonly path: string } | { readonly file: PackageFile };

/** Resolves specifiers over the repository view, as Node does for JavaScript and its runners for TypeScript. */
export class Resolver {
  readonly #overlay: Overlay;
  readonly #packages: PackageFiles;
  readonly #workspaceFolders: ReadonlyMap<string, string>;
  readonly #forPackages = new Map<string, Resolution>();
  readonly #declared: DeclaredPackages;
  /** Who runs the script. */
  readonly runner: Runner;

  /** `main` is the absolute virtual path of the script that is run. */
  constructor(overlay: Overlay, packages: PackageFiles, workspace: Workspace, main: string) {
    this.#overlay = overlay;
    this.#declared = new DeclaredPackages((path) => this.#text(path), virtualRoot);
    this.runner = runnerOf(main, (path) => this.#text(path));
    this.#packages = packages;
    this.#workspaceFolders = new Map(workspace.npm.map(({ name, dir }) => [name, toVirtualPath(dir)]));
  }

  resolve(specifier: string, importer: Importer, isImport: boolean): Resolution {
    if (isBuiltin(specifier)) return { kind: "builtin", name: builtinName(specifier) };
    const standIn = this.#standIn(specifier, importer, isImport);
    const isInstalled = "file" in importer || this.#isInstalled(specifier, importer.path);
    if (standIn !== undefined && isInstalled)
      return { kind: "guest", name: `rehearsal:/packages/${standIn}.js` };
    if ("file" in importer) return this.#forPackage(specifier, importer.file, isImport);
    if (isPath(specifier)) return this.#path(specifier, importer.path, isImport);
    const found = this.#bare(specifier, importer.path, isImport, isInstalled);
    return (
      found ?? {
        kind: isInstalled || specifier.startsWith("node:") ? "unavailable" : "undeclared",
        name: specifier,
      }
    );
  }

  #standIn(specifier: string, importer: Importer, isImport: boolean): string | undefined {
    const inside = "path" in importer ? toRepositoryPath(posix.dirname(importer.path)) : null;
    const isOwn =
      ownFirst.has(specifier) &&
      inside !== null &&
      this.#packages.fromRepository(specifier, inside, isImport) !== null;
    return isOwn ? undefined : standIns.get(specifier);
  }

  /** True for a package that is there, or would be after an installation. */
  #isInstalled(specifier: string, importer: string): boolean {
    const [name] = splitSpecifier(specifier);
    const folder = posix.dirname(importer);
    const inside = toRepositoryPath(folder);
    if (inside !== null && this.#packages.isInstalled(name, inside)) return true;
    if (this.#declared.has(name, folder)) return true;
    return this.#workspaceFolders.has(name) && this.#declared.linksMembers;
  }

  /** What is installed does not change while a script runs, and packages ask for the same again and again. */
  #forPackage(specifier: string, importer: PackageFile, isImport: boolean): Resolution {
    const key = `${isImport} ${specifier} ${importer.file}`;
    const known = this.#forPackages.get(key);
    if (known !== undefined) return known;
    const file = this.#packages.fromPackage(specifier, importer.file, isImport);
    const isRelative = specifier.startsWith(".");
    const missing: Resolution = { kind: isRelative ? "absent" : "unavailable", name: specifier };
    const resolution = file === null ? missing : this.#package(file);
    this.#forPackages.set(key, resolution);
    return resolution;
  }

  #path(specifier: string, importer: string, isImport: boolean): Resolution {
    const path = specifier.startsWith("file:")
      ? fileURLToPath(specifier, { windows: false })
      : posix.resolve(posix.dirname(importer), specifier.replace(/[?#].*/s, ""));
    const found = this.#script(path, importer, isImport);
    return found === null ? { kind: "absent", name: specifier } : { kind: "repository", name: found };
  }

  #bare(specifier: string, importer: string, isImport: boolean, isInstalled: boolean): Resolution | null {
    const folder = posix.dirname(importer);
    const aliases =
      this.runner === "node" ? [] : tsconfigPaths(specifier, folder, (file) => this.#text(file));
    for (const path of aliases) {
      const found = this.#script(path, importer, isImport);
      if (found !== null) return { kind: "repository", name: found };
    }
    if (specifier.startsWith("#")) return this.#imported(specifier, importer, isImport);
    if (!isInstalled) return null;
    const member = this.#workspacePackage(specifier, importer, isImport);
    if (member !== null) return { kind: "repository", name: member };
    const inside = toRepositoryPath(folder);
    const file = inside === null ? null : this.#packages.fromRepository(specifier, inside, isImport);
    return file === null ? null : this.#package(file);
  }

  /** The `imports` of the package that a file belongs to: https://nodejs.org/api/packages.html#subpath-imports. */
  #imported(specifier: string, importer: string, isImport: boolean): Resolution | null {
    for (
      let folder = posix.dirname(importer);
      folder !== posix.dirname(folder);
      folder = posix.dirname(folder)
    ) {
      const manifest = posix.join(folder, "package.json");
      const text = this.#text(manifest);
      const fields = text === null ? null : readPackageFields(text);
      if (fields === null) continue;
      const target = importsTarget(fields, specifier, isImport);
      return target === null || target.startsWith("#")
        ? null
        : this.resolve(target, { path: manifest }, isImport);
    }
    return null;
  }

  /** A package of the workspace, of which the package manager would put a link into `node_modules`. */
  #workspacePackage(specifier: string, importer: string, isImport: boolean): string | null {
    const [name, subpath] = splitSpecifier(specifier);
    const folder = this.#workspaceFolders.get(name);
    const text = folder === undefined ? null : this.#text(posix.join(folder, "package.json"));
    const fields = text === null ? null : readPackageFields(text);
    const target = fields === null ? null : packageTarget(fields, subpath, isImport);
    if (folder === undefined || fields === null || target === null) return null;
    const isExact = isImport && fields.exports !== undefined;
    return this.#script(posix.join(folder, target), importer, isExact);
  }

  /** A link of `node_modules` can lead back into the repository. */
  #package(file: PackageFile): Resolution {
    return this.#isFile(file.name) && !file.name.includes("/node_modules/")
      ? { kind: "repository", name: file.name }
      : { kind: "package", name: file.name, file };
  }

  #script(path: string, importer: string, isImport: boolean): string | null {
    const isFile = (file: string) => this.#isFile(file);
    const found =
      this.runner === "node"
        ? nodeFile(path, isImport, isFile)
        : scriptFile(path, isTypeScriptFile(importer), isFile);
    return found === null ? null : this.#overlay.realPath(found);
  }

  #isFile(path: string): boolean {
    return this.#overlay.kindOf(path) === "file";
  }

  #text(path: string): string | null {
    return this.#isFile(path) ? decodeLoosely(this.#overlay.read(path)) : null;
  }
}

/** `sys` is an older name of `util`. */
function builtinName(specifier: string): string {
  const name = `node:${specifier.replace(/^node:/, "")}`;
  return name === "node:sys" ? "node:util" : name;
}

function isPath(specifier: string): boolean {
  return /^(?:\.{1,2}(?:\/|$)|\/|file:)/.test(specifier);
}
