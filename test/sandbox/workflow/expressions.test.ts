import { expect, test } from "vitest";
import { evaluate } from "../../../src/sandbox/workflow/expressions/evaluate.ts";
import { interpolate, isMet } from "../../../src/sandbox/workflow/expressions/interpolate.ts";
import { Unknown } from "../../../src/sandbox/workflow/expressions/value.ts";

const contexts = {
  hasFailed: false,
  values: {
    matrix: { on: ["Linux", "b"] },
    inputs: { version: "1.2.3", dry: false, count: 2, "new-name": "x" },
    github: { ref: "refs/heads/main", sha: new Unknown("github.sha") },
  },
};

/** By the documentation of GitHub: https://docs.github.com/actions/reference/workflows-and-actions/expressions */
test.each([
  ["inputs.version", "1.2.3"],
  ["inputs['new-name']", "x"],
  ["inputs.none", null],
  ["inputs.dry", false],
  ["!inputs.dry", true],
  ["inputs.dry || 'no'", "no"],
  ["inputs.dry && 'a' || 'b'", "b"],
  ["inputs.count > 1 && inputs.count <= 2", true],
  ["'ABC' == 'abc'", true],
  ["1 == '1'", true],
  ["null == ''", true],
  ["'it''s'", "it's"],
  ["startsWith(github.ref, 'refs/heads/')", true],
  ["endsWith('abc', 'BC') && contains('abc', 'b')", true],
  ["format('{0}-{1} {{x}}', inputs.version, 2)", "1.2.3-2 {x}"],
  ["(1 == 2) || (2 == 2)", true],
  ["success() && !failure() && always()", true],
  ["contains(matrix.on, 'linux') && !contains(matrix.on, 'x')", true],
  ["join(matrix.on, '+')", "Linux+b"],
  ["matrix.on[1]", "b"],
  ["fromJSON('{\"a\": [1]}').a[0]", 1],
  ["toJSON(matrix.on)", '[\n  "Linux",\n  "b"\n]'],
  ["github.sha.token", "secret"],
  ["hashFiles('a', 'b') == hashFiles('c')", true],
  ["false && github.sha", false],
  ["true || github.sha", true],
])("the value of %s", (source, value) => {
  expect(evaluate(source, contexts)).toEqual(value);
});

test.each([
  "github.sha",
  "strategy.job-total",
  "fromJSON('{')",
  "toJSON(github)",
  "github.sha == 'x'",
  "strategy('a')",
  "1 +",
  "a b",
  "inputs.*",
])("%s is not known", (source) => {
  expect(evaluate(source, contexts)).toBeInstanceOf(Unknown);
});

test("expressions are filled into a text, and decide", () => {
  expect(interpolate(`v\${{ inputs.version }}-\${{ '}}' }} \${x} \${{`, contexts)).toBe(
    `v1.2.3-}} \${x} \${{`,
  );
  expect(interpolate(`\${{ github.sha }}`, contexts)).toBeInstanceOf(Unknown);
  expect(isMet(`\${{ inputs.count == 2 }}`, contexts)).toBe(true);
  expect(isMet("inputs.dry", contexts)).toBe(false);
  expect(isMet("true", { ...contexts, hasFailed: true })).toBe(false);
  expect(isMet("always()", { ...contexts, hasFailed: true })).toBe(true);
});
