import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repositoryOf } from "../release/past-releases/repository-of.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { run, transcript } from "./command-line.ts";
import { releaseShapes } from "./release-shapes.ts";

interface Told {
  readonly release: { readonly current: string; readonly how: string } | null;
  readonly candidates: readonly {
    readonly name: string;
    readonly mechanism: string;
    readonly certainty: string;
    readonly role: string;
    readonly reason: string | null;
    readonly call: string | null;
    readonly writes: { readonly files: number; readonly places: number } | null;
  }[];
  readonly passedOver: readonly { readonly subject: string; readonly reason: string }[];
  readonly trains: readonly { readonly name: string; readonly target: string; readonly latestTag: string }[];
  readonly missing: readonly { readonly what: string; readonly help: string }[];
  readonly do: string;
}

function told(root: string, ...args: string[]): Told & { readonly code: number | null } {
  const { stdout, code } = run(root, ["doctor", ...args, "--format", "json"]);
  return { ...JSON.parse(stdout), code };
}

describe("doctor says what was understood", () => {
  const shapes = Object.entries(releaseShapes);

  test.each(shapes)("of a repository of the shape %s", async (name, shape) => {
    await expect(transcript(shape(), ["doctor"])).toMatchFileSnapshot(`__transcripts__/doctor-${name}.md`);
  });

  test.each(
    shapes.filter(([name]) => name !== "nothing"),
  )("in the words of the report, for the shape %s", (_, shape) => {
    const root = shape();
    const [first = ""] = run(root, ["doctor"]).stdout.split("\n");
    expect(first).toMatch(/^release {3}\S/);
    expect(run(root, []).stdout.split("\n")).toContain(first);
  });

  test("for a program, too", () => {
    const { release, candidates, passedOver, trains, missing, code } = told(releaseShapes.script());
    expect(release).toMatchObject({ current: "1.2.0", how: "sandbox" });
    expect(
      candidates.map(({ name, mechanism, certainty, role }) => [name, mechanism, certainty, role]),
    ).toEqual([
      ["scripts/release.mjs", "script", "proved", "taken"],
      ["history", "history", "learned", "not-taken"],
    ]);
    expect(candidates[0]).toMatchObject({
      call: "scripts/release.mjs {version}",
      writes: { files: 1, places: 1 },
    });
    expect(passedOver.map(({ subject }) => subject)).toEqual(["scripts/version-check.mjs"]);
    expect(trains).toMatchObject([{ target: "1.2.1", latestTag: "1.2.0" }]);
    expect({ missing, code }).toEqual({ missing: [], code: 0 });
  });

  test("and each train has its own", () => {
    const { trains } = told(releaseShapes.changesets());
    expect(trains).toMatchObject([
      { name: "@mossy/core", target: "3.3.0", latestTag: "3.2.0" },
      { name: "@mossy/ui", target: "1.4.2", latestTag: "1.4.1" },
    ]);
  });
});

describe("doctor says what is missing and the one thing to do", () => {
  test("of a clone without its history", () => {
    const origin = releaseShapes["by-hand"]();
    const root = temporaryFolder({});
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${origin}`, "."], {
      cwd: root,
      env: { PATH: process.env["PATH"], HOME: root },
      stdio: "ignore",
    });
    const { release, do: step, code } = told(root);
    expect({ release, code }).toEqual({ release: null, code: 2 });
    expect(step).toContain("git fetch --unshallow --tags");
  });

  test("of a script whose package is not installed", () => {
    const root = releaseShapes.script();
    writeFileSync(
      join(root, "scripts/release.mjs"),
      'import series from "p-series";\nimport { writeFileSync } from "node:fs";\nseries([() => writeFileSync("a", process.argv[2])]);\n',
    );
    writeFileSync(
      join(root, "package.json"),
      JSON.stringify({
        name: "mossy",
        version: "1.2.0",
        scripts: { release: "node scripts/release.mjs" },
        devDependencies: { "p-series": "*" },
      }),
    );
    const { missing, code } = told(root);
    expect(missing[0]?.what).toContain("the script needs the package `p-series`");
    expect(code).toBe(2);
  });

  test("of a script whose package is not installed, where past releases are all that is known otherwise", () => {
    const script =
      'require("acme-dot-json");\nconst version = process.argv[2];\nwriteFileSync("a", version);\n';
    const files = (version: string) => ({
      "package.json": `${JSON.stringify({ name: "mossy", version, scripts: { release: "node scripts/release.js" } }, null, 2)}\n`,
      "scripts/release.js": script,
    });
    const root = repositoryOf(["1.0.0", "1.1.0", "1.2.0"].map((version) => ({ files: files(version) })));
    const { release, missing, code } = told(root);
    expect({ how: release?.how, missing: missing.map(({ what }) => what), code }).toEqual({
      how: "the last 2 releases",
      missing: [
        "scripts/release.js could not be rehearsed to its end, at scripts/release.js:1: the script needs the package `acme-dot-json`, which no package.json names",
        "no tags, so it is not known which versions were released",
      ],
      code: 0,
    });
  });

  test("of a configuration that names what is not there", () => {
    const root = releaseShapes.script();
    writeFileSync(join(root, "version-audit.toml"), '[[release]]\nname = "cut"\ntool = "tbump"\n');
    const { candidates, do: step, code } = told(root);
    expect(candidates).toMatchObject([
      { name: "tbump", role: "taken", why: "version-audit.toml:1 names it" },
    ]);
    expect(step).toContain("name one of changesets");
    expect(code).toBe(2);
  });

  test("of a folder without any file", () => {
    const { release, candidates, do: step, code } = told(temporaryFolder({}));
    expect({ release, candidates, code }).toEqual({ release: null, candidates: [], code: 2 });
    expect(step).toBe("Name the folder of a repository.");
  });

  test("of a command line that it does not take", () => {
    const { stderr, code } = run(releaseShapes.script(), ["doctor", "--format", "sarif"]);
    expect(stderr).toContain("doctor prints either text or json");
    expect(code).toBe(2);
  });
});
