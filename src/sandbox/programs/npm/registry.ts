import { posix } from "node:path";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { isObject } from "../json-file.ts";

/** One version of a package: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md#getpackageversion */
const address =
  /^https:\/\/registry\.(?:npmjs\.org|yarnpkg\.com)\/((?:@|%40)?[\w.-]+(?:(?:\/|%2[fF])[\w.-]+)?)\/(\d[\w.+-]*)$/;

/**
 * Answers whether the registry has the version that the release has just given to a package: it has not, or it would not be
 * given. A version that a tag names, or that the manifest held before, may be out, and nothing is said of it.
 */
export function answerRegistry({ argv, writes, repository }: Question): Answer | null {
  const [program, url = ""] = argv;
  const [, name = "", version = ""] = (program === "fetch" ? address.exec(url) : null) ?? [];
  if (version === "") return null;
  if (repository.git?.tags.some((tag) => tag.endsWith(version)) ?? false) return null;
  const given = writes.findLast(
    ({ path, after }) =>
      posix.basename(path) === "package.json" &&
      typeof after === "string" &&
      holds(after, decodeURIComponent(name), version),
  );
  if (given === undefined || holds(repository.read(given.path) ?? "", null, version)) return null;
  // As curl ends that is told to fail.
  return { stdout: `"version not found: ${version}"`, stderr: "", exitCode: 22, named: [] };
}

/** Whether a manifest is of a package and holds a version; of whatever package for null. */
function holds(text: string, name: string | null, version: string): boolean {
  const manifest = parsed(text);
  return (
    isObject(manifest) && (name === null || manifest["name"] === name) && manifest["version"] === version
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
