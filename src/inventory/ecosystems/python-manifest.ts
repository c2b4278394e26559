import type { KeyPath, Scalar } from "../../repository/documents/document.ts";
import { valuesByKey } from "../../repository/documents/values-by-key.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence, Subject } from "../occurrence.ts";
import { type FoundVersion, pythonRequirement } from "./requirement.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/**
 * pyproject.toml as the standard and Poetry write it, and requirements files.
 * Formats: https://packaging.python.org/en/latest/specifications/pyproject-toml/,
 * https://python-poetry.org/docs/pyproject/ and https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export const pythonManifest: Ecosystem = {
  name: "python-manifest",
  matches: (path) => isProject(path) || /(?:^|\/)requirements[^/]*\.(?:txt|in)$/u.test(path),
  occurrences(file) {
    if (!isProject(file.path)) return requirementLines(file);
    const { scalars } = file.document();
    const values = valuesByKey(scalars);
    const name = values.get("project.name") ?? values.get("tool.poetry.name");
    const self: Subject | null = typeof name === "string" ? { type: "python", name } : null;
    return scalars.flatMap((scalar) => fieldOccurrences(file, scalar, self));
  },
};

function isProject(path: string): boolean {
  return /(?:^|\/)pyproject\.toml$/u.test(path);
}

const python: Subject = { type: "toolchain", name: "python" };

function fieldOccurrences(file: SourceText, scalar: Scalar, self: Subject | null): Occurrence[] {
  const text = written(file, scalar);
  const key = scalar.path.join(".");
  if (key === "project.version" || key === "tool.poetry.version")
    return scalarOccurrences(file, scalar, pythonRequirement(text), {
      kind: "manifest-version",
      subject: self,
    });
  if (key === "project.requires-python" || key === "tool.poetry.dependencies.python")
    return scalarOccurrences(file, scalar, pythonRequirement(text), { kind: "toolchain", subject: python });
  const poetry = poetryDependency(scalar.path);
  if (poetry !== null) {
    const subject: Subject = { type: "python", name: poetry };
    return scalarOccurrences(file, scalar, pythonRequirement(text), { kind: "dependency", subject });
  }
  if (!isRequirementList(scalar.path)) return [];
  const requirement = readRequirement(text);
  if (requirement === null) return [];
  return scalarOccurrences(file, scalar, requirement.versions, {
    kind: "dependency",
    subject: requirement.subject,
  });
}

/** The name of a dependency in a table of Poetry's, of which the path holds the requirement; else null. */
function poetryDependency(path: KeyPath): string | null {
  const [tool, poetry, ...rest] = path;
  if (tool !== "tool" || poetry !== "poetry") return null;
  const [table, name, field] = rest[0] === "group" ? rest.slice(2) : rest;
  if (table !== "dependencies" && table !== "dev-dependencies") return null;
  return typeof name === "string" && (field === undefined || field === "version") ? name : null;
}

/** True for an item of a list of requirement strings. */
function isRequirementList(path: KeyPath): boolean {
  if (typeof path.at(-1) !== "number") return false;
  const [first, second] = path;
  if (first === "project") return second === "dependencies" || second === "optional-dependencies";
  return first === "dependency-groups" || (first === "build-system" && second === "requires");
}

interface Requirement {
  readonly subject: Subject;
  readonly versions: readonly FoundVersion[];
  /** The requirement without its marker, options and comment. */
  readonly text: string;
}

/** `name[extra] >=1.2,<2 ; marker`: the name, and the versions before the marker. */
function readRequirement(text: string): Requirement | null {
  const head = /^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*)[ \t]*(?:\[[^\]]*\])?[ \t]*\(?/u.exec(text);
  if (head?.[1] === undefined) return null;
  const from = head[0].length;
  const length = text.slice(from).search(/[;)#]|[ \t]--/u);
  const end = length === -1 ? text.length : from + length;
  const versions = pythonRequirement(text.slice(from, end)).map(({ version, at }) => ({
    version,
    at: at + from,
  }));
  return { subject: { type: "python", name: head[1] }, versions, text: text.slice(0, end).trim() };
}

function requirementLines({ path, text }: SourceText): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { 0: line, index } of text.matchAll(/^[^\r\n]+/gmu)) {
    const requirement = readRequirement(line);
    if (requirement === null) continue;
    for (const { version, at } of requirement.versions) {
      const span = { start: index + at, end: index + at + version.length };
      const { subject, text: written } = requirement;
      occurrences.push({ path, span, text: written, version, kind: "dependency", subject, keyPath: null });
    }
  }
  return occurrences;
}
