import * as v from "valibot";

/** Something that the script can ask of the host. It takes and gives JSON values and nothing else. */
export interface Operation {
  /** Throws a SystemError for the script, or a ValiError when the arguments are not what they must be. */
  run(args: unknown): unknown;
}

/** The operations of one concern by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** Makes an operation that validates its arguments before anything is done with them. */
export function operation<const Items extends v.TupleItems>(
  items: Items,
  run: (...args: v.InferOutput<v.TupleSchema<Items, undefined>>) => unknown,
): Operation {
  const schema = v.tuple(items);
  return { run: (args) => run(...v.parse(schema, args)) };
}

/** An absolute virtual path. Node refuses a NUL in a path as well. */
export const virtualPath = v.pipe(
  v.string(),
  v.check((path) => path.startsWith("/"), "must be an absolute path"),
  v.check((path) => !path.includes("\0"), "must be a string without null bytes"),
);
