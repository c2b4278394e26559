import { basename } from "node:path/posix";
import type { Occurrence } from "../../inventory/occurrence.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import { nodesIn } from "../../release/script/nodes.ts";
import { folderOf } from "../../repository/packages/path.ts";
import { insertion, type StringList, stringList } from "./list-insertion.ts";
import { isMeantForNpm } from "./meant-for-npm.ts";
import type { Repair } from "./repair.ts";
import type { Situation } from "./situation.ts";
import { workingRepairs } from "./working-repairs.ts";

/** Entries for lists of packages, crates and keys. */
export function namesInLists(places: readonly JudgedOccurrence[], situation: Situation): Promise<Repair[]> {
  return listEntries(places, situation, namesFor);
}

/** Entries for lists of files and folders. */
export function pathsInLists(places: readonly JudgedOccurrence[], situation: Situation): Promise<Repair[]> {
  return listEntries(places, situation, pathsFor);
}

/** What a script could call a place, by the form of the name. */
type Calling = (place: Occurrence) => [form: string, name: string][];

/**
 * A list of the release script that names covered places in some form gets the names of uncovered ones in the same form.
 * Which of them help is found out by rehearsing.
 */
async function listEntries(
  places: readonly JudgedOccurrence[],
  situation: Situation,
  call: Calling,
): Promise<Repair[]> {
  const known = namesOfCovered(situation, call);
  const repairs: Repair[] = [];
  for (const list of listsIn(situation)) {
    const repaired = new Set(repairs.flatMap((repair) => repair.places));
    const open = places.filter((place) => !repaired.has(place));
    repairs.push(
      ...(await workingRepairs(entriesFor(list, open, { call, known }, situation), situation.tryOut)),
    );
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

function namesOfCovered({ audit }: Situation, call: Calling): Names {
  const names = new Map<string, Set<string>>();
  for (const place of audit.occurrences) {
    if (place.verdict !== "covered") continue;
    for (const [form, name] of call(place)) names.set(form, (names.get(form) ?? new Set()).add(name));
  }
  return names;
}

function namesFor({ kind, subject, keyPath }: Occurrence): [form: string, name: string][] {
  if (subject === null) return [];
  if (kind === "manifest-version") return [[subject.type, subject.name]];
  if (kind !== "dependency" || subject.type !== "crate") return [];
  const key = (keyPath ?? []).findLast((each) => each !== "version");
  return [
    ["dependency key", String(key)],
    ["dependency", subject.name],
  ];
}

function pathsFor({ path, kind }: Occurrence): [form: string, name: string][] {
  const folder = folderOf(path);
  const names: [string, string][] = [
    ["file", path],
    ["./file", `./${path}`],
  ];
  if (kind !== "manifest-version" || folder === "") return names;
  names.push(["folder", folder], ["./folder", `./${folder}`], ["folder name", basename(folder)]);
  return names;
}

function entriesFor(
  list: StringList,
  open: readonly JudgedOccurrence[],
  { call, known }: { readonly call: Calling; readonly known: Names },
  situation: Situation,
): Repair[] {
  const listed = new Set(list.values);
  const forms = [...known].filter(([, names]) => list.values.some((value) => names.has(value)));
  const aims = new Map<string, JudgedOccurrence[]>();
  for (const place of open) {
    for (const [form, name] of call(place)) {
      const isCandidate = !listed.has(name) && forms.some(([each]) => each === form);
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
