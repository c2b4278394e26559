import { existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The folder in which processes leave what they ran, as an environment variable; unset when nothing is measured. */
export const measurements = "VERSION_AUDIT_MEASUREMENTS";

/**
 * A script that starts the command at `entry` and, at the end of the process, leaves what V8 saw of it in a file of its
 * own. Tests start the command with an environment that is scrubbed, so `NODE_V8_COVERAGE` would not reach it.
 * @param folder where the measurements go
 */
export function measured(entry: string, folder: string): string {
  const script = join(folder, "measured.mjs");
  if (existsSync(script)) return script;
  const draft = join(folder, `measured-${process.pid}.draft`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(draft, scriptFor(pathToFileURL(realpathSync(entry)).href, folder));
  renameSync(draft, script);
  return script;
}

function scriptFor(entry: string, folder: string): string {
  const sources = new URL(".", entry).href;
  return `import { renameSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";

const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
process.once("exit", () => {
  session.post("Profiler.takePreciseCoverage", (error, coverage) => {
    if (error !== null) throw error;
    const result = coverage.result.filter(({ url }) => url.startsWith(${JSON.stringify(sources)}));
    for (const script of result) script.url = script.url.slice(${sources.length});
    const file = ${JSON.stringify(join(folder, "process-"))} + process.pid + "-" + Date.now();
    // A process of which a test keeps the files small leaves half a measurement, which is none.
    writeFileSync(file + ".draft", JSON.stringify({ result }));
    renameSync(file + ".draft", file + ".json");
  });
});
await import(${JSON.stringify(entry)});
`;
}
