import type { AnyNode } from "acorn";
import type { Repository } from "../../repository/repository.ts";
import { mayHoldUncalled } from "./may-hold-uncalled.ts";
import { nodesIn } from "./nodes.ts";
import { type Script, scriptAt } from "./read-script.ts";
import { type TopLevelFunction, topLevelFunctions } from "./top-level-functions.ts";
import { unusedImports } from "./unused-imports.ts";
import { isWriteName } from "./write-name.ts";

/** An exported function that no code of a release refers to, although the release imports its module. */
export interface UncalledFunction extends TopLevelFunction {
  /** The module, relative to the audited root. */
  readonly path: string;
}

/**
 * The exported functions that write files, and that can be reached neither from the top level of the loaded modules nor
 * from the functions that the release calls by name. References are followed by name alone, so a function that might be
 * called counts as called. Modules that are imported in vain are looked at too.
 */
export function uncalledWriters(
  loaded: readonly string[],
  called: readonly string[],
  repository: Repository,
): UncalledFunction[] {
  const idle = unusedImports(loaded, repository);
  if (!mayHoldUncalled(loaded, idle, called, repository)) return [];
  const functions: UncalledFunction[] = [];
  const used = new Set(called);
  const uses = new Map<string, Set<string>>();
  const add = (name: string, more: Iterable<string>) =>
    uses.set(name, new Set([...(uses.get(name) ?? []), ...more]));
  for (const path of [...loaded, ...idle]) {
    const script = scriptAt(repository, path);
    if (script === null) continue;
    const own = topLevelFunctions(script);
    functions.push(...own.map((each) => ({ ...each, path })));
    if (loaded.includes(path))
      for (const name of namesUsed(script.program, new Set(own.map(({ node }) => node)))) used.add(name);
    for (const { name, node } of own) add(name, namesUsed(node));
    // Code that uses the local name of an import uses what is imported.
    for (const [local, imported] of importedNames(script)) add(local, [imported]);
  }
  const reached = closure(used, uses);
  return functions.filter(
    ({ name, exported }) => exported && !reached.has(name) && [...closure([name], uses)].some(isWriteName),
  );
}

/** Everything that can be reached from some names. */
function closure(from: Iterable<string>, uses: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set(from);
  for (const name of reached) for (const next of uses.get(name) ?? []) reached.add(next);
  return reached;
}

/** The identifiers below a node, without those in the nodes of `except`, in imports and in lists of exports. */
function namesUsed(root: AnyNode, except: ReadonlySet<AnyNode> = new Set()): string[] {
  const isLeftOut = (node: AnyNode): boolean =>
    except.has(node) ||
    node.type === "ImportDeclaration" ||
    node.type === "ExportAllDeclaration" ||
    (node.type === "ExportNamedDeclaration" && !node.declaration);
  return [...nodesIn(root, (node) => !isLeftOut(node))].flatMap((node) =>
    node.type === "Identifier" ? [node.name] : [],
  );
}

function importedNames({ program }: Script): [local: string, imported: string][] {
  return program.body.flatMap((statement) =>
    statement.type !== "ImportDeclaration"
      ? []
      : statement.specifiers.flatMap((specifier): [string, string][] =>
          specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier"
            ? [[specifier.local.name, specifier.imported.name]]
            : [],
        ),
  );
}
