import * as v from "valibot";
import type { Ending } from "../../host/ending.ts";
import { type GlobOptions, globDefaults, globOverlay } from "../../host/files/glob.ts";
import type { Overlay } from "../../host/files/overlay.ts";
import { decodeLoosely } from "../../host/files/text.ts";
import { resolveVirtual, toRepositoryPath } from "../../host/files/virtual-path.ts";
import type { Recorder } from "../../host/record/recorder.ts";
import type { Origin } from "../../host/record/run-record.ts";
import { framesOf } from "../../host/record/stack.ts";
import type { Loader } from "../../modules/loader.ts";
import type { Failures } from "../failures.ts";
import { type Operations, operation, virtualPath } from "../operation.ts";

/** What the operations of one run work with. */
export interface RunParts {
  readonly overlay: Overlay;
  readonly recorder: Recorder;
  readonly loader: Loader;
  readonly ending: Ending;
  readonly failures: Failures;
  /** The place in the script that is running right now. */
  readonly origin: () => Origin;
  /** Takes what the script prints. */
  readonly print: (stream: "stdout" | "stderr", text: string) => void;
}

const globFlags = v.partial(
  v.object({
    dot: v.boolean(),
    absolute: v.boolean(),
    onlyFiles: v.boolean(),
    onlyFolders: v.boolean(),
    markFolders: v.boolean(),
    followLinks: v.boolean(),
    caseSensitive: v.boolean(),
    matchBase: v.boolean(),
    deep: v.nullable(v.number()),
    withBase: v.boolean(),
  }),
);

const patternQuestion = v.object({
  pattern: v.string(),
  flags: v.nullable(v.string()),
  method: v.string(),
  path: virtualPath,
  matched: v.boolean(),
  matchesOriginal: v.boolean(),
});

const thrown = v.object({
  text: v.string(),
  message: v.string(),
  stack: v.string(),
  refused: v.nullable(v.string()),
});

/** How a run goes and ends, what it loads, and what it asks of texts and names. */
export function runOperations(parts: RunParts): Operations {
  const { ending, failures, loader, origin } = parts;
  return {
    ...questionOperations(parts),
    "run.exit": operation([v.number()], (code) => failures.exited(code, origin())),
    "run.uncaught": operation([thrown], (error) => failures.uncaught(error)),
    "run.unsettled": operation([v.boolean()], (isExhausted) => failures.unsettled(isExhausted)),
    "run.noFunction": operation([v.string(), v.array(v.string())], (name, names) =>
      failures.noFunction(name, names),
    ),
    "run.refuse": operation([v.number()], (key) => {
      const refusal = loader.refusals.at(key);
      if (refusal === null) throw new TypeError("there is no such refusal");
      ending.stop(refusal.message, refusal.help, refusal.origin ?? origin());
    }),
    "run.refusalOf": operation([v.string()], (name) => loader.refusals.global(name)),
    "run.stop": operation([v.string(), v.string()], (message, help) => ending.stop(message, help, origin())),
    "module.resolve": operation([v.string(), v.string()], (base, specifier) => {
      const resolution = loader.resolve(base, specifier, false);
      if (resolution.kind === "repository" || resolution.kind === "package") {
        const isJson = resolution.name.endsWith(".json");
        return { name: resolution.name, form: isJson ? "json" : loader.formatOf(resolution.name) };
      }
      if (resolution.kind !== "unavailable") return { name: resolution.name, form: "module" };
      const key = loader.refuseRequire(base, specifier, resolution.name);
      return { name: specifier, form: "refusal", key };
    }),
    "module.form": operation([virtualPath], (name) => loader.formatOf(name)),
    "module.text": operation([v.string()], (name) => loader.text(name)),
  };
}

function questionOperations({ overlay, recorder, loader, print }: RunParts): Operations {
  return {
    "run.print": operation([v.picklist(["stdout", "stderr"]), v.string()], (stream, text) =>
      print(stream, withTruePlaces(text, loader)),
    ),
    "glob.find": operation(
      [v.array(v.string()), v.array(v.string()), virtualPath, globFlags],
      (patterns, ignore, cwd, flags) => {
        const given = Object.fromEntries(Object.entries(flags).filter(([, flag]) => flag !== undefined));
        const options: GlobOptions = { ...globDefaults, ...given, ignore, cwd };
        const matches = globOverlay(overlay, patterns, options);
        const inside = matches.map((match) => toRepositoryPath(resolveVirtual(cwd, match)));
        recorder.glob({
          patterns,
          ignore,
          cwd: toRepositoryPath(cwd) ?? cwd,
          matches: inside.filter((match) => match !== null),
        });
        return matches;
      },
    ),
    "pattern.record": operation([patternQuestion], (question) => {
      const path = toRepositoryPath(question.path);
      if (path !== null) recorder.pattern({ ...question, path });
    }),
    "pattern.original": operation([virtualPath], (path) => {
      const inside = toRepositoryPath(path);
      const bytes = inside === null ? null : overlay.original(inside);
      return bytes === null ? null : decodeLoosely(bytes);
    }),
  };
}

/** A stack that the script prints names places in the text that the engine was given; shown are those of the files. */
function withTruePlaces(text: string, loader: Loader): string {
  return text.includes("    at ")
    ? text.replace(/^ {4}at .{1,1000}$/gm, (line) => truePlace(line, loader))
    : text;
}

function truePlace(line: string, loader: Loader): string {
  const { value: frame } = framesOf(line).next();
  const place = frame === undefined ? null : loader.locate(frame);
  if (frame === undefined || place === null) return line;
  const { module, line: row, column } = frame;
  return line.replace(`${module}:${row}:${column}`, () => `${module}:${place.line}:${place.column}`);
}
