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

/** What a preset has beyond the tables of a user's file. */
const presetSchema = v.strictObject({
  ...configSchema.entries,
  /** All of these must hold: the file exists and contains the text. */
  recognise: v.pipe(
    v.array(v.strictObject({ path: v.string(), contains: v.string() })),
    v.minLength(1, "a preset that recognises everything"),
  ),
});

/** Reads a preset. Throws when the file is not a valid preset, which is a defect of this tool. */
export function loadPreset(name: PresetName): Preset {
  const { recognise: _, ...tables } = readPreset(name);
  return { name, tables };
}

/** The preset that is made for this repository, recognised by what its own files say; null when there is none. */
export function recognisePreset(repository: Repository): Preset | null {
  for (const name of presetNames) {
    const { recognise, ...tables } = readPreset(name);
    const isMeant = recognise.every(
      ({ path, contains }) => repository.has(path) && (repository.read(path)?.includes(contains) ?? false),
    );
    if (isMeant) return { name, tables };
  }
  return null;
}

function readPreset(name: PresetName): v.InferOutput<typeof presetSchema> {
  const text = readFileSync(new URL(`./presets/${name}.toml`, import.meta.url), "utf8");
  return v.parse(presetSchema, parse(text));
}
