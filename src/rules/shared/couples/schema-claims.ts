import { fileStart } from "../../../findings/file-start.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Span } from "../../../repository/text/span.ts";
import type { MemberRole, MemberValue } from "./member-value.ts";
import type { ProtocolConstant } from "./protocol-constants.ts";
import type { SchemaSubject, SchemaSubjects } from "./schema-subjects.ts";
import { constantTopic, moduleTopic, subjectTopic, type Topic } from "./schema-topic.ts";
import type { SourcePackage } from "./source-packages.ts";
import { versionModules } from "./version-modules.ts";

/** One place that speaks about a schema, before it is known what else does. */
export interface Claim extends Topic {
  readonly member: MemberValue;
}

/** A source file with what is known of it. */
export interface SpeakingFile {
  readonly path: string;
  readonly text: string;
  readonly constants: readonly ProtocolConstant[];
  readonly owner: SourcePackage;
}

/** What the folders of a subject say: their highest versions. */
export function folderClaims(subject: SchemaSubject, repository: Repository): Claim[] {
  return subject.folders.map(({ dir, highest, newest }) => ({
    ...subjectTopic(subject),
    member: {
      what: `the highest schema in ${dir}`,
      value: String(highest),
      how: null,
      location: fileStart(newest, repository),
      role: "decides",
    },
  }));
}

/** One place that says a number. */
interface Saying {
  readonly what: string;
  readonly value: number;
  readonly span: Span;
  readonly role: MemberRole;
}

/** What the constants and re-exports of a source file say, at most one of each for one topic: the newest. */
export function fileClaims(file: SpeakingFile, subjects: SchemaSubjects, repository: Repository): Claim[] {
  const { path, text, constants, owner } = file;
  const claim = (topic: Topic | null, { what, value, span, role }: Saying): Claim[] => {
    const member = { what, value: String(value), how: null, location: repository.locate(path, span), role };
    return topic === null ? [] : [{ ...topic, member }];
  };
  const modules = versionModules(path, text).map((module) => ({
    ...module,
    topic: moduleTopic(module, path, owner, subjects),
  }));
  const distinct = new Map(modules.map(({ topic, version }) => [`${topic?.key}\0${version}`, topic]));
  const topics = [...distinct.values()].filter((topic) => topic !== null);
  const held = constants.flatMap((constant) =>
    claim(constantTopic(constant, topics, file, subjects), {
      ...constant,
      what: constant.name,
      role: "holds",
    }),
  );
  const reexported = modules
    .filter(({ how }) => how === "whole")
    .flatMap(({ topic, version, span }) =>
      claim(topic, { what: "the re-export", value: version, span, role: "names" }),
    );
  return [...newestPerTopic(held), ...newestPerTopic(reexported)];
}

/** A file may speak older versions beside the newest one; only the newest has to keep up. */
function newestPerTopic(claims: readonly Claim[]): Claim[] {
  const newest = new Map<string, Claim>();
  for (const claim of claims) {
    const known = newest.get(claim.key);
    if (known === undefined || Number(claim.member.value) > Number(known.member.value))
      newest.set(claim.key, claim);
  }
  return [...newest.values()];
}
