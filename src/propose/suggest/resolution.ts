import type { Scalar } from "../../repository/documents/document.ts";
import { forcedRequirements } from "../../repository/packages/npm-resolutions.ts";
import { gapBefore } from "./list-insertion.ts";
import type { Replacement } from "./repair.ts";
import type { Situation } from "./situation.ts";

/**
 * What makes a plain `*` mean the package of the workspace: nothing when the root maps it already or the package manager
 * links members by itself, else an entry next to the ones that the root has. Null when neither is to be had.
 */
export function linking(name: string, { audit, opened }: Situation): Replacement[] | null {
  if (audit.workspace.resolutions.get(name)?.startsWith("workspace:") === true) return [];
  const text = audit.repository.has("package.json") ? audit.repository.read("package.json") : null;
  const mapped = forcedRequirements(opened.documentOf("package.json"))
    .map(({ scalar }) => scalar)
    .filter(({ value }) => String(value).startsWith("workspace:"));
  const last = mapped.at(-1);
  if (text !== null && last !== undefined && mapped.length > 1) return [entryAfter(last, name, text)];
  const usesPnpm = audit.repository.has("pnpm-workspace.yaml");
  return usesPnpm ? null : [];
}

function entryAfter({ span, value }: Scalar, name: string, text: string): Replacement {
  const lineStart = text.lastIndexOf("\n", span.start) + 1;
  const key = lineStart + (/\S/u.exec(text.slice(lineStart, span.start))?.index ?? 0);
  const entry = `,${gapBefore(text, key)}${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  return { path: "package.json", span: { start: span.end, end: span.end }, text: entry };
}
