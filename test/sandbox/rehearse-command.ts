// A program that rehearses a command in a repository, so that a test can interrupt it: <root> <command>

import { rehearseWithCommand } from "../../src/release/native/command-engine.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { releaseWith } from "./command-release.ts";

const [root = "", command = ""] = process.argv.slice(2);
const repository = discover(root, { environment: process.env });
try {
  const { outcome } = await rehearseWithCommand(
    releaseWith(command),
    { current: "1.4.2", target: "1.4.3" },
    repository,
    process.env,
  );
  console.log(outcome.ended);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
