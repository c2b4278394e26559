import type { Scalar } from "../../repository/documents/document.ts";
import { dependencyName } from "../../repository/packages/npm-dependency.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence, Subject } from "../occurrence.ts";
import { npmSpec } from "./npm-spec.ts";
import { versionAt } from "./requirement.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/**
 * package.json, and the dependencies that pnpm-workspace.yaml and .yarnrc.yml state for the whole workspace.
 * Formats: https://docs.npmjs.com/cli/v11/configuring-npm/package-json, https://pnpm.io/pnpm-workspace_yaml and
 * https://yarnpkg.com/configuration/yarnrc
 */
export const npmManifest: Ecosystem = {
  name: "npm-manifest",
  matches: (path) => /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.yarnrc\.yml)$/u.test(path),
  occurrences(file) {
    const { scalars } = file.document();
    const name = scalars.find(({ path }) => path.length === 1 && path[0] === "name")?.value;
    const self: Subject | null = typeof name === "string" ? { type: "npm", name } : null;
    const isPackage = file.path.endsWith("package.json");
    return scalars.flatMap((scalar) => {
      if (isPackage && scalar.path.length === 1 && scalar.path[0] === "version")
        return ownVersion(file, scalar, self);
      const dependency = dependencyName(scalar.path);
      return dependency === null ? [] : requirement(file, scalar, dependency);
    });
  },
};

function ownVersion(file: SourceText, scalar: Scalar, self: Subject | null): Occurrence[] {
  const found = versionAt(written(file, scalar), 0);
  return found === null
    ? []
    : scalarOccurrences(file, scalar, [found], { kind: "manifest-version", subject: self });
}

function requirement(file: SourceText, scalar: Scalar, dependency: string): Occurrence[] {
  const { name, versions } = npmSpec(dependency, written(file, scalar));
  return scalarOccurrences(file, scalar, versions, { kind: "dependency", subject: { type: "npm", name } });
}
