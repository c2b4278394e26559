import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { occurrenceKinds } from "../../src/inventory/occurrence.ts";
import { verdicts } from "../../src/judge/verdict.ts";
import { json } from "../../src/report/json.ts";
import { commandOf, rehearsalOf } from "../release/rehearsal-of.ts";
import { findingAt, occurrenceAt, placeOf, sampleAudit, sampleOptions } from "./sample-audit.ts";

const schema = JSON.parse(readFileSync(new URL("../../schema/audit.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const manifest = '{\n  "version": "^2.3.7"\n}\n';
const origin = { path: "scripts/release.js", line: 3, column: 9, function: "bump" };

function document(): Record<string, unknown> {
  const place = placeOf("package.json", manifest, "2.3.7");
  const audit = sampleAudit({
    files: { "package.json": manifest },
    findings: [findingAt(place, { related: [{ ...place, message: "here" }], why: "because" })],
    occurrences: [
      { ...occurrenceAt("package.json", manifest, "2.3.7", "stale"), text: "^2.3.7" },
      { ...occurrenceAt("package.json", manifest, "2.3.7", "external"), subject: null },
    ],
    parts: {
      edits: [
        {
          path: "package.json",
          span: { start: 17, end: 22 },
          before: "2.3.7",
          after: "9.8.7",
          origin,
          release: "cut",
          target: "9.8.7",
        },
        {
          path: "new.json",
          span: { start: 0, end: 0 },
          before: "",
          after: "v9.8.7 and 9.8.7\n",
          origin: { ...origin, function: null },
          release: "cut",
          target: "9.8.7",
        },
      ],
      rehearsals: [
        rehearsalOf({
          commands: [{ ...commandOf(["cargo", "check"], 1), origin }],
        }),
      ],
    },
  });
  return JSON.parse(json(audit, sampleOptions));
}

test("the document is the one that the schema describes", () => {
  validate(document());
  expect(validate.errors).toBeNull();
});

test("the schema refuses what it does not describe", () => {
  for (const change of [{ schemaVersion: 2 }, { notes: [] }, { findings: [{}] }, { release: undefined }]) {
    expect(validate(JSON.parse(JSON.stringify({ ...document(), ...change })))).toBe(false);
  }
});

test("the schema knows every verdict and every kind", () => {
  const { properties } = schema.definitions.occurrence;
  expect(properties.verdict.enum).toEqual(verdicts);
  expect(Object.keys(schema.properties.summary.properties.verdicts.properties)).toEqual(verdicts);
  expect(properties.kind.enum).toEqual(occurrenceKinds);
});

test("places, edits and commands are shown as the release would make them", () => {
  expect(document()).toMatchObject({
    schemaVersion: 1,
    tool: { name: "version-audit", version: "1.2.3" },
    release: {
      current: "2.3.7",
      target: "2.3.8",
      latestTag: "2.3.10",
      entry: "scripts/release.js",
      engine: "sandbox",
    },
    summary: { files: 1, findings: { error: 1, warning: 0, note: 0 }, coverage: { kept: 0, owed: 1 } },
    occurrences: [
      {
        path: "package.json",
        line: 2,
        column: 16,
        text: "^2.3.7",
        version: "2.3.7",
        subject: "npm:@acme/web",
      },
      { subject: null, verdict: "external" },
    ],
    edits: [
      {
        path: "package.json",
        line: 2,
        column: 16,
        before: "2.3.7",
        after: "2.3.8",
        origin: { path: "scripts/release.js", line: 3, function: "bump" },
      },
      { path: "new.json", line: 1, column: 1, after: "v2.3.8 and 2.3.8\n", origin: { function: null } },
    ],
    commands: [{ command: "cargo check", origin: { line: 3 }, ran: false }],
    findings: [
      {
        rule: "stale-after-bump",
        line: 2,
        column: 16,
        endLine: 2,
        endColumn: 21,
        related: [{ path: "package.json", line: 2, column: 16, message: "here" }],
        url: expect.stringMatching(/stale-after-bump\.md$/),
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ],
  });
});
