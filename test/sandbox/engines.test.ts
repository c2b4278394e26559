import { expect, test } from "vitest";
import { AuditError } from "../../src/audit-error.ts";
import { openRepository } from "../../src/open-repository.ts";
import { rehearseAll } from "../../src/release/rehearse-all.ts";
import { withFiles } from "./rehearse-files.ts";

/** How a rehearsal is refused, with the place and the way out. */
function refused(toml: string, engine: "sandbox" | "command", change: "told" | "recognised" = "told") {
  const files = { "release.mjs": "", "package.json": "{}", "version-audit.toml": toml };
  return withFiles(files, async (root) => {
    const opened = openRepository({ root, engine });
    const releases = opened.config.releases.map(({ value }) => ({
      value,
      source: { from: "recognised", why: "its name" } as const,
    }));
    const config = change === "told" ? opened.config : { ...opened.config, releases };
    const outcome = await rehearseAll({ current: "1.0.0", target: "9.9.9" }, { ...opened, config }).catch(
      (error: unknown) => error,
    );
    if (!(outcome instanceof AuditError)) throw new RangeError("it was not refused");
    const { message, path, line, help } = outcome;
    return `${path}:${line} ${message}; ${help}`;
  });
}

const entry = '[[release]]\nname = "cut"\nentry = "release.mjs"\n';
const command = '\n[[release]]\nname = "cut"\ncommand = "make release VERSION={version}"\n';

test("the native engine needs a command", async () => {
  expect(await refused(entry, "command")).toMatchInlineSnapshot(
    `"version-audit.toml:1 no [[release]] has a command for --engine command; add command = "..." with {version} in it to a [[release]] of version-audit.toml"`,
  );
  expect(await refused(entry, "command", "recognised")).toMatchInlineSnapshot(
    `"version-audit.toml:null no [[release]] has a command for --engine command; add command = "..." with {version} in it to a [[release]] of version-audit.toml"`,
  );
});

test("the sandbox needs a script", async () => {
  expect(await refused(command, "sandbox")).toMatchInlineSnapshot(
    `"version-audit.toml:2 every [[release]] needs --engine command, which runs the repository's own code; run again with --engine command, or name an entry or a module for the sandbox"`,
  );
  expect(await refused(command, "sandbox", "recognised")).toMatchInlineSnapshot(
    `"version-audit.toml:null every [[release]] needs --engine command, which runs the repository's own code; run again with --engine command, or name an entry or a module for the sandbox"`,
  );
});
