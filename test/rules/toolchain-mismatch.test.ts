import { expect, test } from "vitest";
import { toolchainMismatch } from "../../src/rules/toolchain-mismatch.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

/** The fixture without its one mismatch. */
function agreeing(): string {
  const root = fixtureCopy("toolchain-mismatch");
  replace(root, "docker/test.Dockerfile", "1.88", "1.91.1");
  return root;
}

test("reports one toolchain in several versions once, at the rarest", () => {
  expect(told(toolchainMismatch, unrehearsed(fixtureCopy("toolchain-mismatch")))).toEqual([
    "warning docker/test.Dockerfile:1 rust is 1.88 here and 1.91.1 in 2 other places",
    "  docker/engine.Dockerfile:1 rust 1.91",
    "  rust-toolchain.toml:2 rust 1.91.1",
  ]);
});

test("compares at the precision that is written", () => {
  expect(told(toolchainMismatch, unrehearsed(agreeing()))).toEqual([]);
});

test.each([
  ["a default of a build argument", "docker/a.Dockerfile", "ARG RUST_TOOLCHAIN=1.90.0\n"],
  ["a command", "scripts/setup.sh", "rustup default 1.90.0\n"],
  ["a patch release", "docker/a.Dockerfile", "FROM rust:1.91.0\n"],
])("finds %s", (_, path, content) => {
  const root = agreeing();
  write(root, path, content);
  expect(told(toolchainMismatch, unrehearsed(root))[0]).toMatch(
    new RegExp(`^warning ${path}:\\d rust is 1\\.9`),
  );
});

test.each([
  ["an example", "examples/a/Dockerfile", "FROM rust:1.80\n"],
  ["an image to develop in", "docker/development/Dockerfile", "FROM rust:1.80\n"],
  ["a remark", "docker/a.Dockerfile", "# rustup default 1.80.0\n"],
  ["a floating tag", "docker/a.Dockerfile", "FROM rust:1-slim\nFROM rust:slim\n"],
  ["another image of the name", "docker/a.Dockerfile", "FROM mcr.microsoft.com/devcontainers/rust:1.80\n"],
  [
    "a minimum version",
    "crates/a/Cargo.toml",
    `[package]\nname = "a"\nversion = "0.1.0"\nrust-version = "1.80"\n`,
  ],
  ["what a workflow chooses", ".github/workflows/b.yml", "steps:\n  - with:\n      toolchain: 1.90.0\n"],
  [
    "a variable of a workflow",
    ".github/workflows/b.yml",
    "env:\n  RUST_TOOLCHAIN: 1.90.0\nsteps:\n  - run: rustup default 1.80.0\n",
  ],
  ["the images of a pipeline", ".github/workflows/b.yml", "jobs:\n  a:\n    container: rust:1.80-slim\n"],
  ["test data", "test/images/Dockerfile", "FROM rust:1.80\n"],
])("leaves %s alone", (_, path, content) => {
  const root = agreeing();
  write(root, path, content);
  expect(told(toolchainMismatch, unrehearsed(root))).toEqual([]);
});

test("of Node.js only the major counts, and engines allow what they allow", () => {
  const root = agreeing();
  write(root, ".nvmrc", "22.14.0\n");
  write(root, "package.json", `{ "name": "pebble", "version": "1.2.0", "engines": { "node": ">=18" } }`);
  write(
    root,
    "docker/web.Dockerfile",
    "FROM node:22.9-alpine\nRUN curl https://deb.nodesource.com/setup_22.x\n",
  );
  expect(told(toolchainMismatch, unrehearsed(root))).toEqual([]);
  write(root, "docker/web.Dockerfile", "FROM node:20-alpine\n");
  expect(told(toolchainMismatch, unrehearsed(root))).toHaveLength(2);
});

test("projects that declare a package manager each for itself do not disagree, unless the root declares one for all", () => {
  const root = agreeing();
  const declared = (version: string) =>
    `{ "name": "pebble", "version": "1.2.0", "packageManager": "pnpm@${version}" }`;
  write(root, "website/package.json", declared("9.1.0"));
  write(root, "npm/package.json", declared("10.13.1"));
  expect(told(toolchainMismatch, unrehearsed(root))).toEqual([]);
  write(root, "package.json", declared("10.13.1"));
  expect(told(toolchainMismatch, unrehearsed(root))).toHaveLength(3);
});

test("holds packageManager against images", () => {
  const root = agreeing();
  write(root, "package.json", `{ "name": "pebble", "version": "1.2.0", "packageManager": "pnpm@10.13.1" }`);
  write(root, "docker/web.Dockerfile", "RUN corepack prepare pnpm@10.13.1 --activate\n");
  write(root, "docker/worker.Dockerfile", "RUN npm install --global pnpm@10.12.0\n");
  expect(told(toolchainMismatch, unrehearsed(root))).toEqual([
    "warning docker/worker.Dockerfile:1 pnpm is 10.12.0 here and 10.13.1 in 2 other places",
    "  docker/web.Dockerfile:1 pnpm 10.13.1",
    "  package.json:1 pnpm 10.13.1",
  ]);
});
