import { configFileName } from "../../config/load-config.ts";
import type { Ignore } from "../../config/schema.ts";
import { tomlLines } from "../../config/toml-text.ts";
import type { FoundAudit } from "../../findings/audit.ts";
import type { Replacement } from "./repair.ts";

/**
 * True when an ignore can be added to the configuration without taking another one out of force: the ignores of a file
 * stand in place of those of the preset. The file has to be one that the patch can name.
 */
export function takesIgnores({ config, repository }: FoundAudit): boolean {
  if (config.file !== null && !repository.has(config.file)) return false;
  return config.ignores.every(({ source }) => source.from === "file");
}

/** Puts the text of an ignore at the end of the configuration, which is made where there is none. */
export function appended(text: string, { config, repository }: FoundAudit): Replacement[] {
  const path = config.file ?? configFileName;
  const before = repository.has(path) ? (repository.read(path) ?? "") : "";
  const append = (more: string) => ({ path, span: { start: before.length, end: before.length }, text: more });
  const entry = append(`\n${text}`);
  return before === "" || before.endsWith("\n") ? [entry] : [append("\n"), entry];
}

/** An ignore as it is written in a configuration. */
export function ignoreText({ path, pattern, reason }: Ignore): string {
  const lines = tomlLines({ path, ...(pattern === undefined ? {} : { pattern }), reason });
  return `[[ignore]]\n${lines.map((line) => `${line}\n`).join("")}`;
}

/** A path as a glob that matches nothing else. */
export function exactGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!]/gu, "\\$&");
}
