import { expect, test } from "vitest";
import { auditFixture, shown } from "./audit-fixture.ts";

const release = `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n`;

/** The fixture of a rule with more in its configuration. */
const configured = (more: string) => ({ files: { "version-audit.toml": `${release}\n${more}` } });

test("a rule that is switched off finds nothing, and another severity takes its place in the order", async () => {
  const order = async (severities: string) =>
    (await auditFixture("dead-pattern", configured(`[rules]\n${severities}`))).findings.map(
      ({ severity, rule }) => `${severity} ${rule}`,
    );
  const [dead, stale] = ["warning dead-pattern", "warning already-stale"];
  expect(await order("")).toEqual([dead, dead, stale]);
  expect(await order(`already-stale = "error"`)).toEqual(["error already-stale", dead, dead]);
  expect(await order(`dead-pattern = "note"`)).toEqual([stale, "note dead-pattern", "note dead-pattern"]);
  expect(await order(`dead-pattern = "off"`)).toEqual([stale]);
});

test("the severity that a configuration gives is the one that is counted", async () => {
  const audit = await auditFixture("stale-after-bump", configured(`[rules]\nstale-after-bump = "note"\n`));
  expect(audit.summary.findings).toEqual({ error: 0, warning: 0, note: 2 });
});

test("findings are sorted by severity, then by rule, then by path, line and column", async () => {
  const list = (name: string, path: string, constant: string, equals: string) =>
    `[[list]]\nname = "${name}"\npath = "${path}"\nconstant = "${constant}"\nequals = "${equals}"\nordered = true\n`;
  const audit = await auditFixture("list-drift", {
    ...configured(
      [
        `[[frozen]]\npaths = ["gone/*.bare"]\n`,
        `[[generated]]\npaths = ["gone/*.json"]\n`,
        list("pinned", "scripts/release.mjs", "PINNED", "pinned-workspace-dependencies"),
        list("published", "scripts/publish.mjs", "CRATES", "publishable-crates"),
      ].join("\n"),
    ),
    replace: [["scripts/publish.mjs", `"pebble-errors"]`, `"pebble-errors", "granite"]`]],
  });
  const places = audit.findings.map(
    ({ severity, rule, location: { path, line, column } }) => `${severity} ${rule} ${path}:${line}:${column}`,
  );
  expect(places).toEqual([
    "error stale-after-bump Cargo.toml:16:13",
    "error list-drift scripts/publish.mjs:4:16",
    "error list-drift scripts/publish.mjs:4:18",
    "error list-drift scripts/publish.mjs:4:50",
    "error list-drift scripts/release.mjs:6:24",
    "error list-drift scripts/release.mjs:8:4",
    "error dead-path version-audit.toml:6:1",
    "error dead-path version-audit.toml:9:1",
    "warning dead-pattern scripts/release.mjs:8:3",
    "note schema-modified version-audit.toml:6:1",
  ]);
});

test("what an ignore silences is not reported, and the ignore counts as having an effect", async () => {
  const ignore = `[[ignore]]\npath = "scripts/release.mjs"\nrule = "dead-pattern"\nreason = "the files come back in summer"\n`;
  const audit = await auditFixture("dead-pattern", configured(ignore));
  expect(shown(audit)).toEqual(["warning already-stale docs/guide/install.md:4"]);
});

test("an ignore of what is reported all the same has no effect", async () => {
  const ignore = `[[ignore]]\npath = "scripts/release.mjs"\nrule = "not-rehearsed"\nreason = "we would rather not know"\n`;
  expect(shown(await auditFixture("not-rehearsed", configured(ignore)))).toEqual([
    "error not-rehearsed scripts/release.mjs:9",
    "warning stale-after-bump README.md:4",
    "warning ignore-without-effect version-audit.toml:6",
  ]);
});

test("a general rule does not repeat what another finding explains, unless that one is silenced", async () => {
  const explained = await auditFixture("generator-missing");
  expect(shown(explained)).toEqual(["warning generator-missing api/openapi.json:5"]);
  expect(explained.findings[0]).not.toHaveProperty("explains");
  const generated = `[[generated]]\npaths = ["api/openapi.json"]\nby = "npm run describe-api"\nfrom = ["scripts/describe-api.mjs"]\n`;
  const ignore = `[[ignore]]\npath = "api/openapi.json"\nrule = "generator-missing"\nreason = "the script is being rewritten"\n`;
  expect(shown(await auditFixture("generator-missing", configured(`${generated}\n${ignore}`)))).toEqual([
    "warning already-stale api/openapi.json:5",
  ]);
});

test("a release that writes only what is not its own leaves the places of the train stale", async () => {
  const audit = await auditFixture("over-reach", {
    replace: [
      ["scripts/release.mjs", '/version = ".*"/g', '/(?<=version = ")1.0.219/g'],
      ["scripts/release.mjs", `\`version = "\${version}"\``, "version"],
      ["scripts/release.mjs", 'bump("crates/pebble', 'if (false) bump("crates/pebble'],
    ],
  });
  expect(shown(audit)).toEqual(["error stale-after-bump Cargo.toml:5", "error over-reach Cargo.toml:8"]);
});
