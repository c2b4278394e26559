import { posix } from "node:path";
import type { Overlay } from "../host/files/overlay.ts";
import { decodeLoosely } from "../host/files/text.ts";
import { toRepositoryPath } from "../host/files/virtual-path.ts";
import type { Origin } from "../host/record/run-record.ts";
import type { Frame } from "../host/record/stack.ts";
import { declaredFormat } from "./declared-format.ts";
import { builtinFacade, commonJsFacade, jsonFacade, refusalFacade } from "./facades.ts";
import { builtinPath, guestText, missingNames } from "./guest-files.ts";
import type { ImportRequest } from "./imports-of.ts";
import { commonJsScope, moduleScope, packageScope } from "./module-scope.ts";
import { type ModuleFormat, ModuleSource } from "./module-source.ts";
import type { PackageFile, PackageFiles } from "./package-files.ts";
import { Refusals } from "./refusals.ts";
import type { Importer, Resolution, Resolver } from "./resolver.ts";
import { isScript, isTypeScriptFile } from "./script-files.ts";

/** Gives the engine the text of every module, and leads positions in it back to the repository. */
export class Loader {
  readonly refusals = new Refusals();
  /** The files of the repository that were loaded, relative to the root, in the order of loading. */
  readonly loaded: string[] = [];
  readonly #overlay: Overlay;
  readonly #packages: PackageFiles;
  readonly #resolver: Resolver;
  readonly #main: string;
  readonly #sources = new Map<string, ModuleSource>();
  readonly #packageFiles = new Map<string, PackageFile>();
  readonly #unavailable = new Map<string, { key: number; names: readonly string[] }>();
  readonly #failed = new Map<string, Error>();
  #commonJsNames: (name: string) => readonly string[] = () => [];

  /** `main` is the absolute virtual path of the script that is run. */
  constructor(overlay: Overlay, packages: PackageFiles, resolver: Resolver, main: string) {
    this.#overlay = overlay;
    this.#packages = packages;
    this.#resolver = resolver;
    this.#main = main;
  }

  /** Sets how to run a CommonJS module and learn what it exports. */
  set commonJsNames(names: (name: string) => readonly string[]) {
    this.#commonJsNames = names;
  }

  /**
   * The name of the module that `specifier` means in the module `base`. The engine takes no error here, so a failure
   * gets a name of its own, and is thrown when that is loaded.
   */
  normalize(base: string, specifier: string): string {
    try {
      return this.#nameOf(base, specifier);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const name = `failed:${base}#${specifier}`;
      this.#failed.set(name, error);
      return name;
    }
  }

