import { parseDocument } from "../../../../repository/documents/parse-document.ts";
import { within } from "../../../../repository/packages/path.ts";
import { LineIndex } from "../../../../repository/text/location.ts";
import { isObject } from "../../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../../rehearsal.ts";
import type { ToolRelease } from "../../release-tool.ts";
import { ToolRefusal } from "../../tool-refusal.ts";
import { placeIn } from "./config.ts";
import { jsonObject } from "./manifest.ts";

/**
 * Runs a script of a package.json around a release, as npm and lerna do: in the folder of the package, with the fields of
 * its manifest in the environment. Nothing happens where there is no such script.
 * https://docs.npmjs.com/cli/v11/using-npm/scripts#life-cycle-scripts
 * @param env what a tool adds to the environment
 * @throws ToolRefusal when the script fails, since the release ends there
 */
export async function runLifecycle(
  host: ToolRelease,
  dir: string,
  stage: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const path = within(dir, "package.json");
  const text = host.read(path);
  const content = jsonObject(text);
  const scripts = content?.["scripts"];
  const line = isObject(scripts) ? scripts[stage] : undefined;
  if (text === null || content === null || typeof line !== "string" || line === "") return;
  const origin = scriptOrigin(path, text, stage);
  const fields = ["name", "version"].flatMap((name) => {
    const value = content[name];
    return typeof value === "string" ? [[`npm_package_${name}`, value]] : [];
  });
  const { exitCode } = await host.run(line, {
    cwd: dir,
    origin,
    env: {
      npm_lifecycle_event: stage,
      ...Object.fromEntries(fields),
      ...env,
    },
  });
  if (exitCode !== 0)
    throw new ToolRefusal(`the script ${stage} of ${path} ended with exit code ${exitCode}`, origin);
}

function scriptOrigin(path: string, text: string, stage: string): Origin {
  const { scalars } = parseDocument(path, text);
  const found = scalars.find(({ path: keys }) => keys[0] === "scripts" && keys[1] === stage);
  if (found === undefined) return placeIn(path);
  const { line, column } = new LineIndex(text).position(found.span.start);
  return placeIn(path, line, column);
}
