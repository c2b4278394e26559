import { plainToml } from "../../../repository/documents/plain-toml.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { coversNothingElse } from "../shared/covering/missed-text.ts";
import { placeOfCommand } from "../shared/workflows/command-place.ts";
import type { VersionPlace } from "./version-place.ts";

/** A command of a Python packager that writes a version which it is told. */
export interface VersionCommand {
  /** The command without its argument. */
  readonly id: string;
  /** A line that starts it in order to write. */
  readonly line: RegExp;
  /** Where it writes; null where the project keeps no version that it could write. */
  place(repository: Repository, project: Table): VersionPlace | null;
  /** True where the configuration alone shows it. */
  isConfigured?(project: Table): boolean;
  /** What else it writes behind it. */
  after?(release: ToolRelease, version: string): void;
}

/** The release tool that a command is. */
export function versionCommand(command: VersionCommand): ReleaseTool {
  return {
    id: command.id,
    covering: coversNothingElse,
    recognise: (repository) => recognise(repository, command),
  };
}

function recognise(repository: Repository, command: VersionCommand): ToolPlan | null {
  const text = repository.has("pyproject.toml") ? repository.read("pyproject.toml") : null;
  if (text === null) return null;
  const project = tableOf(plainToml(text));
  const started = placeOfCommand(repository, command.line);
  if (started === null && command.isConfigured?.(project) !== true) return null;
  const place = command.place(repository, project);
  if (place === null) return null;
  const name =
    textOf(tableOf(project["project"])["name"]) ??
    textOf(tableOf(tableOf(project["tool"])["poetry"])["name"]);
  const train = {
    ...{ name: "", current: place.version, folders: [""], tag: null },
    packages: name === null ? [] : [name],
  };
  const config = started ?? { path: "pyproject.toml", line: 1, column: 1, function: null };
  return {
    config,
    why: `${config.path} ${started === null ? "configures" : "starts"} ${command.id}, which writes ${place.path}`,
    call: `${command.id} {version}`,
    trains: [train],
    apply: async (release) => {
      const version = release.targetOf(train);
      const written = place.written(release.read(place.path) ?? "", version);
      if (written === null)
        release.inert({ origin: config, message: `${place.path} holds no version in this form` });
      else release.write(place.path, written, config);
      command.after?.(release, version);
    },
  };
}
