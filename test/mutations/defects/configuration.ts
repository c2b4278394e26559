import type { Change, Defect } from "../mutation.ts";

const config = "version-audit.toml";
const tables =
  (text: string): Change =>
  (tree) =>
    tree.write(config, text);

/** What is wrong with the configuration, and with comments that ignore something. */
export const configurationDefects: readonly Defect[] = [
  {
    title: "a frozen folder that does not exist",
    rule: "dead-path",
    at: config,
    change: tables(`[[frozen]]\npaths = ["schema/**/*.bare"]\n`),
  },
  {
    title: "a generated folder that does not exist",
    rule: "dead-path",
    at: config,
    change: tables(`[[generated]]\npaths = ["sdks/api/source/**"]\n`),
  },
  {
    title: "an ignored path that does not exist",
    rule: "ignore-without-effect",
    at: config,
    change: tables(
      `[[ignore]]\npath = "integration/aurora/package.json"\nreason = "released by its own team"\n`,
    ),
  },
  {
    title: "an ignored place that is covered",
    rule: "ignore-without-effect",
    at: config,
    change: tables(
      `[[ignore]]\npath = "packages/react/package.json"\npattern = "peerDependencies"\nreason = "a range"\n`,
    ),
  },
  {
    title: "a comment that ignores nothing",
    rule: "ignore-without-effect",
    at: "docker/dev.Dockerfile",
    change: (tree) =>
      tree.replace("docker/dev.Dockerfile", "RUN", "# version-audit-ignore: a version of Debian\nRUN"),
  },
  {
    title: "a comment that gives no reason",
    rule: "ignore-without-reason",
    at: "docker/dev.Dockerfile",
    change: (tree) => tree.replace("docker/dev.Dockerfile", "FROM", "# version-audit-ignore\nFROM"),
  },
];
