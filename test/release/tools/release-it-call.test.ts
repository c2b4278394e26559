import { expect, test } from "vitest";
import { releaseIt } from "../../../src/release/tools/release-it/release-it.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

function callOf(scripts: Readonly<Record<string, string>>): string | undefined {
  const manifest = { name: "mossy", version: "1.2.0", scripts };
  return releaseIt.recognise(temporaryRepository({ "package.json": JSON.stringify(manifest) }))?.call;
}

test("release-it is called as it releases, and not as it only tries or makes a preview", () => {
  const trying = {
    "release:dry": "release-it --dry-run --no-npm",
    "release:info": "release-it --release-version",
    "release:beta": "release-it --preRelease=beta",
  };
  expect(callOf({ ...trying, "release:no-npm": "release-it --no-npm", release: "release-it" })).toBe(
    "npm run release",
  );
  expect(callOf({ ...trying, publish: "release-it --ci" })).toBe("npm run publish");
  expect(callOf(trying)).toBe("npm run release:dry");
});
