import { basename, dirname } from "node:path/posix";
import type { Argument, Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import { readWorkflow } from "../../sandbox/workflow/read-workflow.ts";
import { releaseTools } from "../tools/release-tools.ts";

const foundByMake = new Set(["GNUmakefile", "makefile", "Makefile"]);

/** How a release is called, with `{version}` where it takes one; null for what history tells, which nobody calls. */
export function callText(release: Release, repository: Repository): string | null {
  const { entry, module, target, makefile, workflow, command, tool, args, env, calls } = release;
  if (command !== undefined) return command;
  if (entry !== undefined) {
    const told = Object.entries(env).map(([name, value]) => `${name}=${value}`);
    return [...told, entry, ...args].join(" ");
  }
  if (target !== undefined) {
    return ["make", ...whereMade(makefile ?? "Makefile"), target, ...args].join(" ");
  }
  // As the command line of GitHub starts it: https://cli.github.com/manual/gh_workflow_run
  if (release.tag !== undefined) return `git push origin ${release.tag}`;
  if (workflow !== undefined) {
    const isAsked =
      args.length > 0 || readWorkflow(repository.read(workflow) ?? "")?.starts.isPushed !== true;
    return isAsked
      ? ["gh workflow run", workflow, ...args.flatMap((arg) => ["-f", arg])].join(" ")
      : "git push";
  }
  if (module !== undefined)
    return calls
      .map((call) => `${call.function}(${call.args.map((arg) => shown(arg)).join(", ")})`)
      .join("; ");
  if (tool === undefined) return null;
  return releaseTools.find(({ id }) => id === tool)?.recognise(repository)?.call ?? null;
}

/** As the sandbox calls make: in the folder where that finds the makefile by itself, else with the name of the file. */
function whereMade(makefile: string): string[] {
  if (!foundByMake.has(basename(makefile))) return ["-f", makefile];
  return dirname(makefile) === "." ? [] : ["-C", dirname(makefile)];
}

/** TOML has whole numbers that JSON cannot write. */
function shown(argument: Argument): string {
  return JSON.stringify(argument, (_, value) => (typeof value === "bigint" ? Number(value) : value));
}
