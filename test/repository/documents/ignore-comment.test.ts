import { describe, expect, test } from "vitest";
import {
  ignoreCommentsIn,
  ignoreMarker as marker,
} from "../../../src/repository/documents/ignore-comment.ts";
import { processorTime } from "../../measure/processor-time.ts";

/** Every comment as `lines: reason`, with `!` before a flaw. */
function ignores(path: string, text: string): string[] {
  return ignoreCommentsIn(path, text).map(({ lines, reason, flaw }) => {
    const where = lines === null ? "file" : `${lines.first}-${lines.last}`;
    return `${where}: ${reason ?? "no reason"}${flaw === null ? "" : ` !${flaw}`}`;
  });
}

describe("a comment of its own is about the line below it", () => {
  test.each([
    ["a.ts", `// ${marker}: why`],
    ["a.rs", `/// ${marker}: why`],
    ["a.py", `  # ${marker}: why`],
    ["a.css", `/* ${marker}: why */`],
    ["a.tsx", `{/* ${marker}: why */}`],
    ["a.html", `<!-- ${marker}: why -->`],
    ["a.sql", `-- ${marker}: why`],
    ["a.ini", `; ${marker}: why`],
    ["a.yaml", `#${marker}:why`],
    ["a.tex", `% ${marker}: why`],
    ["a.ml", `(* ${marker}: why *)`],
    ["a.bat", `@REM ${marker}: why`],
    ["a.cmd", `:: ${marker}: why`],
    ["a.rst", `.. ${marker}: why`],
    ["a.njk", `{# ${marker}: why #}`],
    ["a.hbs", `{{!-- ${marker}: why --}}`],
    ["a.ejs", `<%# ${marker}: why %>`],
    ["package.json", `  "//": "${marker}: why",`],
    ["a.windows.ts", `// ${marker}: why\r`],
  ])("in %s: %s", (path, comment) => {
    expect(ignores(path, `first\n${comment}\nplace\n`)).toEqual(["2-3: why"]);
  });

  test("below the rest of a comment over several lines", () => {
    expect(ignores("a.ts", `/**\n * ${marker}: why\n */\nplace\n`)).toEqual(["2-4: why"]);
  });

  test("or about nothing, at the end of a file", () => {
    expect(ignores("a.ts", `// ${marker}: why`)).toEqual(["1-2: why"]);
  });
});

describe("a comment beside code is about its own line", () => {
  test.each([
    ["a.ts", `const a = "1.2.3"; // ${marker}: why`],
    ["a.ts", `/* ${marker}: why */ const a = "1.2.3";`],
    ["a.toml", `version = "1.2.3" # ${marker}: why`],
    ["a.xml", `<version>1.2.3</version> <!-- ${marker}: why -->`],
  ])("in %s: %s", (path, line) => {
    expect(ignores(path, `first\n${line}\nplace\n`)).toEqual(["2-2: why"]);
  });

  test("however long the line is", () => {
    const code = `${"x".repeat(5_000)} `;
    expect(ignores("a.min.js", `${code}/* ${marker}: why */\nplace\n`)).toEqual(["1-1: why"]);
  });
});

describe("in a document", () => {
  test("a comment is about the next line that is not empty", () => {
    expect(ignores("a.md", `<!-- ${marker}: why -->\n\nplace\nmore\n`)).toEqual(["1-3: why"]);
  });

  test("a comment is about the whole of a fenced block", () => {
    const text = `<!-- ${marker}: why -->\n\n\`\`\`sh\none\ntwo\n\`\`\`\nthree\n`;
    expect(ignores("a.md", text)).toEqual(["1-6: why"]);
  });

  test("a heading and the code of a fenced block are no comments", () => {
    expect(
      ignores("a.md", `# ${marker}: why\n\n\`\`\`sh\n# ${marker}: why\n<!-- ${marker}: why -->\n\`\`\`\n`),
    ).toEqual([]);
  });
});

describe("a comment for the whole file", () => {
  test("stands among its first lines", () => {
    expect(ignores("a.sh", `#!/bin/sh\n# ${marker}-file: why\n`)).toEqual(["file: why"]);
  });

  test("and nowhere else", () => {
    expect(ignores("a.sh", `${"\n".repeat(20)}# ${marker}-file: why\n`)).toEqual([
      "file: why !it stands below line 20",
    ]);
  });
});

test.each([
  `// ${marker}`,
  `// ${marker}:`,
  `/* ${marker}: */`,
  `// ${marker} why`,
])("%s gives no reason", (comment) => {
  expect(ignores("a.ts", `${comment}\n`)).toEqual([expect.stringContaining("no reason")]);
});

test("a marker that does not exist is told", () => {
  expect(ignores("a.ts", `// ${marker}-next-line: why\n`)).toEqual([
    expect.stringMatching(/!there is no \S+-next-line$/),
  ]);
});

test.each([
  `const a = "${marker}: why";`,
  `prose about ${marker}: why`,
  `// prose about ${marker}: why`,
  `// ${marker}d: why`,
  `run --${marker}: why`,
])("%s is no ignore", (text) => {
  expect(ignores("a.ts", text)).toEqual([]);
});

test("the span is the marker up to the end of its reason", () => {
  const text = `a = 1 /* ${marker}: a reason */`;
  const [comment] = ignoreCommentsIn("a.c", text);
  expect(text.slice(comment?.span.start, comment?.span.end)).toBe(`${marker}: a reason`);
});

test("a file of many megabytes on one line is read in no time", () => {
  const blanks = " ".repeat(1_000_000);
  const text = `/* ${marker}: why${blanks}${"*".repeat(1_000_000)}${blanks} */ ${`${marker} `.repeat(100_000)}`;
  const milliseconds = processorTime(() => {
    expect(ignoreCommentsIn("a.js", text)).toHaveLength(1);
  });
  expect(milliseconds).toBeLessThan(2_000);
});
