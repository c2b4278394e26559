import { basename } from "node:path/posix";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Occurrence } from "../occurrences/occurrence.ts";
import { nodesIn } from "../script/nodes.ts";
import { folderOf } from "../workspace/path.ts";
import { insertion, type StringList, stringList } from "./list-insertion.ts";
import { isMeantForNpm } from "./meant-for-npm.ts";
import type { Repair } from "./repair.ts";
import type { Situation } from "./situation.ts";
import { workingRepairs } from "./working-repairs.ts";

/**
 * Entries for the lists of the release script: a list that names covered places in some form, by their file, package or
 * key, gets the names of uncovered ones in the same form. Which of them help is found out by rehearsing.
 */
export async function listEntries(
  places: readonly JudgedOccurrence[],
  situation: Situation,
): Promise<Repair[]> {
  const known = namesOfCovered(situation);
  const repairs: Repair[] = [];
  for (const list of listsIn(situation)) {
    const repaired = new Set(repairs.flatMap((repair) => repair.places));
    const open = places.filter((place) => !repaired.has(place));
    repairs.push(...(await workingRepairs(entriesFor(list, open, known, situation), situation.tryOut)));
  }
  return repairs;
}

function listsIn({ scripts }: Situation): StringList[] {
  return scripts.flatMap((script) =>
    [...nodesIn(script.program)].flatMap((node) =>
      node.type === "ArrayExpression" ? (stringList(script, node) ?? []) : [],
    ),
  );
}

/** What covered places are called, by the form of the name. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

function namesOfCovered({ audit }: Situation): Names {
  const names = new Map<string, Set<string>>();
  for (const place of audit.occurrences) {
    if (place.verdict !== "covered") continue;
    for (const [form, name] of namesFor(place)) names.set(form, (names.get(form) ?? new Set()).add(name));
  }
  return names;
}

/** What a script could call a place, by the form of the name. */
function namesFor({ path, kind, subject, keyPath }: Occurrence): [form: string, name: string][] {
  const names: [string, string][] = [
    ["file", path],
    ["./file", `./${path}`],
  ];
  if (kind === "manifest-version") {
    const folder = folderOf(path);
    names.push(["folder", folder], ["./folder", `./${folder}`], ["folder name", basename(folder)]);
    if (subject !== null) names.push([subject.type, subject.name]);
  }
  if (kind === "dependency" && subject?.type === "crate") {
    const keys = (keyPath ?? []).filter((key) => key !== "version");
    names.push(["dependency key", String(keys.at(-1))], ["dependency", subject.name]);
  }
  return names;
}

function entriesFor(
  list: StringList,
  open: readonly JudgedOccurrence[],
  known: Names,
  situation: Situation,
): Repair[] {
  const listed = new Set(list.values);
  const forms = [...known].filter(([, names]) => list.values.some((value) => names.has(value)));
  const aims = new Map<string, JudgedOccurrence[]>();
  for (const place of open) {
    for (const [form, name] of namesFor(place)) {
      const isCandidate = name !== "" && !listed.has(name) && forms.some(([each]) => each === form);
      if (!isCandidate || !resembles(name, list) || (form === "npm" && !isMeantForNpm(place, situation)))
        continue;
      aims.set(name, [...(aims.get(name) ?? []), place]);
    }
  }
  return [...aims].map(([name, places]) => ({
    kind: "list",
    places,
    replacements: [insertion(list, name)],
    says: `names ${name} in the list of ${list.script.path}`,
  }));
}

/** A list of files is for files like those in it: a script that reads JSON cannot read a Markdown file. */
function resembles(name: string, { values }: StringList): boolean {
  const extension = (path: string) => basename(path).replace(/^[^.]*/u, "");
  return values.some((value) => extension(value) === extension(name));
}
