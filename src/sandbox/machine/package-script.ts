import { posix } from "node:path";
import type { View } from "../host/desk/answer.ts";
import { commandLine } from "../host/desk/shown-command.ts";
import type { Started } from "../host/desk/started.ts";
import { toRepositoryPath, toVirtualPath } from "../host/files/virtual-path.ts";
import { isObject, readJsonObject } from "../programs/json-file.ts";

/** A line of a package script that is to be run. */
export interface ScriptLine {
  readonly name: string;
  readonly line: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the package manager prints before it. */
  readonly header: string;
}

/** Commands of the package managers themselves, behind which a name is no script. */
const own = new Set(
  "add audit cache config create dedupe dlx exec help import info init install link list login logout outdated pack patch publish prune rebuild remove root run search set setup store test unlink update up upgrade upgrade-interactive version versions view why workspace workspaces workspace-tools plugin node npm constraints bin deploy fetch licenses start restart stop recursive -r".split(
    " ",
  ),
);

/**
 * The lines that `npm run build` and its kin run: those before and after the script of that name, too. Null when it is
 * another command, when it has options that are not known here, and when there is no such script.
 */
export function packageScriptOf({ argv, cwd, env }: Started, view: View): readonly ScriptLine[] | null {
  const [manager = "", ...words] = argv;
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(manager)) return null;
  let isSilent = false;
  const rest = [...words];
  while (/^(?:-s|--silent)$/.test(rest[0] ?? "")) [isSilent] = [true, rest.shift()];
  const verb = rest.shift() ?? "";
  const isRun = verb === "run" || verb === "run-script";
  const isDirect =
    !isRun && (manager === "yarn" || manager === "pnpm") && !own.has(verb) && !verb.startsWith("-");
  const isShort = !isRun && /^(?:test|start|stop|restart)$/.test(verb) && manager !== "bun";
  if (!isRun && !isDirect && !isShort) return null;
  while (isRun && /^(?:-s|--silent|--if-present)$/.test(rest[0] ?? "")) [isSilent] = [true, rest.shift()];
  const name = isRun ? (rest.shift() ?? "") : verb;
  if (name.startsWith("-")) return null;
  if (manager === "npm" && /^(?:-s|--silent)$/.test(rest[0] ?? "")) [isSilent] = [true, rest.shift()];
  if (rest[0] === "--") rest.shift();
  else if (manager === "npm" && rest.some((word) => word.startsWith("-"))) return null;
  const folder = packageFolder(cwd, view);
  const manifest = folder === null ? null : readJsonObject(view, posix.join(folder, "package.json"));
  const scripts = manifest?.["scripts"];
  if (folder === null || manifest === null || !isObject(scripts) || typeof scripts[name] !== "string")
    return null;
  const hasHooks =
    manager === "npm" || manager === "bun" || (manager === "yarn" && !view.exists(".yarnrc.yml"));
  const [label, version] = [manifest["name"], manifest["version"]].map((value) =>
    typeof value === "string" ? value : "",
  );
  const title = label === "" ? "" : `${label}${version === "" ? "" : `@${version}`} `;
  return (hasHooks ? [`pre${name}`, name, `post${name}`] : [name]).flatMap((one): ScriptLine[] => {
    const script = scripts[one];
    if (typeof script !== "string") return [];
    const line = one === name && rest.length > 0 ? `${script} ${commandLine(rest)}` : script;
    const header = isSilent || manager !== "npm" ? "" : `\n> ${title}${one}\n> ${line}\n\n`;
    return [
      {
        name: one,
        line,
        cwd: toVirtualPath(folder),
        header,
        env: {
          ...env,
          INIT_CWD: cwd,
          npm_command: "run-script",
          npm_lifecycle_event: one,
          npm_lifecycle_script: script,
          npm_package_json: posix.join(toVirtualPath(folder), "package.json"),
          npm_package_name: label ?? "",
          npm_package_version: version ?? "",
        },
      },
    ];
  });
}

/** The folder of the nearest package.json at or above a folder, relative to the root. */
function packageFolder(cwd: string, view: View): string | null {
  for (
    let folder = toRepositoryPath(cwd);
    folder !== null;
    folder = folder === "" ? null : parentOf(folder)
  ) {
    if (view.exists(posix.join(folder, "package.json"))) return folder;
  }
  return null;
}

function parentOf(folder: string): string {
  const parent = posix.dirname(folder);
  return parent === "." ? "" : parent;
}
