import type { ProtocolConstant } from "./protocol-constants.ts";
import { namelessFolders } from "./schema-folders.ts";
import type { SchemaSubject, SchemaSubjects } from "./schema-subjects.ts";
import type { SourcePackage } from "./source-packages.ts";
import { folderBeside, type VersionModule } from "./version-modules.ts";

/** What a constant or a module is about, as far as names prove it. */
export interface Topic {
  /** Equal for everything about the same schema. */
  readonly key: string;
  readonly name: string;
  /** Null when no schema folder of the repository has this name. */
  readonly subject: SchemaSubject | null;
}

const pathWords = /^(?:[.@~].*|crate|self|super)$/;
const importedPackage = /\bfrom\s*["']((?:@[\w.-]{1,100}\/)?[\w.-]{1,100})["']/g;

export function subjectTopic(subject: SchemaSubject): Topic {
  return { key: subject.folders.map((folder) => folder.dir).join("\0"), name: subject.name, subject };
}

/**
 * A module is about what the last telling word before its `vN` names, else about what the folder of its file is called
 * after, else about what its package is about.
 */
export function moduleTopic(
  module: VersionModule,
  path: string,
  owner: SourcePackage,
  subjects: SchemaSubjects,
): Topic | null {
  const word = module.stem.findLast((segment) => !namelessFolders.has(segment) && !pathWords.test(segment));
  if (word === undefined) {
    const folder = folderBeside(path, module);
    const beside = folder === null ? null : subjects.named(folder);
    return beside === null ? packageTopic(owner, subjects) : subjectTopic(beside);
  }
  const subject = subjects.named(word.replaceAll("_", "-"));
  return subject === null ? { key: `${owner.dir}\0${word}`, name: word, subject } : subjectTopic(subject);
}

function packageTopic(owner: SourcePackage, subjects: SchemaSubjects): Topic | null {
  const named = owner.names.map((name) => subjects.ofPackage(name)).find((subject) => subject !== null);
  const subject = named ?? subjects.within(owner.dir);
  return subject === null ? null : subjectTopic(subject);
}

/**
 * A constant is about what its prefix names. Without a prefix it is about the modules that its file names most versions
 * of, else about its package, else about the one protocol package that the file imports.
 * @param modules the topics of the vN modules that the file names, one entry per distinct version
 */
export function constantTopic(
  { prefix, bare }: ProtocolConstant,
  modules: readonly Topic[],
  { text, owner }: { readonly text: string; readonly owner: SourcePackage },
  subjects: SchemaSubjects,
): Topic | null {
  if (bare) return packageTopic(owner, subjects);
  if (prefix === "")
    return mostNamed(modules) ?? packageTopic(owner, subjects) ?? importedTopic(text, subjects);
  const subject = subjects.named(prefix);
  return subject === null ? null : subjectTopic(subject);
}

function mostNamed(modules: readonly Topic[]): Topic | null {
  const counts = new Map<string, number>();
  for (const { key } of modules) counts.set(key, (counts.get(key) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] === second?.[1]) return null;
  return modules.find(({ key }) => key === first[0]) ?? null;
}

function importedTopic(text: string, subjects: SchemaSubjects): Topic | null {
  const found = new Map<string, Topic>();
  for (const [, name = ""] of text.matchAll(importedPackage)) {
    const subject = subjects.ofPackage(name);
    if (subject !== null) found.set(subject.name, subjectTopic(subject));
  }
  return found.size === 1 ? ([...found.values()][0] ?? null) : null;
}
