import { describe, expect, test } from "vitest";
import { cargoSetVersion, cargoWorkspaces } from "../../../src/release/tools/cargo-commands.ts";
import { releasePlz } from "../../../src/release/tools/release-plz.ts";
import { applyTool } from "./apply-plan.ts";

const crate = (name: string, version: string, more = "") =>
  `[package]\nname = "${name}"\nversion = "${version}"\n${more}`;
const members = {
  "Cargo.toml": '[workspace]\nmembers = ["a", "b", "c"]\n',
  "a/Cargo.toml": crate("a", "1.2.3"),
  "b/Cargo.toml": crate("b", "0.4.0", '[dependencies]\na = { path = "../a", version = "1.2" }\n'),
  "c/Cargo.toml": crate(
    "c",
    "0.1.0",
    'publish = false\n[dependencies]\na = { path = "../a", version = "=1.2.3" }\n',
  ),
  "Cargo.lock":
    '[[package]]\nname = "a"\nversion = "1.2.3"\n\n[[package]]\nname = "b"\nversion = "0.4.0"\ndependencies = [\n "a 1.2.3",\n]\n',
};
const step = (run: string) => ({
  ".github/workflows/r.yml": `jobs:\n  a:\n    steps:\n      - run: ${run}\n`,
});

describe("release-plz", () => {
  test("releases the crates that can be published, each as a train", async () => {
    const { plan, written } = await applyTool(
      releasePlz,
      { ...members, "release-plz.toml": "[workspace]\nsemver_check = false\n" },
      { target: ({ name }) => (name === "a" ? "1.3.0" : "0.5.0") },
    );
    expect(plan.trains.map(({ name, current, tag }) => [name, current, tag])).toEqual([
      ["a", "1.2.3", "a-v{version}"],
      ["b", "0.4.0", "b-v{version}"],
    ]);
    expect(written["a/Cargo.toml"]).toBe(crate("a", "1.3.0"));
    expect(written["b/Cargo.toml"]).toBe(
      crate("b", "0.5.0", '[dependencies]\na = { path = "../a", version = "1.3" }\n'),
    );
    expect(written["c/Cargo.toml"]).toContain(
      'version = "0.1.0"\npublish = false\n[dependencies]\na = { path = "../a", version = "=1.3.0" }',
    );
    expect(written["Cargo.lock"]).toContain('"b"\nversion = "0.5.0"\ndependencies = [\n "a 1.3.0",\n]');
  });

  test("leaves out what it is told to, and follows groups and names of tags", async () => {
    const { plan } = await applyTool(releasePlz, {
      ...members,
      "c/Cargo.toml": crate("c", "1.2.0"),
      ".release-plz.toml":
        '[workspace]\ngit_tag_name = "{{ package }}/{{version}}"\n[[package]]\nname = "b"\nrelease = false\n[[package]]\nname = "a"\nversion_group = "g"\n[[package]]\nname = "c"\nversion_group = "g"\n',
    });
    expect(plan.trains).toMatchObject([{ current: "1.2.3", packages: ["a", "c"], tag: "a/{version}" }]);
  });

  test("is recognised by its action", async () => {
    const workflow = "jobs:\n  a:\n    steps:\n      - uses: release-plz/action@v0.5\n";
    const { plan } = await applyTool(releasePlz, {
      "Cargo.toml": crate("kit", "1.2.3"),
      ".github/workflows/r.yml": workflow,
    });
    expect(plan.trains).toMatchObject([{ name: "", tag: "v{version}" }]);
    await expect(applyTool(releasePlz, members)).rejects.toThrow("was not recognised");
  });
});

describe("cargo set-version", () => {
  test("gives crates of one version a new one", async () => {
    const { written, plan } = await applyTool(
      cargoSetVersion,
      { ...members, ...step("cargo set-version 1.3.0") },
      { target: "1.3.0" },
    );
    expect(plan.config).toMatchObject({ path: ".github/workflows/r.yml", line: 4 });
    expect(written["a/Cargo.toml"]).toBe(crate("a", "1.3.0"));
  });

  test("is recognised by a recipe, and not by crates alone", async () => {
    const { plan } = await applyTool(cargoSetVersion, {
      ...members,
      Makefile: "bump:\n\tcargo set-version $(V)\n",
    });
    expect(plan.config).toMatchObject({ path: "Makefile", line: 2 });
    await expect(applyTool(cargoSetVersion, members)).rejects.toThrow("was not recognised");
  });
});

describe("cargo-workspaces", () => {
  test("shares one version", async () => {
    const { plan, written } = await applyTool(
      cargoWorkspaces,
      { ...members, ...step("cargo ws version minor") },
      { target: "1.3.0" },
    );
    expect(plan.trains).toMatchObject([{ current: "1.2.3", packages: ["a", "b", "c"], tag: "v{version}" }]);
    expect(written["c/Cargo.toml"]).toContain('version = "1.3.0"\npublish = false\n');
  });

  test("or has independent ones", async () => {
    const options = "[workspace.metadata.workspaces]\nindependent = true\n";
    const { plan } = await applyTool(cargoWorkspaces, {
      ...members,
      "Cargo.toml": members["Cargo.toml"] + options,
    });
    expect(plan.trains.map(({ name, tag }) => [name, tag])).toEqual([
      ["a", "a@{version}"],
      ["b", "b@{version}"],
      ["c", "c@{version}"],
    ]);
  });
});
