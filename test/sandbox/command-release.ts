import type { Release } from "../../src/config/schema.ts";

/** A release that is a command, as the configuration gives it. */
export function releaseWith(command: string, more: Partial<Release> = {}): Release {
  return {
    name: "cut",
    command,
    args: [],
    calls: [],
    env: {},
    answers: {},
    timeoutSeconds: 300,
    memoryMiB: 256,
    ...more,
  };
}
