import type { Repository } from "../../../repository/repository.ts";
import { type SchemaFolder, schemaFolders } from "./schema-folders.ts";

/** What a schema describes, with every folder that holds its numbered versions. */
export interface SchemaSubject {
  /** As the first folder is called, for example `runner-protocol`. */
  readonly name: string;
  /** One folder, or several that are copies of each other. */
  readonly folders: readonly SchemaFolder[];
  readonly highest: number;
}

/** The schema folders of a repository, to be found by the names that source code uses for them. */
export interface SchemaSubjects {
  readonly all: readonly SchemaSubject[];
  /** By the name of a module or constant, which may leave out a closing `protocol`. */
  named(name: string): SchemaSubject | null;
  /** By the name of a package or crate, which may have words before the subject's own name. */
  ofPackage(name: string): SchemaSubject | null;
  /** The only subject that has a folder below this one. */
  within(dir: string): SchemaSubject | null;
}

export function schemaSubjects(repository: Repository): SchemaSubjects {
  const all = subjectsOf(schemaFolders(repository.paths), repository);
  const unique = (wanted: (subject: SchemaSubject) => boolean): SchemaSubject | null => {
    const found = all.filter(wanted);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  return {
    all,
    named: (name) =>
      unique((subject) => subject.name === name) ??
      unique((subject) => withoutProtocol(subject.name) === withoutProtocol(name)),
    ofPackage: (name) => {
      const bare = name.slice(name.lastIndexOf("/") + 1);
      return (
        unique((subject) => bare === subject.name) ?? unique((subject) => endsInName(bare, subject.name))
      );
    },
    within: (dir) => unique((subject) => subject.folders.some((folder) => folder.dir.startsWith(`${dir}/`))),
  };
}

/** Folders of one name are one subject when they share a version's text; otherwise they only happen to share the name. */
function subjectsOf(folders: readonly SchemaFolder[], repository: Repository): SchemaSubject[] {
  const groups: SchemaFolder[][] = [];
  for (const folder of folders) {
    if (folder.name === "") continue;
    const copies = groups.find((group) => group.some((other) => areCopies(folder, other, repository)));
    if (copies === undefined) groups.push([folder]);
    else copies.push(folder);
  }
  return groups.flatMap(([first, ...copies]) => {
    if (first === undefined) return [];
    const group = [first, ...copies];
    return { name: first.name, folders: group, highest: Math.max(...group.map((folder) => folder.highest)) };
  });
}

function areCopies(a: SchemaFolder, b: SchemaFolder, repository: Repository): boolean {
  if (a.name !== b.name || a.extension !== b.extension) return false;
  return [...a.versions].some(([version, path]) => {
    const other = b.versions.get(version);
    return other !== undefined && repository.read(path) === repository.read(other);
  });
}

function withoutProtocol(name: string): string {
  return name.replace(/[-_]protocol$/, "");
}

/** A single word like `persist` ends too many names to say anything, so it has to be the whole of it. */
function endsInName(name: string, subject: string): boolean {
  return subject.includes("-") && name.endsWith(`-${subject}`);
}
