import { expect, test } from "vitest";
import { versionModules } from "../../../../src/rules/shared/couples/version-modules.ts";
import { processorTime } from "../../../measure/processor-time.ts";

function named(path: string, text: string): string[] {
  return versionModules(path, text).map(({ stem, version, how, span }) => {
    expect(text.slice(span.start, span.end)).toBe(`v${version}`);
    return `${how} ${stem.join("/")} ${version}`;
  });
}

test("tells imports, whole and partial re-exports of ECMAScript apart", () => {
  const text = [
    `import * as v1 from "./wire/v1";`,
    `import {`,
    `  type Hello,`,
    `} from '../dist/wire/v2.js';`,
    `export * from "@/wire/v3";`,
    `export type * from "./v4.ts";`,
    `export * as v5 from "./wire/v5";`,
    `export { Hello } from "./wire/v6";`,
  ].join("\n");
  expect(named("src/index.ts", text)).toEqual([
    "import ./wire 1",
    "import ../dist/wire 2",
    "whole @/wire 3",
    "whole . 4",
    "part ./wire 5",
    "part ./wire 6",
  ]);
});

test("reads nothing from remarks, strings and other words", () => {
  const text = [
    `// export * from "./wire/v1";`,
    ` * import a from "./wire/v2";`,
    `const text = 'copied from "./wire/v3"';`,
    `import { z } from "zod/v4-mini";`,
    `import { a } from "./wire/v5/part";`,
  ].join("\n");
  expect(named("src/index.ts", text)).toEqual([]);
});

test("reads the paths of Rust", () => {
  const text = [
    `pub use generated::v3::*;`,
    `pub(crate) use crate::generated::v7 as mk2;`,
    `use pebble_wire::generated::v2;`,
    `use crate::generated::{v1, v2};`,
    `use generated::v4::Hello;`,
    `// pub use generated::v9::*;`,
  ].join("\n");
  expect(named("src/lib.rs", text)).toEqual([
    "whole generated 3",
    "whole crate/generated 7",
    "import pebble_wire/generated 2",
  ]);
});

test("takes linear time over text that almost matches", () => {
  const hostile = [
    `from "${"a/".repeat(200_000)}`,
    "export ".repeat(100_000),
    `pub use ${"a::".repeat(200_000)}`,
    `${"\nexport {a} from ".repeat(50_000)}`,
  ];
  const milliseconds = processorTime(() => {
    for (const text of hostile) for (const path of ["a.ts", "a.rs"]) versionModules(path, text);
  });
  expect(milliseconds).toBeLessThan(2000);
});
