import type { Repository } from "../../../repository/repository.ts";
import { newFile, newFolder, Tree } from "./tree.ts";
import { homeFolder, temporaryFolder, toVirtualPath, virtualRoot } from "./virtual-path.ts";

/** A tree with the files and links of a repository, beside empty folders for what is temporary and for the user. */
export function treeOf(repository: Repository): Tree {
  const tree = new Tree();
  tree.ensureFolder(temporaryFolder);
  tree.ensureFolder(homeFolder);
  let folderPath = "";
  let folder = tree.ensureFolder(virtualRoot);
  const into = (path: string): string => {
    const slash = path.lastIndexOf("/");
    const parent = path.slice(0, Math.max(slash, 0));
    if (parent !== folderPath) {
      folder = tree.ensureFolder(toVirtualPath(parent));
      folderPath = parent;
    }
    return path.slice(slash + 1);
  };
  for (const path of repository.paths) {
    const name = into(path);
    folder.entries.set(name, { kind: "file", source: path, bytes: new Uint8Array(), mode: 0o644 });
  }
  for (const [path, target] of repository.links) {
    const name = into(path);
    folder.entries.set(name, { kind: "link", target });
  }
  addGitFolder(tree, repository);
  return tree;
}

/** Scripts look for `.git` to find the root. It holds nothing but HEAD. */
function addGitFolder(tree: Tree, { git, root }: Repository): void {
  if (git !== null && git.topLevel !== root) return;
  const folder = newFolder();
  const head = git?.branch === null ? (git.head ?? "") : `ref: refs/heads/${git?.branch ?? "main"}`;
  folder.entries.set("HEAD", newFile(new TextEncoder().encode(`${head}\n`)));
  tree.ensureFolder(virtualRoot).entries.set(".git", folder);
}