  #nameOf(base: string, specifier: string): string {
    if (specifier.startsWith("rehearsal:/")) return this.#guestName(base, specifier);
    if (isOurs(base) && specifier.startsWith(".")) {
      return `rehearsal:${posix.resolve(posix.dirname(base.slice("rehearsal:".length)), specifier)}`;
    }
    if (isOurs(base) && specifier.startsWith("/")) return specifier;
    const resolution = this.resolve(base, specifier, true);
    const isFile = resolution.kind === "repository" || resolution.kind === "package";
    if (isFile && !isScript(resolution.name))
      throw this.refusals.foreign(resolution.name, this.#placeIn(base, specifier));
    if (isFile && this.#isUnmarkedJson(base, specifier, resolution.name))
      throw this.refusals.unmarkedJson(resolution.name, this.#placeIn(base, specifier));
    return resolution.kind === "unavailable"
      ? this.#refuse(base, specifier, resolution.name)
      : resolution.name;
  }

  /** What a specifier means in a module. Throws an Error for the script when it means nothing. */
  resolve(base: string, specifier: string, isImport: boolean): Resolution {
    const file = this.#packageFiles.get(base);
    const importer: Importer = file === undefined ? { path: isOurs(base) ? this.#main : base } : { file };
    const resolution = this.#resolver.resolve(specifier, importer, isImport);
    if (resolution.kind === "package") this.#packageFiles.set(resolution.name, resolution.file);
    if (resolution.kind === "absent")
      throw this.refusals.absent(specifier, base, this.#placeIn(base, specifier));
    if (resolution.kind === "undeclared")
      throw this.refusals.undeclared(specifier, base, this.#placeIn(base, specifier));
    return resolution;
  }

  #isUnmarkedJson(base: string, specifier: string, name: string): boolean {
    if (this.#resolver.runner !== "node" || !name.endsWith(".json")) return false;
    const source = this.#sources.get(base);
    return source?.imports.some((request) => request.specifier === specifier && !request.isJson) === true;
  }

  /**
   * The key of the refusal that a `require` is given for a package that the sandbox does not have. A package that
   * requires another one is prepared to do without: it is thrown an Error, as it would be natively.
   */
  refuseRequire(base: string, specifier: string, name: string): number {
    const place = this.#placeIn(base, specifier);
    if (this.#packageFiles.has(base)) throw this.refusals.unavailable(name, base, place);
    return this.refusals.package(name, place);
  }

  /** The text of a module for the engine. Throws an Error for the script. */
  load(name: string): string {
    const failed = this.#failed.get(name);
    if (failed !== undefined) throw failed;
    const unavailable = this.#unavailable.get(name);
    if (unavailable !== undefined) return refusalFacade(unavailable.key, unavailable.names);
    if (name.startsWith("node:")) return this.#builtin(name.slice("node:".length));
    if (isOurs(name)) return guestText(name.slice("rehearsal:/".length));
    if (name.endsWith(".json")) return jsonFacade(this.text(name), this.#resolver.runner !== "node");
    if (this.formatOf(name) === "commonjs") return commonJsFacade(name, this.#commonJsNames(name));
    const source = this.#sources.get(name);
    return source === undefined
      ? packageScope(this.text(name), "module")
      : moduleScope(source, name, {
          isMain: name === this.#main,
          hasCommonJs: this.#resolver.runner !== "node",
        });
  }

  /** The text of a CommonJS module as an expression that gives its function. */
  commonJs(name: string): string {
    const source = this.#source(name);
    return source === null ? packageScope(this.text(name), "commonjs") : commonJsScope(source);
  }

  formatOf(name: string): ModuleFormat {
    const file = this.#packageFiles.get(name);
    if (file === undefined) return this.#source(name)?.format ?? "module";
    if (/\.[cm]js$/.test(name)) return name.endsWith(".mjs") ? "module" : "commonjs";
    return this.#packages.typeOf(file) === "module" ? "module" : "commonjs";
  }

  /** The text of a file of the repository view or of a package. */
  text(name: string): string {
    const file = this.#packageFiles.get(name);
    if (file !== undefined) return this.#packages.read(file);
    const path = toRepositoryPath(name);
    if (name.endsWith(".json") && path !== null && !this.loaded.includes(path)) this.loaded.push(path);
    return decodeLoosely(this.#overlay.read(name));
  }

  /** The place in the repository of a frame; null for frames of ours and of packages. */
  locate(frame: Frame): Origin | null {
    const source = this.#sources.get(frame.module);
    const path = toRepositoryPath(frame.module);
    return source === undefined || path === null
      ? null
      : { path, ...source.locate(frame.line, frame.column) };
  }

  /** Where a module of the repository imports the name from the module; null when it does not. */
  placeOfImport(name: string, module: string): Origin | null {
    for (const [base, { imports }] of this.#sources) {
      const wanted = imports.filter(({ names }) => names.includes(name));
      const request = wanted.find(({ specifier }) => this.normalize(base, specifier) === module);
      if (request !== undefined) return this.#place(base, request);
    }
    return null;
  }

  /** False when the module holds JavaScript that we cannot read either. */
  isReadable(name: string): boolean {
    return this.#sources.get(name)?.isReadable ?? true;
  }

  #source(name: string): ModuleSource | null {
    if (this.#packageFiles.has(name)) return null;
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    const text = this.text(name);
    const source = this.refusals.guard(
      name,
      () => new ModuleSource(text, isTypeScriptFile(name), declaredFormat(name, this.#overlay)),
    );
    this.#sources.set(name, source);
    this.loaded.push(toRepositoryPath(name) ?? name);
    return source;
  }

  #builtin(builtin: string): string {
    const path = builtinPath(builtin);
    const hasDefault = /^export default /m.test(guestText(path));
    const refusals = missingNames(builtin).map((name): [string, number] => [
      name,
      this.refusals.builtin(builtin, name),
    ]);
    return builtinFacade(`rehearsal:/${path}`, hasDefault, new Map(refusals));
  }

  /** Scripts reach nothing of ours but what their own text was given. */
  #guestName(base: string, specifier: string): string {
    if (isOurs(base) || base.startsWith("node:") || this.#unavailable.has(base)) return specifier;
    if (specifier === "rehearsal:/module-scope.js" || this.formatOf(base) === "commonjs") return specifier;
    throw this.refusals.absent(specifier, base, this.#placeIn(base, specifier));
  }

  #refuse(base: string, specifier: string, meant: string): string {
    const place = this.#placeIn(base, specifier);
    const request = this.#packageFiles.has(base) ? null : this.#requestIn(base, specifier);
    if (request === null || request.isDynamic || request.names.length === 0) {
      throw this.refusals.unavailable(meant, base, place);
    }
    const name = `unavailable:${base}#${specifier}`;
    this.#unavailable.set(name, { key: this.refusals.package(meant, place), names: request.names });
    return name;
  }

  #requestIn(base: string, specifier: string): ImportRequest | null {
    const requests =
      this.#sources.get(base)?.imports.filter((request) => request.specifier === specifier) ?? [];
    const names = [...new Set(requests.flatMap((request) => request.names))];
    const [first] = requests;
    return first === undefined
      ? null
      : { ...first, names, isDynamic: requests.every(({ isDynamic }) => isDynamic) };
  }

  #placeIn(base: string, specifier: string): Origin | null {
    const request = this.#requestIn(base, specifier);
    return request === null ? null : this.#place(base, request);
  }

  #place(base: string, { start }: ImportRequest): Origin | null {
    const source = this.#sources.get(base);
    return source === undefined ? null : { path: toRepositoryPath(base) ?? base, ...source.placeOf(start) };
  }
}

function isOurs(name: string): boolean {
  return name.startsWith("rehearsal:/");
}
