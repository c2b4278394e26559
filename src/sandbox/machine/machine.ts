import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Sandbox } from "../engine/sandbox.ts";
import type { CommandDesk } from "../host/desk/command-desk.ts";
import type { Ending } from "../host/ending.ts";
import type { Ages } from "../host/files/ages.ts";
import type { Overlay } from "../host/files/overlay.ts";
import type { Origins } from "../host/record/origins.ts";
import type { Recorder } from "../host/record/recorder.ts";
import type { Origin } from "../host/record/run-record.ts";
import type { PackageFiles } from "../modules/package-files.ts";
import type { Script } from "../script.ts";

/** What a rehearsal is of. */
export interface Occasion {
  readonly script: Script;
  readonly repository: Repository;
  readonly workspace: Workspace;
  /** The place that counts as long as no script says another. */
  readonly first: Origin;
}

/** What all interpreters of one rehearsal share: the files, the record, the desk, the bounds. */
export interface Machine extends Occasion {
  readonly engine: QuickJSWASMModule;
  /** Those that are done with. They give back what they hold of the engine when another one needs it; the last ones never have to. */
  readonly finished: Sandbox[];
  readonly ending: Ending;
  readonly origins: Origins;
  readonly recorder: Recorder;
  readonly overlay: Overlay;
  readonly ages: Ages;
  readonly packages: PackageFiles;
  readonly desk: CommandDesk;
  /** On the clock of `performance.now()`. */
  readonly deadline: number;
  /** How many scripts have started one another at this moment, and whether the release itself is one of a shell. */
  readonly nesting: { depth: number; isShell: boolean };
  /** The modules of the repository that were loaded, in order. */
  readonly modules: string[];
}
