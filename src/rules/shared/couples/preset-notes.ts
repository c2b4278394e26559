import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Note } from "../../../repository/repository.ts";
import { deadPresetPaths } from "../../dead-path.ts";
import { presetGaps } from "./preset-gaps.ts";

/** What a preset names and this revision does not have: worth knowing, and nobody's fault. */
export function presetNotes(audit: AuditSoFar): Note[] {
  return [...presetGaps(audit), ...deadPresetPaths(audit)];
}
