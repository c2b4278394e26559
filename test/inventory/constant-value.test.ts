import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findConstant } from "../../src/inventory/ecosystems/constant-value.ts";
import { processorTime } from "../measure/processor-time.ts";

/** What `X` is given, after checking that every span holds its value. */
function readX(path: string, text: string): string | string[] | null {
  const constant = findConstant(path, text, "X");
  if (constant === null) return null;
  for (const { value, span } of constant.type === "list" ? constant.elements : [constant])
    expect(text.slice(span.start, span.end)).toBe(value);
  return constant.type === "list" ? constant.elements.map(({ value }) => value) : constant.value;
}

test.each([
  ["a.rs", "pub const X: u16 = 7u16;", "7u16"],
  ["a.ts", "export const X = 0x07 as const", "0x07"],
  ["a.ts", "const X = 'hello';", "hello"],
  ["a.rs", 'const X: String = String::from("hello");', "hello"],
  ["a.h", "#define X 7", "7"],
  ["a.go", "const X uint16 = 7", "7"],
  ["a.ts", "// X = 3\nconst X = 4;", "4"],
  ["a.ts", "use(X);\nconst y = { X: 1 };\nconst X = 2;", "2"],
  ["a.ts", "const AX = 1, XB = 2; const X = 3;", "3"],
])("%s: %s", (path, text, value) => expect(readX(path, text)).toBe(value));

describe("lists", () => {
  test.each([
    ["a.ts", 'const X = ["a", "b"];', ["a", "b"]],
    [
      "a.ts",
      'const X: ReadonlySet<string> = new Set<string>([ // first\n "a",\n /* "z" */ "b",\n] as const)',
      ["a", "b"],
    ],
    ["a.ts", 'const X = ["a", ...OTHERS, f(1, 2)];', ["a", "...OTHERS", "f(1, 2)"]],
    ["a.ts", 'const X = [["a", 1], { b: [2] }];', ['["a", 1]', "{ b: [2] }"]],
    ["a.ts", "const X = [];", []],
    ["a.ts", 'const X = ["]", "a,b", "\\"]"];', ["]", "a,b", '"\\"]"']],
    ["a.rs", 'pub const X: &[&str] = &["a", "b-c"];', ["a", "b-c"]],
    ["a.rs", 'static X: [&str; 3] = ["a", "b", "c"];', ["a", "b", "c"]],
    ["a.rs", 'let X = vec!["a"];', ["a"]],
    ["a.rs", 'let X = HashSet::from(["a", "b"]);', ["a", "b"]],
    ["a.py", 'X: Final = frozenset({"a", "b"})', ["a", "b"]],
    ["a.py", 'X = (\n  "a",  # why\n  "b",\n)', ["a", "b"]],
    ["a.go", 'var X = []string{"a", "b"}', ["a", "b"]],
    ["a.go", 'var X = map[string]bool{"a": true}', ["a"]],
    ["a.kt", 'val X = listOf("a", "b")', ["a", "b"]],
    ["A.java", 'String[] X = {"a"};', ["a"]],
    ["a.sh", 'X=(a "b c" d)', ["a", "b c", "d"]],
    ["a.ps1", '$X = @("a", "b")', ["a", "b"]],
  ])("%s: %s", (path, text, values) => expect(readX(path, text)).toEqual(values));

  test("the span runs from bracket to bracket", () => {
    const text = 'const X = new Set(["a"]);';
    const constant = findConstant("a.ts", text, "X");
    expect(text.slice(constant?.span.start, constant?.span.end)).toBe('["a"]');
  });
});

test.each([
  ["a.ts", "X(1)"],
  ["a.ts", 'const X = ["a"'],
  ["a.ts", "const X = f;"],
  ["a.ts", "if (X === 3) {}"],
  ["a.ts", ""],
])("no value in %s: %s", (path, text) => expect(readX(path, text)).toBeNull());

test("no text makes it fail or run on", () => {
  const piece = fc.constantFrom(
    "X",
    "=",
    "[",
    "]",
    "(",
    ")",
    '"',
    "'",
    "`",
    ",",
    "/*",
    "//",
    "#",
    "\n",
    " ",
    "a",
    "1",
    ":",
    "<",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readX("a.ts", `const X = ${pieces.join("")}`);
    }),
    { numRuns: 2000 },
  );
});

test("a long list takes linear time", () => {
  const text = `const X = [${'"a", '.repeat(200_000)}]`;
  const milliseconds = processorTime(() => {
    expect(findConstant("a.ts", text, "X")).toMatchObject({ elements: { length: 200_000 } });
  });
  expect(milliseconds).toBeLessThan(4000);
});
