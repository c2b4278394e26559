import { readFileSync } from "node:fs";
import { parse } from "@iarna/toml";
import * as v from "valibot";
import type { Repository } from "../repository/repository.ts";
import { type ConfigFile, configSchema } from "./schema.ts";

/** A ready configuration for a known repository. */
export interface Preset {
  readonly name: string;
  readonly tables: ConfigFile;
}

/** The names of the presets; each is a file `presets/NAME.toml` beside this module. */
export const presetNames = ["rivet"] as const;

export type PresetName = (typeof presetNames)[number];

/** By what each is recognised: every file exists and contains the text. No preset is read for another repository. */
const signs: Readonly<Record<PresetName, readonly { readonly path: string; readonly contains: string }[]>> = {
  rivet: [
    { path: "Cargo.toml", contains: "Rivet Gaming, LLC" },
    { path: "package.json", contains: '"rivet' },
  ],
};

/** Reads a preset. Throws when the file is not a valid preset, which is a defect of this tool. */
export function loadPreset(name: PresetName): Preset {
  const text = readFileSync(new URL(`./presets/${name}.toml`, import.meta.url), "utf8");
  return { name, tables: v.parse(configSchema, parse(text)) };
}

/** The preset that is made for this repository, recognised by what its own files say; null when there is none. */
export function recognisePreset(repository: Repository): Preset | null {
  const meant = presetNames.find((name) =>
    signs[name].every(
      ({ path, contains }) => repository.has(path) && (repository.read(path)?.includes(contains) ?? false),
    ),
  );
  return meant === undefined ? null : loadPreset(meant);
}
