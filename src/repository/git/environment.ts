/** Environment variables by name, for example `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of the process that asks for an audit, for a caller who passes none: the library then finds git, the
 * user's own configuration and the cargo home as the command line does. Nothing else of the library reads it.
 */
export function ownEnvironment(): Environment {
  return process.env;
}
