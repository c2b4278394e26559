import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Scalar } from "../../repository/documents/document.ts";
import {
  type InternalRequirement,
  internalRequirements,
  isExample,
} from "../../repository/packages/internal-requirements.ts";
import { dependencyTables } from "../../repository/packages/npm-dependency.ts";
import { counted } from "../../repository/text/counted.ts";
import { contains } from "../../repository/text/span.ts";
import type { Repair } from "./repair.ts";
import { linking } from "./resolution.ts";
import type { Situation } from "./situation.ts";

/**
 * Requirements without a version for what one package of the workspace asks of another: `*` in examples that follow
 * that convention, else `workspace:*` where the repository uses it.
 */
export function requirementSpecs(places: readonly JudgedOccurrence[], situation: Situation): Repair[] {
  const candidates = places.filter(({ path, kind, subject }) => {
    const isNpm = kind === "dependency" && subject?.type === "npm" && path.endsWith("package.json");
    return isNpm && isMember(subject.name, situation);
  });
  if (candidates.length === 0) return [];
  const { audit } = situation;
  const asked = internalRequirements(
    audit.workspace.npm.map(({ manifest }) => manifest),
    audit,
  );
  return candidates.flatMap((place) => specFor(place, asked, situation) ?? []);
}

function isMember(name: string, { audit }: Situation): boolean {
  return audit.evidence.npmByName.get(name)?.some(({ member }) => member) === true;
}

function specFor(
  place: JudgedOccurrence,
  asked: readonly InternalRequirement[],
  situation: Situation,
): Repair | null {
  const requirement = requirementAt(place, situation);
  const name = place.subject?.name;
  if (requirement === null || name === undefined) return null;
  const { path, isPeer, written, scalar } = requirement;
  const specs = asked.filter(({ manifest }) => isExample(manifest) === isExample(path));
  const any = specs.filter(({ spec }) => spec === "*");
  const local = specs.filter(({ spec }) => spec.startsWith("workspace:"));
  const replace = (spec: string) => ({ path, span: scalar.content, text: spec });
  const link = linking(name, situation);
  if (isExample(path) && !isPeer && any.length >= local.length && any.length > 0 && link !== null) {
    const mapped = link.length === 0 ? "" : ", and maps it to the workspace in the root";
    const says = `asks for ${name} by *, like ${counted(any.length, "requirement")} of other examples${mapped}`;
    return { kind: "spec", places: [place], replacements: [replace("*"), ...link], says };
  }
  const usesProtocol = asked.some(({ spec }) => spec.startsWith("workspace:"));
  const isInWorkspace = situation.audit.evidence.npmByManifest.get(path)?.member === true;
  // A peer may be of many versions, so only one that is asked for exactly can become an exact version again.
  const isExact = /^\d/u.test(written);
  if (!usesProtocol || !isInWorkspace || (isPeer && !isExact)) return null;
  return {
    kind: "spec",
    places: [place],
    replacements: [replace("workspace:*")],
    says: `asks for ${name} by workspace:*, which the package manager fills in when it publishes`,
  };
}

interface WrittenRequirement {
  readonly path: string;
  readonly scalar: Scalar;
  readonly written: string;
  readonly isPeer: boolean;
}

/** The whole requirement around a version; null for one that names another package or a place of its own. */
function requirementAt({ path, span }: JudgedOccurrence, { opened }: Situation): WrittenRequirement | null {
  const scalar = opened.documentOf(path)?.scalars.find(({ content }) => contains(content, span));
  if (scalar === undefined || scalar.path.length !== 2 || typeof scalar.value !== "string") return null;
  const [table] = scalar.path;
  if (!dependencyTables.has(String(table)) || /[:/]/u.test(scalar.value)) return null;
  return { path, scalar, written: scalar.value, isPeer: table === "peerDependencies" };
}
