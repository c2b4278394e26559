import { cases, losing, manifest } from "../sandbox/stopping-scripts.ts";
import { attack, type Files, start, type Try, within } from "./try.ts";

/** A release that fails natively must not pass, and one whose writes may be lost neither. */
export const rehearsals: readonly Try[] = [
  ...Object.entries(cases).map(([name, given]) => {
    const files = typeof given === "string" ? { "bump.mjs": given } : given;
    return { group: "rehearsal", name, holds: () => endsAsNode(files) };
  }),
  ...Object.entries(losing).map(([name, script]) => ({
    group: "rehearsal",
    name: `process.exit with ${name} under way`,
    holds: () =>
      within(configured({ "bump.mjs": script }), async (root) =>
        rehearsed(await attack(root, ["rehearse"]), false),
      ),
  })),
];

function endsAsNode(files: Files): Promise<string | null> {
  return within(configured(files), async (root) => {
    const { code, stdout, stderr } = await attack(root, ["rehearse"]);
    const native = await start(process.execPath, [entryOf(files)], root);
    return rehearsed({ code, stdout, stderr }, native.code === 0);
  });
}

function rehearsed(
  { code, stdout, stderr }: { code: number | null; stdout: string; stderr: string },
  passes: boolean,
): string | null {
  const isRight = passes ? code === 0 : code !== 0 && code !== null;
  return isRight && !stderr.includes("itself failed")
    ? null
    : `ended with ${code}, Node ${passes ? "passes" : "fails"}\n${stdout}${stderr}`;
}

function configured(files: Files): Files {
  const config = `[[release]]\nname = "cut"\nentry = "${entryOf(files)}"\nargs = ["{version}"]\n`;
  return { "package.json": manifest, "version-audit.toml": config, ...files };
}

function entryOf(files: Files): string {
  return Object.keys(files).find((path) => path.startsWith("bump.")) ?? "";
}
