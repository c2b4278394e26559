import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../src/repository/documents/parse-document.ts";

describe("parseDocument", () => {
  it.each([
    ["package.json", "{}", "json"],
    ["a/tsconfig.json", "{}", "json"],
    [".vscode/settings.JSON", "{}", "json"],
    ["wrangler.jsonc", "{}", "json"],
    ["bun.lock", "{}", "json"],
    ["Package.resolved", "{}", "json"],
    ["Cargo.toml", "", "toml"],
    ["Cargo.lock", "", "toml"],
    ["python/uv.lock", "", "toml"],
    ["pnpm-lock.yaml", "", "yaml"],
    [".github/workflows/ci.yml", "", "yaml"],
    ["CITATION.cff", "", "yaml"],
    ["pubspec.lock", "", "yaml"],
    ["yarn.lock", "", "text"],
    ["README.md", "", "text"],
    ["json", "{}", "text"],
    ["a.json/b", "{}", "text"],
    ["config.json5", "{}", "text"],
  ])("decides about %s by its name", (path, text, format) => {
    expect(parseDocument(path, text)).toEqual({ format, scalars: [], note: null });
  });

  it("degrades a file that is not what its name says", () => {
    expect(parseDocument("a.json", "a = 1")).toMatchObject({ format: "text", scalars: [] });
    expect(parseDocument("a.json", "a = 1").note).not.toBeNull();
  });
});
