import type { Defect } from "../mutation.ts";

const config = ".bumpversion.toml";
const bumping = `[tool.bumpversion]\ncurrent_version = "1.4.2"\n\n[[tool.bumpversion.files]]\nfilename = "package.json"\n`;

/** What is wrong with the configuration of a release tool. */
export const releaseToolDefects: readonly Defect[] = [
  {
    title: "a file of the release tool was moved",
    rule: "inert-entry",
    at: config,
    given: { name: "bump-my-version", prepare: (tree) => tree.write(config, bumping) },
    change: (tree) =>
      tree.write(config, `${bumping}\n[[tool.bumpversion.files]]\nfilename = "docs/moved.md"\n`),
  },
];
