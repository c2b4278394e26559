/** Images, workflows and API documents in the shapes that the fixtures do not have, by path. */
export const images: Readonly<Record<string, string>> = {
  "docker/all.Dockerfile": `# syntax=docker/dockerfile:1.7
ARG NODE=22.1.0 RUST_VERSION="1.88"
ARG BASE=lumen-dev/base:1.4.2
FROM --platform=linux/amd64 node:\${NODE:-20.0.0}-bookworm AS build
ENV LUMEN_VERSION=1.4.2
COPY --from=lumen-dev/engine:1.4.2-slim /bin /bin
FROM $BASE
RUN curl -fsSL https://example.com/lumen-v1.4.2-linux-x64.tar.gz | tar xz && \\
    npm install -g pnpm@10.4.1
FROM localhost:5000/a/b:1.2@sha256:0123
`,
  "deploy/compose.yml": `services:
  engine: &engine
    image: "lumen-dev/engine:1.4.2"
    environment:
      - TAG=1.4.2
  other:
    <<: *engine
    image: \${REGISTRY:-ghcr.io}/lumen-dev/other:\${TAG:-1.4.2}
`,
  "deploy/stateful.yaml": `apiVersion: apps/v1
kind: StatefulSet
spec:
  template:
    spec:
      containers:
        - name: engine
          image: ghcr.io/lumen-dev/engine:v1.4.2 # keep
          args: ["--schema", "v3"]
---
kind: ConfigMap
data:
  note: |
    version 1.4.2
      and more
  folded: >-
    1.4.1
    1.4.0
...
`,
  "charts/engine/values.yaml": `image:
  registry: ghcr.io
  repository: lumen-dev/engine
  tag: "1.4.2"
sidecar: {repository: other, tag: 3.2.1-alpine}
{{- if .Values.extra }}
list:
- tag: 0.1.0
{{- end }}
`,
  "deploy/kustomization.yaml": "images:\n- name: engine\n  newName: lumen-dev/engine\n  newTag: 1.4.2\n",
  ".github/workflows/ci.yml": `on: { push: { branches: [main] } }
env:
  RUST_VERSION: 1.88.0
jobs:
  test:
    runs-on: ubuntu-24.04
    container: node:22.1.0-bookworm
    strategy: { matrix: { node: [20, "22.1", '24.x'] } }
    steps:
      - uses: actions/checkout@v4.1.1
      - uses: pnpm/action-setup@0123456789012345678901234567890123456789 # v4.0.0
        with:
          version: 10.4.1
      - uses: docker://alpine:3.20.1
      - run: |
          rustup default 1.88.0
          cargo install lumen-cli --version 1.4.2
          echo "::notice::1.4.2"
`,
  "api/asyncapi.yaml": "asyncapi: 3.0.0\ninfo:\n  title: Lumen Events\n  version: 1.4.2\nchannels: {}\n",
  "api/openapi.yaml":
    "openapi: \"3.1.0\"\ninfo: {title: 'Lumen', version: '1.4.2'}\npaths:\n  /a: {get: {summary: since 1.2.0}}\n",
  "api/swagger.json": '{"swagger":"2.0","info":{"version":"1.4.2","title":"Lumen"},"paths":{}}',
};
