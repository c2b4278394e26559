import type { Make } from "../make.ts";
import type { Assignment } from "./assignment-text.ts";
import type { Scope, Variable, VariableOrigin } from "./variables.ts";

/** Sets a variable of the makefile. */
export function assign(make: Make, { name, operator, value }: Assignment, origin: VariableOrigin): void {
  const { variables } = make;
  const key = make.expand(name).trim();
  if (key === "") make.fail("empty variable name.");
  const held = variables.get(key);
  if (operator === "?=" && held !== null) return;
  variables.set(key, valueFor(make, { operator, value, held, origin }));
}

/** Sets a variable of a target, which sees the values around it. */
export function assignWithin(make: Make, assignment: Assignment, scope: Scope, isOverride: boolean): void {
  const { operator, value } = assignment;
  const name = make.expand(assignment.name).trim();
  if (make.variables.isFixed(name) && !isOverride) return;
  const held = scope.get(name) ?? make.variables.get(name);
  if (operator === "?=" && held !== null) return;
  scope.set(name, valueFor(make, { operator, value, held, origin: isOverride ? "override" : "file" }));
}

function valueFor(
  make: Make,
  change: Pick<Assignment, "operator" | "value"> & { held: Variable | null; origin: VariableOrigin },
): Variable {
  const { operator, value, held, origin } = change;
  if (operator === ":=") return { value: make.expand(value), isRecursive: false, origin };
  if (operator === "!=") return { value: make.expand(`$(shell ${value})`), isRecursive: true, origin };
  if (operator === "+=" && held !== null) {
    const more = held.isRecursive ? value : make.expand(value);
    const joined = held.value === "" ? more : `${held.value} ${more}`;
    return { value: joined, isRecursive: held.isRecursive, origin };
  }
  return { value, isRecursive: true, origin };
}
