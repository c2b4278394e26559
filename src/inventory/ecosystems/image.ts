import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";
import { dockerfileImages } from "./dockerfile.ts";
import { fieldOccurrences } from "./image-field.ts";
import { tagFieldOccurrences } from "./image-tag-field.ts";

/**
 * Container images and actions: Dockerfiles, and in YAML compose files, Kubernetes manifests, GitHub workflows, Helm
 * values and Kustomize.
 */
export const image: Ecosystem = {
  name: "image",
  matches: (path) =>
    isDockerfile(path) || (/\.ya?ml$/u.test(path) && !/(?:^|\/)pnpm-lock\.yaml$/u.test(path)),
  occurrences(file) {
    if (isDockerfile(file.path)) return dockerfileOccurrences(file);
    const occurrences = [...fieldOccurrences(file), ...tagFieldOccurrences(file)];
    return occurrences.sort((a, b) => a.span.start - b.span.start);
  },
};

function isDockerfile(path: string): boolean {
  return /(?:^|\/)(?:(?:Docker|Container)file(?:\.[^/]*)?|dockerfile|[^/]+\.(?:[Dd]ocker|[Cc]ontainer)file)$/u.test(
    path,
  );
}

function dockerfileOccurrences({ path, text }: SourceText): Occurrence[] {
  return dockerfileImages(text).map(({ name, tag, version, span }) => ({
    ...{ path, span, text: tag, version, kind: "image", keyPath: null },
    subject: { type: "image", name },
  }));
}
