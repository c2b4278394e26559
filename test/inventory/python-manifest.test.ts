import { expect, test } from "vitest";
import { pythonManifest } from "../../src/inventory/ecosystems/python-manifest.ts";
import { readOccurrences } from "./read-occurrences.ts";

test("reads a standard pyproject.toml", () => {
  const text = `[project]
name = "acme-client"
version = "0.9.0rc1"
requires-python = ">=3.8"
classifiers = ["Programming Language :: Python :: 3.8"]
dependencies = ["httpx[http2] >=0.27,<1 ; python_version < '3.13'", "plain"]

[project.optional-dependencies]
tests = ["pytest==8.3.5"]

[build-system]
requires = ["maturin>=1.8,<2.0"]

[dependency-groups]
lint = ["ruff~=0.6.1"]
`;
  expect(readOccurrences(pythonManifest, "client/pyproject.toml", text)).toEqual([
    "3:12 0.9.0rc1 manifest-version python:acme-client",
    "4:22 3.8 toolchain toolchain:python in >=3.8",
    "6:33 0.27 dependency python:httpx in httpx[http2] >=0.27,<1 ; python_version < '3.13'",
    "6:39 1 dependency python:httpx in httpx[http2] >=0.27,<1 ; python_version < '3.13'",
    "9:19 8.3.5 dependency python:pytest in pytest==8.3.5",
    "12:23 1.8 dependency python:maturin in maturin>=1.8,<2.0",
    "12:28 2.0 dependency python:maturin in maturin>=1.8,<2.0",
    "15:16 0.6.1 dependency python:ruff in ruff~=0.6.1",
  ]);
});

test("reads Poetry's tables", () => {
  const text = `[tool.poetry]
name = "acme-client"
version = "1.2.0"

[tool.poetry.dependencies]
python = "^3.11"
requests = { version = "^2.32", optional = true }

[tool.poetry.group.dev.dependencies]
mypy = "1.11.*"
`;
  expect(readOccurrences(pythonManifest, "pyproject.toml", text)).toEqual([
    "3:12 1.2.0 manifest-version python:acme-client",
    "6:12 3.11 toolchain toolchain:python in ^3.11",
    "7:26 2.32 dependency python:requests in ^2.32",
    "10:9 1.11 dependency python:mypy in 1.11.*",
  ]);
});

test("reads requirements files", () => {
  const text = "# tools 1.0.0\n-r base.txt\nmaturin==1.8.3  # pinned\nnumpy>=1.26,<3 --hash=sha256:12.3\n";
  expect(readOccurrences(pythonManifest, "requirements-dev.txt", text)).toEqual([
    "3:10 1.8.3 dependency python:maturin in maturin==1.8.3",
    "4:8 1.26 dependency python:numpy in numpy>=1.26,<3",
    "4:14 3 dependency python:numpy in numpy>=1.26,<3",
  ]);
});
