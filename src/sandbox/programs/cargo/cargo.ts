import { parse } from "@iarna/toml";
import type { Answer, Question } from "../../host/desk/answer.ts";
import { programOf, readArguments } from "../command-line.ts";
import { isObject, type JsonObject } from "../json-file.ts";
import { placeOf, seenPath, upwards, within } from "../place.ts";
import { says } from "../says.ts";

const options = {
  flags: ["--no-deps", "--offline", "--locked", "--frozen", "-q", "--quiet", "--all-features"],
  valued: ["--format-version", "--manifest-path", "--color"],
};

/**
 * Answers `cargo metadata --no-deps --format-version 1` with the fields that scripts read: `packages` (name, version,
 * id, manifest_path, publish, and null for `source`), `workspace_members` and `workspace_root`. Which crates are members
 * is known from the workspace, what they say now is read from what the script sees. `dependencies`, `targets` and the
 * rest are left out, so that a script that needs them fails rather than goes on with half of the truth.
 */
export function answerCargo(question: Question): Answer | null {
  const { program, args } = programOf(question.argv);
  const line = program === "cargo" ? readArguments(args, options) : null;
  if (line === null || line.operands.join(" ") !== "metadata" || !line.options.has("--no-deps")) return null;
  if ((line.options.get("--format-version")?.at(-1) ?? "1") !== "1") return null;

  const manifest = line.options.get("--manifest-path")?.at(-1);
  const given = manifest === undefined ? within(question.cwd, "Cargo.toml") : placeOf(question, manifest);
  const start = given === null ? null : given.slice(0, Math.max(0, given.length - "/Cargo.toml".length));
  const root = start === null ? undefined : workspaceManifest(start, question);
  const workspaceTable = root === undefined ? null : readToml(question, root);
  if (root === undefined || workspaceTable === null) return null;

  const members = question.workspace.crates.filter(
    (crate) => crate.workspace === root || crate.manifest === root,
  );
  const packages = members.flatMap((crate) => packageOf(crate.manifest, workspaceTable, question) ?? []);
  const ids = packages.map(({ id }) => id);
  const metadata = {
    packages,
    workspace_members: ids,
    workspace_default_members: ids,
    resolve: null,
    version: 1,
    workspace_root: seenPath(question, root.slice(0, Math.max(0, root.length - "/Cargo.toml".length))),
    metadata: null,
  };
  return says(
    `${JSON.stringify(metadata)}\n`,
    members.map((crate) => crate.manifest),
  );
}

/** The Cargo.toml of the workspace around a folder, or the nearest one when it stands alone. */
function workspaceManifest(start: string, question: Question): string | undefined {
  const manifests = upwards(start)
    .map((folder) => within(folder, "Cargo.toml"))
    .filter((path) => question.view.exists(path));
  return manifests.find((path) => isObject(readToml(question, path)?.["workspace"])) ?? manifests[0];
}

function readToml(question: Question, path: string): JsonObject | null {
  const text = question.view.read(path);
  if (text === null) return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** Null when the manifest cannot be read or has no `[package]`. A crate without a version is at 0.0.0. */
function packageOf(manifest: string, workspaceTable: JsonObject, question: Question) {
  const table = readToml(question, manifest)?.["package"];
  if (!isObject(table) || typeof table["name"] !== "string") return null;
  const inherited = isObject(workspaceTable["workspace"]) ? workspaceTable["workspace"]["package"] : null;
  const field = (name: string): unknown => {
    const own = table[name];
    return isObject(own) && own["workspace"] === true && isObject(inherited) ? inherited[name] : own;
  };
  const name = table["name"];
  const version = String(field("version") ?? "0.0.0");
  const publish = field("publish");
  const path = seenPath(question, manifest);
  const folder = path.slice(0, path.length - "/Cargo.toml".length);
  const id = folder.endsWith(`/${name}`)
    ? `path+file://${folder}#${version}`
    : `path+file://${folder}#${name}@${version}`;
  return {
    name,
    version,
    id,
    source: null,
    manifest_path: path,
    publish: publish === false ? [] : Array.isArray(publish) ? publish : null,
  };
}
