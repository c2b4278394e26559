import { missedText } from "../../../findings/covering-help.ts";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { shellWord, substitution } from "../../../release/tools/shared/covering/script-lines.ts";
import type { Repair, Replacement } from "../repair.ts";
import type { Situation } from "../situation.ts";
import { workingRepairs } from "../working-repairs.ts";
import { lastCall, namedFiles } from "./call-lines.ts";
import { type LineStyle, lineStyleOf } from "./line-style.ts";

/** A line that was seen to write a file, and where the next line begins. */
interface ModelLine extends LineStyle {
  readonly script: string;
  readonly next: number;
}

/**
 * New lines for a script of a shell, a recipe of make or a step of a workflow that rewrites one file after another by
 * `sed` or `perl`: each in the style of the last one that is there, and kept only when the rehearsed release writes its
 * place by it.
 */
export async function shellLines(
  places: readonly JudgedOccurrence[],
  situation: Situation,
): Promise<Repair[]> {
  const working = await workingRepairs(namedFiles(places, situation), situation.tryOut);
  const model = modelLines(situation).at(-1) ?? modelInFunction(situation);
  if (model === null) return working;
  for (const version of [...new Set(model.versions), null]) {
    const done = new Set(working.flatMap((repair) => repair.places));
    const left = places.filter((place) => !done.has(place));
    if (left.length === 0) break;
    const before = working.flatMap(({ replacements }) => replacements);
    const drafts = draftsOf(left, model, version, situation);
    working.push(...(await workingRepairs(drafts, situation.tryOut, before)));
  }
  return working;
}

/** A line for each place. @param version how it names the new version; null for a copy of the line for another file */
function draftsOf(
  places: readonly JudgedOccurrence[],
  model: ModelLine,
  version: string | null,
  { audit }: Situation,
): Repair[] {
  return places.flatMap((place): Repair[] => {
    const missed = missedText(place, audit);
    if (place.kind === "lock-entry" || place.parts !== undefined || !missed.isOnlyLine) return [];
    // Within a recipe a dollar sign is one of make.
    if (`${missed.path}${missed.before}${missed.after}`.includes("$")) return [];
    const written = version === null ? model.written : substitution(missed, version, model.program);
    const text = `${lineFor(written, missed.path, model, version !== null)}\n`;
    const replacement: Replacement = {
      path: model.script,
      span: { start: model.next, end: model.next },
      text,
    };
    const says = `adds a line for ${missed.path} to ${model.script}`;
    return [{ kind: "line", places: [place], replacements: [replacement], says }];
  });
}

function modelLines({ audit: { rehearsals, repository } }: Situation): ModelLine[] {
  const seen = new Map<string, ModelLine>();
  for (const { writes } of rehearsals)
    for (const { path, origin } of writes) {
      const text = origin === null ? null : repository.read(origin.path);
      if (origin === null || text === null) continue;
      const lines = text.split("\n");
      const line = lines[origin.line - 1] ?? "";
      const isContinued = line.endsWith("\\") || (lines[origin.line - 2] ?? "").endsWith("\\");
      const style = isContinued ? null : lineStyleOf(line, path);
      if (style === null || origin.line >= lines.length) continue;
      const next = lines.slice(0, origin.line).join("\n").length + 1;
      seen.set(`${origin.path}:${origin.line}`, { ...style, script: origin.path, next });
    }
  return [...seen.values()];
}

/** The line of a function that writes a file which its caller names, as it would stand behind the last call. */
function modelInFunction(situation: Situation): ModelLine | null {
  const call = lastCall(situation);
  const style = call === null ? null : lineStyleOf(call.line.trimStart(), null);
  if (call === null || style === null) return null;
  const { script, next, indent, variables } = call;
  const versions = [...style.versions, ...variables];
  const [start, plainStart] = [`${indent}${style.start}`, `${indent}${style.plainStart}`];
  return { ...style, start, plainStart, versions, script, next };
}

function lineFor(
  script: string,
  path: string,
  { start, plainStart, between, end, file, backup }: ModelLine,
  isNew: boolean,
): string {
  const word = shellWord(path);
  const behind = end.replaceAll(file, () => path);
  const isLeft = backup !== "" && !behind.includes(path + backup);
  return `${isNew ? start : plainStart}${script}${between}${word}${behind}${isLeft ? ` && rm ${shellWord(path + backup)}` : ""}`;
}
