import { expect, test } from "vitest";
import { verdicts } from "../../judge/judged.ts";

const project = (assembly: string) =>
  `<Project Sdk="Microsoft.NET.Sdk">\n  <PropertyGroup>\n    <PackageId>Lumen.Net</PackageId>\n    <AssemblyVersion>${assembly}</AssemblyVersion>\n  </PropertyGroup>\n</Project>\n`;

test("what assemblies of a whole major are bound by is no version of a release", () => {
  expect(
    verdicts({ "net/Lumen.csproj": project("2.0.0.0") }).filter((line) => !line.includes("external")),
  ).toEqual([]);
  expect(verdicts({ "net/Lumen.csproj": project("2.4.0.0") })).toEqual([
    "net/Lumen.csproj:4 2.4.0 stale: this manifest holds current, and nothing writes it",
  ]);
});
