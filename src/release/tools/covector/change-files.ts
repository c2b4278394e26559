import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isTable } from "../shared/configuration/table.ts";

/** A file below `.changes` that asks for releases. */
export interface ChangeFile {
  readonly path: string;
  /** The kind of bump by the name of the package. */
  readonly bumps: ReadonlyMap<string, string>;
}

/** The changes that wait for a release: Markdown whose head names packages, `packages/assemble` of covector. */
export function changeFiles(repository: Repository): readonly ChangeFile[] {
  return repository.paths
    .filter((path) => /^\.changes\/[^/]+\.md$/.test(path) && !/\/readme\.md$/i.test(path))
    .flatMap((path) => {
      const text = repository.read(path)?.replaceAll("\r\n", "\n") ?? "";
      const end = text.indexOf("\n---", 3);
      const head = text.startsWith("---\n") && end !== -1 ? plainYaml(text.slice(4, end + 1)) : null;
      if (!isTable(head)) return [];
      // A kind may have the name of a section behind it: `minor:feat`.
      const bumps = Object.entries(head).map(
        ([name, kind]) => [name, String(kind).split(":")[0] ?? ""] as const,
      );
      return [{ path, bumps: new Map(bumps) }];
    });
}
