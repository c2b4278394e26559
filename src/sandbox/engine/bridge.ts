import { ValiError } from "valibot";
import type { Ending } from "../host/ending.ts";
import { SystemError } from "../host/files/system-error.ts";
import type { Operations } from "./operation.ts";

/** An error as the script is given it. */
interface ErrorReply {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly errno?: number;
  readonly syscall?: string;
  readonly path?: string;
  readonly dest?: string;
}

/**
 * The one door between the script and us: JSON text in, JSON text out, as `[true, value]` or `[false, error]`. No
 * object of ours ever gets inside. The empty string says that the run has ended and nothing more will be answered.
 */
export class Bridge {
  readonly #operations: ReadonlyMap<string, Operations[string]>;
  readonly #ending: Ending;
  #stack = "";

  constructor(operations: Operations, ending: Ending) {
    this.#operations = new Map(Object.entries(operations));
    this.#ending = ending;
  }

  /** The stack of the question that is being answered. */
  get stack(): string {
    return this.#stack;
  }

  answer(name: string, args: string, stack: string): string {
    this.#stack = stack;
    try {
      const operation = this.#operations.get(name);
      if (operation === undefined) throw new TypeError(`there is no operation ${name}`);
      const value = operation.run(JSON.parse(args));
      return this.#ending.isReached ? "" : JSON.stringify([true, value ?? null]);
    } catch (error) {
      return this.#ending.isReached ? "" : JSON.stringify([false, replyFor(error)]);
    }
  }
}

function replyFor(error: unknown): ErrorReply {
  if (error instanceof SystemError) {
    const { message, code, errno, syscall, path, dest } = error;
    return { name: "Error", message, code, errno, syscall, path, ...(dest !== null && { dest }) };
  }
  if (error instanceof ValiError) {
    return { name: "TypeError", message: `invalid argument: ${error.message}`, code: "ERR_INVALID_ARG_TYPE" };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: "Error", message: String(error) };
}
