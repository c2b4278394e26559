import type { Answer, Question } from "../../host/desk/answer.ts";
import { readJsonObject } from "../json-file.ts";
import { seenPath, upwards, within } from "../place.ts";
import { says } from "../says.ts";
import { type NpmMember, nameOf, npmMembers, workspaceGlobs } from "./workspaces.ts";

/**
 * The members as `npm query .workspace` gives them in an installed tree: the manifest and what npm's tree adds to it.
 * The edges of the dependency tree (`from`, `to`) are left empty.
 */
export function answerQuery(start: string, question: Question): Answer | null {
  const root = upwards(start).find((folder) => {
    const content = readJsonObject(question.view, within(folder, "package.json"));
    return content !== null && workspaceGlobs(content).length > 0;
  });
  const content = root === undefined ? null : readJsonObject(question.view, within(root, "package.json"));
  if (root === undefined || content === null) return null;
  const members = npmMembers(question.view, root, workspaceGlobs(content)).filter(
    (member) => "name" in member.content,
  );
  const nodes = members.toSorted(byPlaceInTree(root)).map((member) => {
    const location = root === "" ? member.dir : member.dir.slice(root.length + 1);
    const path = seenPath(question, member.dir);
    const ids = identify(nameOf(member), member.content["version"], location);
    const edges = {
      resolved: null,
      from: [],
      to: [],
      dev: false,
      inBundle: false,
      deduped: false,
      overridden: false,
    };
    return { ...member.content, ...ids, location, path, realpath: path, ...edges, queryContext: {} };
  });
  return says(
    `${JSON.stringify(nodes, null, 2)}\n`,
    members.map(({ manifest }) => manifest),
  );
}

/** `_id` and `pkgid` as npm forms them; the latter tells the name from that of the folder where they differ. */
function identify(name: string, version: unknown, location: string): { _id?: string; pkgid: string } {
  if (typeof version !== "string") return { pkgid: `${name}@` };
  const folder = location.slice(location.lastIndexOf("/") + 1);
  const id = `${name}@${version}`;
  return { _id: id, pkgid: folder === name ? id : `${folder}@npm:${id}` };
}

/** npm meets a member at its folder or at the link to it in node_modules, whichever sorts first. */
function byPlaceInTree(root: string): (a: NpmMember, b: NpmMember) => number {
  const english = new Intl.Collator("en");
  const place = (member: NpmMember) => {
    const folder = root === "" ? member.dir : member.dir.slice(root.length + 1);
    const link = `node_modules/${nameOf(member)}`;
    return english.compare(folder, link) < 0 ? folder : link;
  };
  return (a, b) => english.compare(place(a), place(b));
}
