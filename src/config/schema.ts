import * as v from "valibot";
import { hasWords } from "../repository/text/has-words.ts";

const text = v.pipe(v.string(), v.nonEmpty("must not be empty"));
const texts = v.array(text);

/** The upper bounds are far from what the timers of Node and the memory of the engine can count. */
function bounded(least: number, most: number) {
  return v.pipe(
    v.number(),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
}

/** What TOML can say, and null, which the search for a release may give. */
export type Argument = string | number | bigint | boolean | null | Date | ArgumentList | ArgumentTable;

interface ArgumentList extends ReadonlyArray<Argument> {}

interface ArgumentTable {
  readonly [name: string]: Argument;
}

const call = v.strictObject({
  /** The name of an exported function of the module. */
  function: text,
  /** JSON values; `{root}` and `{version}` are filled in within their strings. */
  args: v.optional(v.array(v.custom<Argument>(() => true)), []),
});

/** One rehearsal. Exactly one of `entry`, `module`, `target`, `workflow`, `command`, `tool` and `history` says how it is known what it writes. */
export const releaseSchema = v.pipe(
  v.strictObject({
    /** What the release is called in reports; no two may have the same name. */
    name: text,
    /** A script that is run as a program. */
    entry: v.optional(text),
    /** The arguments of `entry`, or of make, or the inputs of a workflow; `{version}`, `{current}` and `{root}` are filled in. Without `{version}` the script works the version out. */
    args: v.optional(texts, []),
    /** The target of a makefile, for example `release`; `args` may set variables, as in `VERSION={version}`. */
    target: v.optional(text),
    /** The makefile that `target` is of; without it, `Makefile`. */
    makefile: v.optional(text),
    /** A workflow of GitHub Actions, of which the commands of a job are run; `args` set its inputs, as in `version={version}`. */
    workflow: v.optional(text),
    /** The job of `workflow`, or several, with those that they need; without it, the only one that has commands. */
    job: v.optional(v.union([text, texts])),
    /** The tag whose push or release starts `workflow`, for example `v{version}`; without it somebody starts it, or a push to the main branch. */
    tag: v.optional(text),
    /** A module of which exported functions are called in the order of `calls`. */
    module: v.optional(text),
    /** The functions to call, see below. */
    calls: v.optional(v.array(call), []),
    /** A command line for `--engine command`, run natively in a throw-away copy. */
    command: v.optional(text),
    /** A known release tool, whose own configuration is read, for example `release-please`. */
    tool: v.optional(text),
    /** What the last releases of the repository wrote, read from git. */
    history: v.optional(v.literal(true)),
    /** Environment variables that the script sees; nothing of the real environment is passed on. */
    env: v.optional(v.record(v.string(), v.string()), {}),
    /** What a recorded command prints, where the built-in answers do not do; `fetch ADDRESS` is one. A trailing `*` matches any rest. */
    answers: v.optional(v.record(v.string(), v.string()), {}),
    /** After how long the rehearsal is ended, at most a day. */
    timeoutSeconds: v.optional(bounded(1, 24 * 60 * 60), 30),
    /** How much memory the script may take, at most 2048. */
    memoryMiB: v.optional(bounded(16, 2048), 256),
  }),
  v.check(
    (release) =>
      [
        release.entry,
        release.module,
        release.target,
        release.workflow,
        release.command,
        release.tool,
        release.history,
      ].filter((way) => way !== undefined).length === 1,
    "needs exactly one of entry, module, target, workflow, command, tool and history",
  ),
);

const productSchema = v.strictObject({
  /** Names that prose uses for the product, for example `Lumen`. Compared without regard to case. */
  names: v.optional(texts, []),
  /** Package names or scopes (`@scope/*`) that are ours though they are not in the workspace. */
  packages: v.optional(texts, []),
  /** Image names without a tag, for example `org/engine`. */
  images: v.optional(texts, []),
  /** Prefixes of URLs, without scheme, whose versions are ours. */
  urls: v.optional(texts, []),
  /** Where current is read, as `path#key.path`; without it current follows from what the bump covers. */
  current: v.optional(text),
});

const generatedSchema = v.strictObject({
  /** Globs of the files that it writes. */
  paths: v.pipe(texts, v.minLength(1)),
  /** The start of the release command that writes them, for example `cargo check`. */
  by: v.optional(text),
  /** The file or files that the generator reads. */
  from: v.optional(texts, []),
});

/** One member of a couple; `path` and at most one way to read a value from it. A path alone is read for its toolchain. */
const memberSchema = v.pipe(
  v.strictObject({
    /** A file or, for `schemas`, a folder. */
    path: text,
    /** The name of a constant in source code: an integer, a string, or a list, whose length counts. */
    constant: v.optional(text),
    /** A key path in a JSON, TOML or YAML file, with dots. */
    key: v.optional(text),
    /** The highest `vN` in the folder `path`; the value names the extension, for example `bare`. */
    schemas: v.optional(text),
    /** The `vN` that an import or re-export in `path` names; the value is the module's folder or name before `vN`. */
    reexport: v.optional(text),
    /** The tag of this image in `path`. */
    image: v.optional(text),
    /** The SQLite that a crate bundles, resolved from Cargo.lock at `path`. */
    sqliteOfCrate: v.optional(text),
    /** The SQLite inside an npm package, resolved from the lockfile at `path`. */
    sqliteOfPackage: v.optional(text),
  }),
  v.check(
    ({ path: _path, ...ways }) => Object.values(ways).filter((way) => way !== undefined).length <= 1,
    "needs at most one of constant, key, schemas, reexport, image, sqliteOfCrate and sqliteOfPackage",
  ),
);

const coupleSchema = v.strictObject({
  /** What the values are of; shown with the finding. */
  name: text,
  /** Why they must agree; shown with the finding. */
  why: v.optional(text),
  /** The places that must hold one value, see below; `path` and at most one other key each. */
  members: v.pipe(v.array(memberSchema), v.minLength(2, "needs at least two members")),
});

const listSchema = v.strictObject({
  /** What the list is of; shown with the finding. */
  name: text,
  /** The source file. */
  path: text,
  /** The constant that holds the list: an array or a `new Set([...])` of strings. */
  constant: text,
  /** The set that the list should equal. */
  equals: v.picklist(["publishable-crates", "pinned-workspace-dependencies", "publishable-packages"]),
  /** Names that are left out on purpose. */
  except: v.optional(texts, []),
  /** True when a name must come after everything that it depends on. */
  ordered: v.optional(v.boolean(), false),
});

const frozenSchema = v.strictObject({
  /** Globs of files that must not change once a release tag contains them. */
  paths: v.pipe(texts, v.minLength(1)),
  /** Why they must not change; shown with the finding. */
  why: v.optional(text),
});

const ignoreSchema = v.strictObject({
  /** A glob. */
  path: text,
  /** A version, or a piece of the line it stands on; without it every place of the path is meant. */
  pattern: v.optional(text),
  /** The id of a rule: its findings in the path are meant, and not the versions. */
  rule: v.optional(text),
  /** Why; shown by `explain`. */
  reason: v.pipe(v.string("a reason is required"), v.check(hasWords, "a reason is required")),
});

const severitySchema = v.picklist(["error", "warning", "note", "off"]);

/** `version-audit.toml`, and the shape of a preset. */
export const configSchema = v.strictObject({
  /** The name of a preset, or false to use none; without it the preset is recognised. */
  preset: v.optional(v.union([text, v.literal(false)])),
  product: v.optional(productSchema),
  release: v.optional(v.array(releaseSchema)),
  generated: v.optional(v.array(generatedSchema)),
  couple: v.optional(v.array(coupleSchema)),
  list: v.optional(v.array(listSchema)),
  frozen: v.optional(v.array(frozenSchema)),
  ignore: v.optional(v.array(ignoreSchema)),
  /** Severity per rule id. */
  rules: v.optional(v.record(v.string(), severitySchema)),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
export type Release = v.InferOutput<typeof releaseSchema>;
export type Product = v.InferOutput<typeof productSchema>;
export type Generated = v.InferOutput<typeof generatedSchema>;
export type Couple = v.InferOutput<typeof coupleSchema>;
export type CoupleMember = v.InferOutput<typeof memberSchema>;
export type List = v.InferOutput<typeof listSchema>;
export type Frozen = v.InferOutput<typeof frozenSchema>;
export type Ignore = v.InferOutput<typeof ignoreSchema>;
