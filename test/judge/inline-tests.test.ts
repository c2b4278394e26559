import { describe, expect, test } from "vitest";
import { isInInlineTests } from "../../src/judge/purpose/inline-tests.ts";

/** Whether the version in a text of Rust stands in unit tests. */
function isInTests(...lines: string[]): boolean {
  const text = lines.join("\n");
  return isInInlineTests("src/lib.rs", text, text.indexOf("2.3.7"));
}

const version = 'pub const LUMEN_VERSION: &str = "2.3.7";';

describe("unit tests in a source of Rust", () => {
  test.each([
    ["at the top of the file", ["#[cfg(test)]", "mod tests {", version, "}"]],
    ["below code", ["use lumen::it;", "", "#[cfg(test)]", "mod tests {", version, "}"]],
    [
      "inside another module",
      ["mod a {", "  #[cfg(test)]", "  mod tests {", "    fn x() {", "    }", version],
    ],
    [
      "with a remark",
      ["#[cfg(test)]", "#[allow(dead_code)]", "pub(crate) mod tests { // slow", version, "}"],
    ],
    [
      "with the line ends of Windows",
      ["fn a() {}\r", "#[cfg(test)]\r", "mod tests {\r", `${version}\r`, "}\r"],
    ],
  ])("%s", (_, lines) => expect(isInTests(...lines)).toBe(true));

  test.each([
    ["a module of one line", ["", "#[cfg(test)]", 'mod tests { include!("lib_tests.rs"); }', "", version]],
    ["an empty module", ["", "#[cfg(test)]", "mod tests {}", version]],
    ["a module in a file of its own", ["", "#[cfg(test)]", "mod tests;", version]],
    ["a module that is closed", ["#[cfg(test)]\r", "mod tests {\r", "}\r", version]],
    ["an inner module that is closed", ["mod a {", "  #[cfg(test)]", "  mod tests {", "  }", version]],
    ["an attribute of something else", ["#[cfg(test)]", version]],
    ["an attribute in a comment", ["// #[cfg(test)]", "mod tests {", version, "}"]],
  ])("not after %s", (_, lines) => expect(isInTests(...lines)).toBe(false));
});
