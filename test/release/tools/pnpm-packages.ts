/** The fields of a package.json. */
export const pkg = (name: string, version: string, more: object = {}) => ({ name, version, ...more });

/** A workspace of pnpm with these packages, each by its name with its version and its further fields. */
export function pnpmPackages(packages: Readonly<Record<string, readonly [version: string, more?: object]>>) {
  return {
    "package.json": { name: "root", private: true },
    "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\n",
    ...Object.fromEntries(
      Object.entries(packages).map(([name, [version, more]]) => [
        `packages/${name}/package.json`,
        pkg(name, version, more),
      ]),
    ),
  };
}
