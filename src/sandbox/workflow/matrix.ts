import { isList, type Value } from "./expressions/value.ts";

type Combination = Readonly<Record<string, Value>>;

/** As many as GitHub runs. */
const mostCombinations = 256;

/**
 * The values with which a job is run, one after the other, by its matrix with its expressions filled in; null for what is
 * no matrix, or for one that is not known.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
 */
export function combinationsOf(matrix: Value): Combination[] | null {
  if (!isMapping(matrix)) return null;
  const { include = [], exclude = [], ...axes } = matrix;
  const [added, left] = [mappingsOf(include), mappingsOf(exclude)];
  if (added === null || left === null) return null;
  let combinations: Combination[] = [{}];
  for (const [name, values] of Object.entries(axes)) {
    if (!isList(values)) return null;
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
    if (combinations.length > mostCombinations) return null;
  }
  const kept =
    Object.keys(axes).length === 0 ? [] : combinations.filter((one) => !left.some((out) => agrees(one, out)));
  return withIncluded(kept, added, Object.keys(axes));
}

/** What is included completes every combination whose own values it does not contradict, else it is one more. */
function withIncluded(
  combinations: readonly Combination[],
  included: readonly Combination[],
  axes: readonly string[],
): Combination[] {
  const completed = [...combinations];
  const more: Combination[] = [];
  for (const extra of included) {
    const own = Object.fromEntries(Object.entries(extra).filter(([name]) => axes.includes(name)));
    const fitting = combinations.flatMap((one, index) => (agrees(one, own) ? [index] : []));
    for (const index of fitting) completed[index] = { ...completed[index], ...extra };
    if (fitting.length === 0) more.push(extra);
  }
  return [...completed, ...more];
}

function agrees(one: Combination, other: Combination): boolean {
  return Object.entries(other).every(([name, value]) => JSON.stringify(one[name]) === JSON.stringify(value));
}

function mappingsOf(value: Value): Combination[] | null {
  if (!isList(value)) return null;
  const mappings = value.filter(isMapping);
  return mappings.length === value.length ? mappings : null;
}

function isMapping(value: Value): value is Combination {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
