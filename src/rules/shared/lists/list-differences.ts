import type { Sourced } from "../../../config/config.ts";
import type { List } from "../../../config/schema.ts";
import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Result, Severity } from "../../../findings/finding.ts";
import type { WrittenValue } from "../../../inventory/ecosystems/list-literal.ts";
import { counted } from "../../../repository/text/counted.ts";
import type { Location } from "../../../repository/text/location.ts";
import { crateDependencies } from "./crate-dependencies.ts";
import type { Listable } from "./listable-set.ts";

/** A configured list as it is written. */
export interface WrittenList extends Sourced<List> {
  readonly elements: readonly WrittenValue[];
  /** Where the list opens. */
  readonly location: Location;
}

const setNames = {
  "publishable-crates": "crate that can be published",
  "pinned-workspace-dependencies": "pinned workspace dependency",
  "publishable-packages": "package that can be published",
} satisfies Record<List["equals"], string>;

/** Names that the list should hold and does not. */
export function missingNames(list: WrittenList, set: readonly Listable[]): Result[] {
  const { constant, equals, except } = list.value;
  const listed = new Set([...list.elements.map(({ value }) => value), ...except]);
  const missing = set.filter(({ name }) => !listed.has(name));
  const [first] = missing;
  if (first === undefined) return [];
  const what = missing.length === 1 ? first.name : counted(missing.length, "name");
  return [
    {
      severity: severityOf(list),
      message: `${constant} lacks ${what}`,
      location: list.location,
      label: `${missing.map(({ name }) => name).join(", ")} should be in this list`,
      related: missing.map(({ name, location }) => ({
        ...location,
        message: `${name} is a ${setNames[equals]}`,
      })),
      why: `the list should name every ${setNames[equals]}`,
      help: `add ${missing.length === 1 ? "it" : "them"} to the list, or name under \`except\` what is left out on purpose`,
      family: null,
    },
  ];
}

/** Names that the list holds and that are none of the set. */
export function foreignNames(
  list: WrittenList,
  set: readonly Listable[],
  { repository }: AuditSoFar,
): Result[] {
  const { constant, equals, except, path } = list.value;
  const known = new Set([...set.map(({ name }) => name), ...except]);
  const rightNames = new Map(set.map(({ name, otherName }) => [otherName, name]));
  const foreign = list.elements.filter(({ value }) => !known.has(value));
  const [first, ...others] = foreign;
  if (first === undefined) return [];
  const reason = (name: string) => {
    const right = rightNames.get(name);
    return right === undefined ? `is no ${setNames[equals]}` : `is called ${right} here`;
  };
  return [
    {
      severity: severityOf(list),
      message: `${constant} names ${first.value}, which ${reason(first.value)}${more(others)}`,
      location: repository.locate(path, first.span),
      label: reason(first.value),
      related: others.map(({ value, span }) => ({
        ...repository.locate(path, span),
        message: `${value} ${reason(value)}`,
      })),
      why: `the list should name every ${setNames[equals]} and nothing else`,
      help: "remove or rename it, or name it under `except` when it belongs there",
      family: null,
    },
  ];
}

/** Names that stand before one that they depend on. */
export function misplacedNames(list: WrittenList, audit: AuditSoFar): Result[] {
  const { repository } = audit;
  const { constant, path } = list.value;
  const place = new Map(list.elements.map(({ value }, index) => [value, index]));
  const misplaced = list.elements.flatMap((element, index) => {
    const later = [...dependenciesOf(element.value, audit)].filter((name) => (place.get(name) ?? -1) > index);
    return later.length === 0 ? [] : [{ element, later }];
  });
  const [first] = misplaced;
  if (first === undefined) return [];
  const tell = ({ element, later }: typeof first) => `${element.value} comes before ${later.join(", ")}`;
  return [
    {
      severity: "error",
      message: `${constant}: ${tell(first)}, which it depends on${more(misplaced.slice(1))}`,
      location: repository.locate(path, first.element.span),
      label: "too early in the list",
      related: [
        ...list.elements
          .filter(({ value }) => first.later.includes(value))
          .map(({ value, span }) => ({
            ...repository.locate(path, span),
            message: `${value} should come first`,
          })),
        ...misplaced
          .slice(1)
          .map((other) => ({ ...repository.locate(path, other.element.span), message: tell(other) })),
      ],
      why: "a package can be published only when everything that it depends on is already there",
      help: "move it behind what it depends on",
      family: null,
    },
  ];
}

/** A list in which one more name goes wrong has another message than before. */
function more(others: readonly unknown[]): string {
  return others.length === 0 ? "" : `, and ${counted(others.length, "more name")} like it`;
}

/** A pin that no list names is proved to stay behind; whether something should be published is for people to say. */
function severityOf({ value, source }: WrittenList): Severity {
  return source.from === "file" || value.equals === "pinned-workspace-dependencies" ? "error" : "warning";
}

function dependenciesOf(name: string, audit: AuditSoFar): ReadonlySet<string> {
  const crate = audit.workspace.crates.find((candidate) => candidate.name === name);
  if (crate !== undefined) return crateDependencies(crate, audit);
  return audit.workspace.npm.find((pkg) => pkg.name === name)?.dependencies ?? new Set();
}
