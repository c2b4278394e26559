import { posix } from "node:path";
import { toRepositoryPath } from "../host/files/virtual-path.ts";
import type { Origin, Outcome } from "../host/record/run-record.ts";
import { TypeScriptError } from "./strip-types.ts";

/** Something that the sandbox does not have, for the moment when the script uses it. */
export interface Refusal {
  readonly message: string;
  readonly help: string;
  /** Where it was imported; null when the place of its use says more. */
  readonly origin: Origin | null;
}

const nativeRun = "or rehearse natively with `command` and --engine command";

/**
 * What could not be loaded. A script may catch an error that it is given for this; when it does not, the error's
 * message leads back to how the rehearsal ends.
 */
export class Refusals {
  readonly #given: Refusal[] = [];
  readonly #ends = new Map<string, Outcome>();

  /** The refusal behind a key of `package` or `builtin`; null for a key that was never given. */
  at(key: number): Refusal | null {
    return this.#given[key] ?? null;
  }

  /** How the rehearsal ends when an error with this message ends the script; null when the script made the error. */
  endFor(message: string): Outcome | null {
    return this.#ends.get(message) ?? null;
  }

  /** A package that is imported and may be used later. */
  package(specifier: string, origin: Origin | null): number {
    return this.#give({ ...unavailable(specifier), origin });
  }

  /** A name of a module of Node that the sandbox does not offer. */
  builtin(module: string, name: string): number {
    const message = `the script uses \`${name}\` of node:${module}, which the sandbox does not offer`;
    return this.#give({ message, help: `make the release not depend on it, ${nativeRun}`, origin: null });
  }

  /** A global of Node that the sandbox does not offer. */
  global(name: string): number {
    const message = `the script uses \`${name}\`, which the sandbox does not offer`;
    return this.#give({ message, help: `make the release not depend on it, ${nativeRun}`, origin: null });
  }

  /** The error for an import that cannot be put off until it is used. */
  unavailable(specifier: string, base: string, origin: Origin | null): Error {
    const message = `Cannot find package '${specifier}' imported from ${base}`;
    this.#ends.set(message, { ended: "stopped", ...unavailable(specifier), origin });
    return new Error(message);
  }

  /** The error for a package that is imported and that no package.json names. */
  undeclared(specifier: string, base: string, origin: Origin | null): Error {
    const message = `Cannot find package '${packageOf(specifier)}' imported from ${base}`;
    const isPackage = !/^#|^[a-z][a-z0-9+.-]*:/i.test(specifier);
    const help = isPackage
      ? "name it among the dependencies of the package.json beside the script, or above it"
      : "correct the import, or rehearse natively with `command` and --engine command";
    const told = isPackage
      ? `the script needs the package \`${packageOf(specifier)}\`, which no package.json names`
      : `the script imports \`${specifier}\`, which Node does not find`;
    this.#ends.set(message, { ended: "stopped", message: told, help, origin });
    return new Error(message);
  }

  /** The error for an import of JSON that does not say that it is JSON, which Node wants of a module. */
  unmarkedJson(path: string, origin: Origin | null): Error {
    const message = `Module "file://${path}" needs an import attribute of "type: json"`;
    this.#ends.set(message, { ended: "failed", message, exitCode: 1, origin });
    return new Error(message);
  }

  /** The error for an import of a file that is no script, which only a hook of the loader can make one of. */
  foreign(path: string, origin: Origin | null): Error {
    const message = `Unknown file extension "${posix.extname(path)}" for ${path}`;
    this.#ends.set(message, {
      ended: "stopped",
      message: `the script imports ${toRepositoryPath(path) ?? path}, which is no JavaScript, and the sandbox has no hook that makes it some`,
      help: `make the release not depend on it, ${nativeRun}`,
      origin,
    });
    return new Error(message);
  }

  /** The error for a relative import that leads nowhere. */
  absent(specifier: string, base: string, origin: Origin | null): Error {
    const message = `Cannot find module '${specifier}' imported from ${base}`;
    this.#ends.set(message, { ended: "failed", message, exitCode: 1, origin });
    return new Error(message);
  }

  /** Makes something of a source. TypeScript that does not parse becomes an error for the script. */
  guard<T>(name: string, make: () => T): T {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof TypeScriptError)) throw error;
      const message = `${name}:${error.line}:${error.column}: ${error.message}`;
      const origin = {
        path: toRepositoryPath(name) ?? name,
        line: error.line,
        column: error.column,
        function: null,
      };
      this.#ends.set(message, { ended: "failed", message: error.message, exitCode: 1, origin });
      throw new Error(message);
    }
  }

  #give(refusal: Refusal): number {
    this.#given.push(refusal);
    return this.#given.length - 1;
  }
}

/** `@scope/name` of `@scope/name/sub/path`, which is what can be installed. */
function packageOf(specifier: string): string {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
}

function unavailable(specifier: string): { message: string; help: string } {
  return specifier.startsWith("node:")
    ? {
        message: `the script needs ${specifier}, which the sandbox does not offer`,
        help: `make the release not depend on it, ${nativeRun}`,
      }
    : {
        message: `the script needs the package \`${packageOf(specifier)}\`, which is not installed`,
        help: `install the repository's packages so that it is found in node_modules, ${nativeRun}`,
      };
}
