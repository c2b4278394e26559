import type { Settings } from "./settings.ts";

/** A command with its own options bound: it prints what it has to say and gives its exit code. */
export type Command = (settings: Settings) => Promise<number>;

/** Runs a command, which is loaded only now, so that the help need not wait for it. */
export type Perform = (settings: Settings, load: () => Promise<Command>) => Promise<void>;
