import { expect, test } from "vitest";
import { internalRequirements, isLocal } from "../../../src/repository/packages/internal-requirements.ts";
import { soFar } from "../../judge/judged.ts";

test.each([
  ["workspace:^", true],
  ["link:../core", true],
  ["file:../core", true],
  ["portal:../core", true],
  ["catalog:", true],
  ["git+file:///srv/core.git", false],
  ["npm:@lumen/core@2.4.0", false],
  ["2.4.0", false],
])("whether %s means the package of this repository: %s", (spec, expected) => {
  expect(isLocal(spec)).toBe(expected);
});

test("a manifest asks for packages of the repository by text in its own tables, peers left out", () => {
  const manifest = {
    name: "app",
    "@lumen/core": "2.4.0",
    dependencies: { "@lumen/core": "latest", left: "1.0.0" },
    devDependencies: { "@lumen/desk": "*" },
    optionalDependencies: { "@lumen/core": true, "@lumen/desk": { version: "0.3.0" } },
    peerDependencies: { "@lumen/core": "^2.0.0" },
    scripts: { "@lumen/core": "node core.js" },
    pnpm: { dependencies: { "@lumen/core": "1.0.0" } },
  };
  const audit = soFar({ "app/package.json": JSON.stringify(manifest, null, 2) });
  const found = internalRequirements(["app/package.json", "gone/package.json"], audit);
  expect(
    found.map(({ manifest, name, spec, span }) => {
      const { line } = audit.repository.locate(manifest, span);
      return `${manifest}:${line} ${name} ${spec}`;
    }),
  ).toEqual(["app/package.json:5 @lumen/core latest", "app/package.json:9 @lumen/desk *"]);
});
