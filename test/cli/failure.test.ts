import { expect, test } from "vitest";
import { AuditError } from "../../src/audit-error.ts";
import { renderAuditError, renderDefect } from "../../src/cli/failure.ts";
import { openRepository } from "../../src/open-repository.ts";
import { plain } from "../../src/report/palette.ts";
import { temporaryRepository } from "../config/temporary-repository.ts";

test("an obstacle is told with the place that it names, as far as there is one", () => {
  const { root } = openRepository({ root: temporaryFixture() }).repository;
  const told = (path: string | null, line: number | null, column: number | null) =>
    renderAuditError(
      new AuditError("it is broken", { path, line, column, help: "mend it\nor leave it" }),
      root,
      plain,
    );
  const places: [string | null, number | null, number | null][] = [
    [null, null, null],
    ["release.mjs", 2, 7],
    ["release.mjs", 2, null],
    ["release.mjs", 9, 1],
    ["none.mjs", 1, 1],
  ];
  expect(places.map((place) => told(...place)).join("")).toMatchInlineSnapshot(`
    "error: it is broken
       = help: mend it
           or leave it
    error: it is broken
      --> release.mjs:2:7
       |
     2 |   throw new Error();
       |       ^
       |
       = help: mend it
           or leave it
    error: it is broken
      --> release.mjs:2
       |
     2 |   throw new Error();
       |   ^^^^^^^^^^^^^^^^^^
       |
       = help: mend it
           or leave it
    error: it is broken
      --> release.mjs:9:1
       |
       = help: mend it
           or leave it
    error: it is broken
      --> none.mjs:1:1
       |
       = help: mend it
           or leave it
    "
  `);
});

function temporaryFixture(): string {
  return temporaryRepository({
    "release.mjs": "// a script\n  throw new Error();\n",
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "release.mjs"\n',
  }).root;
}

test("a defect of ours is told as one, with the stack for those who ask", () => {
  const error = new TypeError("x is not a function");
  const told = renderDefect(error);
  expect(told).toContain("error: version-audit itself failed: x is not a function\n");
  expect(told).toMatch(/\n {4}at .*failure\.test\.ts:/);
  expect(renderDefect("thrown text")).toContain("failed: 'thrown text'\n");
  expect(renderDefect({ code: 25, name: "DataCloneError" })).toContain("DataCloneError");
});
