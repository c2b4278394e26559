import { type Pom, textAt } from "./poms.ts";

/** What an expression of a pom means, such as `project.artifactId` or the name of a property; null where the pom does not say it. */
export function evaluated({ project, group }: Pom, expression: string): string | null {
  if (expression === "project.groupId") return group === "" ? null : group;
  const [first, ...names] = expression.split(".");
  const found =
    first === "project" && names.length > 0
      ? textAt(project, ...names)
      : textAt(project, "properties", expression);
  return found === null || found.includes("${") ? null : found;
}
