import { posix } from "node:path";
import type { Program, ProgramCall, ProgramResult } from "../../host/desk/program.ts";
import { Refused } from "../../host/desk/program.ts";
import { viewOf } from "../../host/files/overlay-view.ts";
import { encodeUtf8 } from "../../host/files/text.ts";
import { resolveVirtual, toRepositoryPath, toVirtualPath } from "../../host/files/virtual-path.ts";
import { evaluated } from "./evaluate.ts";
import { type MavenLine, readMavenLine } from "./maven-line.ts";
import { parsedVersion } from "./parsed-version.ts";
import { buildVersion, withPomVersion, withProperty } from "./pom-versions.ts";
import { type Pom, readPoms, textAt } from "./poms.ts";
import { preparedVersion } from "./release-prepare.ts";

/** A build, and the command line that asks for something of it. */
interface Build {
  readonly call: ProgramCall;
  readonly line: MavenLine;
  /** The root first. */
  readonly poms: readonly [Pom, ...Pom[]];
}

const goals: Readonly<Record<string, (build: Build) => string>> = {
  "build-helper:parse-version": nothing,
  "exec:exec": printed,
  "help:evaluate": value,
  "release:prepare": prepareRelease,
  "versions:commit": withoutBackups,
  "versions:set": setVersions,
  "versions:set-property": setProperty,
};

/** What is often asked for beside the others, and changes no pom. */
const changingNothing = new Set(["clean", "release:clean", "release:perform"]);

/**
 * Maven where it sets versions or is asked for one: `versions:set`, `set-property` and `commit`, `release:prepare`,
 * `help:evaluate`, and `exec:exec` with echo, as their plugins do it. Builds and whatever else it may do are only recorded.
 * Sources: https://www.mojohaus.org/versions/versions-maven-plugin/set-mojo.html,
 * https://maven.apache.org/plugins/maven-help-plugin/evaluate-mojo.html
 */
export const maven: Program = (call) => {
  if (!call.args.some((arg) => goalName.test(arg))) return null;
  const line = readMavenLine(call.args);
  const asked = line.goals.filter((goal) => goal in goals);
  const isProgram = asked.includes("exec:exec") && line.properties["exec.executable"] !== "echo";
  if (asked.length === 0 || isProgram) return null;
  const other = line.goals.find((goal) => !(goal in goals) && !changingNothing.has(goal));
  if (other !== undefined)
    throw new Refused("mvn", other, `it is asked for beside ${asked[0]}, and only that is carried out`);
  const build = buildOf(call, line);
  if (build === null) return noPom;
  return { stdout: asked.map((goal) => goals[goal]?.(build) ?? "").join(""), stderr: "", exitCode: 0 };
};

const goalName = /:(?:parse-version|exec|evaluate|commit|prepare|set|set-property)$/;
const noPom: ProgramResult = {
  stdout:
    "[ERROR] The goal you specified requires a project to execute but there is no POM in this directory\n",
  stderr: "",
  exitCode: 1,
};

function buildOf(call: ProgramCall, line: MavenLine): Build | null {
  const named = toRepositoryPath(resolveVirtual(call.cwd, line.file));
  if (named === null) return null;
  const view = viewOf(call.overlay);
  const path = call.overlay.kindOf(toVirtualPath(named)) === "folder" ? posix.join(named, "pom.xml") : named;
  const [root, ...modules] = readPoms((one) => (view.exists(one) ? view.read(one) : null), path);
  return root === undefined ? null : { call, line, poms: [root, ...modules] };
}

/** What it builds, removes or publishes is no version. */
function nothing(): string {
  return "";
}

function prepareRelease({ call, line, poms }: Build): string {
  const own = buildVersion(poms[0]);
  if (own === null)
    throw new Refused("mvn release:prepare", "", "the version of the build does not stand in the pom");
  const target = preparedVersion(call, line, own);
  for (const pom of poms) {
    const after = withPomVersion(pom, poms, own, target);
    if (after !== pom.text) call.overlay.writeFile(toVirtualPath(pom.path), encodeUtf8(after));
  }
  return "";
}

