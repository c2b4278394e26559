import { Refused } from "../../host/desk/program.ts";

/** What a command line of Maven asks for. */
export interface MavenLine {
  /** Phases, and goals without the version of their plugin: `versions:set`, `deploy`. */
  readonly goals: readonly string[];
  /** What `-D` sets. */
  readonly properties: Readonly<Record<string, string>>;
  /** The pom, or the folder in which it lies, as it is written. */
  readonly file: string;
  /** Whether nothing but the output of goals is printed. */
  readonly isQuiet: boolean;
}

const silent = new Set(["-q", "--quiet"]);
/** Options that change nothing of what goals do to poms. */
const flags =
  /^(?:-[BeNoUuVX]|-B[eqU]|-ntp|-nsu|-llr|-f[aefn]|--(?:batch-mode|errors|non-recursive|offline|update-snapshots|show-version|debug|no-transfer-progress|no-snapshot-updates|fail-(?:at-end|fast|never)))$/;
/** The same for options with a value: settings, profiles, threads. */
const valued =
  /^(?:-(?:s|gs|t|gt|T|P|l|b)|--(?:settings|global-settings|toolchains|threads|activate-profiles|log-file|color))$/;

/**
 * Reads the arguments of Maven. Throws a Refused for options that choose among modules and for those that are not known.
 * Source: https://maven.apache.org/ref/3.9.9/maven-embedder/cli.html
 */
export function readMavenLine(args: readonly string[]): MavenLine {
  const goals: string[] = [];
  const properties: Record<string, string> = {};
  let [file, isQuiet] = ["pom.xml", false];
  const rest = [...args];
  const define = (text: string) => {
    const at = text.indexOf("=");
    properties[at === -1 ? text : text.slice(0, at)] = at === -1 ? "true" : text.slice(at + 1);
  };
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "-f" || arg === "--file") file = rest.shift() ?? "";
    else if (arg.startsWith("--file=")) file = arg.slice("--file=".length);
    else if (arg === "-D" || arg === "--define") define(rest.shift() ?? "");
    else if (arg.startsWith("-D")) define(arg.slice(2));
    else if (silent.has(arg) || arg === "-Bq") isQuiet = true;
    else if (valued.test(arg)) rest.shift();
    else if (!arg.startsWith("-")) goals.push(withoutPlugin(arg));
    else if (!flags.test(arg) && !/^-[TP]./.test(arg)) throw new Refused("mvn", arg, "it is not known");
  }
  return { goals, properties, file, isQuiet };
}

/** `org.codehaus.mojo:versions-maven-plugin:2.16.2:set` and `versions:2.16.2:set` are `versions:set`. */
function withoutPlugin(goal: string): string {
  const parts = goal.split(":");
  const name = parts.at(-1) ?? "";
  if (parts.length === 1) return goal;
  const plugin = parts.length === 2 ? parts[0] : parts.find((part) => /maven-plugin$|^maven-/.test(part));
  const prefix = (plugin ?? parts[0] ?? "").replace(/-?maven-?/, "-").replace(/-?plugin$/, "");
  return `${prefix.replace(/^-|-$/g, "")}:${name}`;
}
