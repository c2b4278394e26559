import { describe, expect, test } from "vitest";
import { image } from "../../src/inventory/ecosystems/image.ts";
import { processorTime } from "../measure/processor-time.ts";
import { readOccurrences } from "./read-occurrences.ts";

describe("Dockerfile", () => {
  test("reads FROM, COPY --from and the syntax directive", () => {
    const text = `# syntax=docker/dockerfile:1.10.0
FROM --platform=linux/amd64 rust:1.88-slim AS builder
COPY --from=builder /app /app
COPY --from=ghcr.io/acme/uv:0.4.1 /uv /bin/
FROM localhost:5000/acme/engine:2.3.0-rc.4-slim@sha256:0123456789abcdef
FROM node:22
FROM caddy:alpine
FROM ghcr.io/acme/base:0e33ceb98
FROM builder
RUN echo rust:1.2.3
`;
    expect(readOccurrences(image, "docker/engine.Dockerfile", text)).toEqual([
      "1:28 1.10.0 image image:docker/dockerfile",
      "2:34 1.88 image image:rust in 1.88-slim",
      "4:29 0.4.1 image image:ghcr.io/acme/uv",
      "5:33 2.3.0-rc.4 image image:localhost:5000/acme/engine in 2.3.0-rc.4-slim",
      "6:11 22 image image:node",
    ]);
  });

  test("a version that an ARG gives is found at the ARG", () => {
    const text = `ARG RUST_VERSION=1.88.0
ARG BASE="acme/base:2.3.7" REGISTRY=ghcr.io
ARG UNUSED=9.9.9
FROM rust:\${RUST_VERSION}-slim AS one
FROM rust:$RUST_VERSION AS two
FROM \${BASE}
FROM \${REGISTRY}/acme/tool:3.1.4
FROM acme/other:\${MISSING:-4.2.0}
FROM acme/other:\${MISSING}
ARG RUST_VERSION=0.0.1
`;
    expect(readOccurrences(image, "Dockerfile", text)).toEqual([
      "1:18 1.88.0 image image:rust",
      "2:21 2.3.7 image image:acme/base",
      "7:28 3.1.4 image image:ghcr.io/acme/tool",
      "8:28 4.2.0 image image:acme/other",
    ]);
  });

  test.each([
    "Dockerfile",
    "a/Dockerfile.release",
    "a/linux.Dockerfile",
    "Containerfile",
    "a/x.dockerfile",
  ])("%s is one", (path) => expect(readOccurrences(image, path, "FROM node:22")).toHaveLength(1));

  test.each(["docs/dockerfile.md", "src/dockerfile.ts", "Dockerfiles/readme.txt"])("%s is none", (path) =>
    expect(image.matches(path)).toBe(false));
});

test("reads compose files and Kubernetes manifests", () => {
  const text = `services:
  db:
    image: postgres:17-alpine
  engine:
    image: "\${REGISTRY:-docker.io}/acme/engine:\${TAG:-2.3.7}"
  sidecar:
    image: \${SIDECAR:-acme/sidecar:1.2.3-slim}
  game: { ports: [] }
  latest:
    image: prom/prometheus:latest # not 1.2.3
---
spec:
  containers:
    - image: nats:2.10-alpine
    - image: 'acme/engine@sha256:abc'
    - image: "{{ .Values.image }}:{{ .Values.tag }}"
`;
  expect(readOccurrences(image, "compose.yaml", text)).toEqual([
    "3:21 17 image image:postgres in 17-alpine",
    "5:55 2.3.7 image image:docker.io/acme/engine",
    "7:36 1.2.3 image image:acme/sidecar in 1.2.3-slim",
    "14:19 2.10 image image:nats in 2.10-alpine",
  ]);
});

test("reads workflows: actions, containers and services", () => {
  const sha = "11bd71901bbe5b1630ceea73d27597364c9af683";
  const text = `jobs:
  build:
    container: node:22-bookworm
    services:
      db:
        image: postgres:17.2
    steps:
      - uses: actions/checkout@v4
      - uses: actions/cache/restore@v4.2.0
      - name: pinned
        uses: "acme/setup@${sha}" # v1.4.2
      - uses: acme/unpinned@${sha}
      - uses: acme/branch@main
      - uses: acme/publish@release/v1
      - uses: docker://alpine:3.20
      - uses: ./.github/actions/setup
  other:
    uses: acme/workflows/.github/workflows/test.yml@2.0.1
`;
  expect(readOccurrences(image, ".github/workflows/ci.yml", text)).toEqual([
    "3:21 22 image image:node in 22-bookworm",
    "6:25 17.2 image image:postgres",
    "8:33 4 image action:actions/checkout in v4",
    "9:38 4.2.0 image action:actions/cache in v4.2.0",
    "11:72 1.4.2 image action:acme/setup in v1.4.2",
    "14:37 1 image action:acme/publish in release/v1",
    "15:31 3.20 image image:alpine",
    "18:53 2.0.1 image action:acme/workflows",
  ]);
});

test("reads tags that stand apart from the name of the image", () => {
  const values = `engine:
  image:
    registry: ghcr.io
    repository: acme/engine
    tag: "2.3.7-slim"
git:
  tag: v9.9.9
cache:
  repository: redis
  tag: 7.2
`;
  expect(readOccurrences(image, "chart/values.yaml", values)).toEqual([
    "5:11 2.3.7 image image:ghcr.io/acme/engine in 2.3.7-slim",
    "10:8 7.2 image image:redis",
  ]);
  const kustomization = `images:
  - name: engine
    newName: acme/engine
    newTag: v2.3.7
  - name: nats
    newTag: 2.10.1
`;
  expect(readOccurrences(image, "kustomization.yaml", kustomization)).toEqual([
    "4:14 2.3.7 image image:acme/engine in v2.3.7",
    "6:13 2.10.1 image image:nats",
  ]);
});

test("takes linear time on a hostile file", () => {
  const milliseconds = processorTime(() => {
    readOccurrences(image, "a.yaml", `image: ${"$".repeat(300_000)}:${"1.".repeat(300_000)}`);
    readOccurrences(image, "a.yaml", `${"- ".repeat(300_000)}image: x:1.0.0`);
    readOccurrences(image, "Dockerfile", `FROM ${"--a ".repeat(300_000)}\nCOPY ${"--from".repeat(300_000)}`);
  });
  expect(milliseconds).toBeLessThan(2000);
});
