import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plain } from "../../src/report/palette.ts";
import { text } from "../../src/report/text.ts";
import { rules } from "../../src/rules/rules.ts";
import { audit } from "../cli/compiled-library.ts";
import { fixtureCopy, release } from "./fixture-copy.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/rules");

/** A mutation test, which alone needs these. */
const isMutating = process.env["STAGE"] !== undefined;

// The transcripts are what the command line prints; these are the same reports without a process, so that a mutation
// test sees which of their words no test reads.
test.runIf(isMutating).each(rules.map(({ id }) => id))("%s", async (id) => {
  const transcript = readFileSync(join(fixtures, `${id}.md`), "utf8");
  const commands = [...transcript.matchAll(/^\$ (.*)$/gm)].map(([, command = ""]) => command);
  const root = fixtureCopy(id);
  release(root);
  for (const command of commands.slice(0, -1))
    execFileSync("sh", ["-c", command], { cwd: root, stdio: "pipe" });
  const target = /--to (\S+)/.exec(commands.at(-1) ?? "")?.[1];
  const environment = { PATH: process.env["PATH"], HOME: root };
  const audited = await audit({ root, environment, ...(target === undefined ? {} : { target }) });
  const options = {
    toolVersion: "0.0.0",
    rules,
    failOn: "error",
    seconds: 0,
    verbose: false,
    palette: plain,
    groupBy: "rule",
  } as const;
  expect(transcript).toContain(`\n${text(audited, options).replaceAll(root, "<root>")}\`\`\``);
});
