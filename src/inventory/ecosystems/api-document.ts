import type { Ecosystem } from "../ecosystem.ts";
import { versionAt } from "./requirement.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/** The key that makes a document an API document, before anything is parsed. */
const marker = /(?:^|[{,])[ \t]*["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:[ \t]*["']?\d/mu;

/**
 * OpenAPI, Swagger and AsyncAPI documents in JSON or YAML, whatever their name: the version in `info`.
 * Formats: https://spec.openapis.org/oas/latest.html#info-object and https://www.asyncapi.com/docs/reference
 */
export const apiDocument: Ecosystem = {
  name: "api-document",
  matches: (path) =>
    /\.(?:json|ya?ml)$/u.test(path) && !/(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml)$/u.test(path),
  occurrences(file) {
    // The names occur in few files, and a plain search for them is much faster than the pattern.
    const isNamed = ["openapi", "swagger", "asyncapi"].some((name) => file.text.includes(name));
    if (!isNamed || !marker.test(file.text)) return [];
    const { scalars } = file.document();
    const at = (...keys: string[]) =>
      scalars.find(
        ({ path }) => path.length === keys.length && keys.every((key, index) => path[index] === key),
      );
    if ((at("openapi") ?? at("swagger") ?? at("asyncapi")) === undefined) return [];
    const version = at("info", "version");
    const found = version === undefined ? null : versionAt(written(file, version), 0);
    if (version === undefined || found === null) return [];
    const title = at("info", "title")?.value;
    const subject = typeof title === "string" ? ({ type: "api", name: title } as const) : null;
    return scalarOccurrences(file, version, [found], { kind: "api-version", subject });
  },
};