/** The version of the build. Nobody here knows how the plugin would set one that stands in a property. */
function setVersions(build: Build): string {
  const { line, poms, call } = build;
  const own = textAt(poms[0].project, "version");
  if (own === null || own.includes("${"))
    throw new Refused("mvn versions:set", own ?? "", "the version of the root stands in another place");
  const isOne = poms.every(({ project }) => [null, own].includes(textAt(project, "version")));
  for (const [name, text] of Object.entries(line.properties)) {
    const meansAll = name === "processAllModules" || text === "*";
    if (!settings.test(name) && !(isOne && meansAll))
      throw new Refused("mvn versions:set", `-D${name}`, "it is not known which modules it means");
  }
  const target = wantedVersion(line, own);
  for (const pom of poms) {
    const after = withPomVersion(pom, poms, own, target);
    if (after !== pom.text) replace(build, pom, withTime(pom.path, after, call.clock()));
  }
  return "";
}

/** What leaves open which modules are meant is none of these. */
const settings =
  /^(?:newVersion|removeSnapshot|generateBackupPoms|processFromLocalAggregationRoot|allowSnapshots|versions\.\S+|maven\.\S+|skip\w*|style\.color|interactiveMode)$/;

/** The time of the build, which the plugin sets together with the version where the pom has one. */
function withTime(path: string, text: string, now: number): string {
  const [pom] = readPoms((one) => (one === path ? text : null), path);
  const held = pom === undefined ? null : textAt(pom.project, "properties", buildTime);
  if (pom === undefined || held === null || held.length < 2) return text;
  const seconds = new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
  return withProperty(pom, buildTime, /^\d+$/.test(held) ? String(Math.floor(now / 1000)) : seconds);
}

const buildTime = "project.build.outputTimestamp";

function wantedVersion({ properties, goals: asked }: MavenLine, own: string): string {
  const { newVersion } = properties;
  if (newVersion === undefined) {
    if (properties["removeSnapshot"] === "true") return own.replace(/-SNAPSHOT$/, "");
    throw new Refused("mvn versions:set", "without -DnewVersion", "it asks somebody for the version");
  }
  const parsed = asked.includes("build-helper:parse-version") ? parsedVersion(own) : {};
  const filled = newVersion.replace(/\$\{([\w.]+)\}/g, (text, name: string) => parsed[name] ?? text);
  if (filled.includes("${"))
    throw new Refused("mvn versions:set", newVersion, "it is not known what it means");
  return filled;
}

function setProperty(build: Build): string {
  const { property, newVersion } = build.line.properties;
  if (property === undefined || newVersion === undefined)
    throw new Refused("mvn versions:set-property", "without -Dproperty and -DnewVersion", "it is not known");
  for (const pom of build.poms) replace(build, pom, withProperty(pom, property, newVersion));
  return "";
}

/** The former text is kept beside the pom until `versions:commit`, unless nobody wants it. */
function replace({ call: { overlay }, line }: Build, pom: Pom, text: string): void {
  if (text === pom.text) return;
  const path = toVirtualPath(pom.path);
  const backup = `${path}${ending}`;
  const isKept = line.properties["generateBackupPoms"] !== "false";
  if (isKept && overlay.kindOf(backup) === null) overlay.writeFile(backup, encodeUtf8(pom.text));
  overlay.writeFile(path, encodeUtf8(text));
}

const ending = ".versionsBackup";

function withoutBackups({ call: { overlay }, poms }: Build): string {
  for (const { path } of poms)
    overlay.remove(toVirtualPath(path) + ending, { recursive: false, force: true });
  return "";
}

function value({ line, poms }: Build): string {
  const { expression = "", forceStdout } = line.properties;
  if (!line.isQuiet || forceStdout === undefined)
    throw new Refused(
      "mvn help:evaluate",
      "without -q -DforceStdout",
      "it prints other lines around the value",
    );
  return known(poms, expression);
}

function printed({ line, poms }: Build): string {
  const { "exec.args": text = "" } = line.properties;
  if (!line.isQuiet)
    throw new Refused("mvn exec:exec", "without -q", "it prints other lines around the value");
  return `${text.replace(/\$\{([\w.]+)\}/g, (_, name: string) => known(poms, name))}\n`;
}

function known([root]: Build["poms"], expression: string): string {
  const found = expression === "project.version" ? buildVersion(root) : evaluated(root, expression);
  if (found === null) throw new Refused("mvn", expression, "its value does not stand in the pom");
  return found;
}
