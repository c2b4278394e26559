import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { configSchema } from "../../src/config/schema.ts";

const source = join(import.meta.dirname, "../../src/config/schema.ts");

/** What each table is for; a table without a sentence here fails the test. */
const purposes: Readonly<Record<string, string>> = {
  product: "What is ours by name, and where the current version is read.",
  release:
    "One rehearsal. Exactly one of `entry`, `module`, `target`, `command`, `tool` and `history` says how it is known what it writes.",
  generated: "Files that a generator writes, so that the bump need not.",
  couple: "Two or more values that must agree.",
  list: "A list in source code that must equal a set in the workspace.",
  frozen: "Files that must not change once a release tag contains them.",
  ignore: "Places or findings that are left as they are, with the reason.",
  rules: "The severity of a rule by its id: `error`, `warning`, `note` or `off`.",
};

/** The part of a valibot schema that the page is made from. */
interface Shape {
  readonly type: string;
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly default?: unknown;
}

/** The reference of `version-audit.toml`: keys, types and defaults from the schema, sentences from its comments. */
export function configurationPage(): string {
  const comments = commentsByKey(readFileSync(source, "utf8"));
  const tables = Object.entries(configSchema.entries).map(([name, schema]) => {
    const shape = schema as unknown as Shape;
    return tableSection(name, bare(shape), comments);
  });
  return `${head}\n${tables.join("\n")}`;
}

const head = `# Configuration

\`version-audit.toml\` in the audited root, or the file that \`--config\` names. \`version-audit init\` writes a first one.
Everything in it is optional. Without \`[[release]]\` the release script is recognised: a script of \`package.json\` that is
named after a release, a version or a bump and runs a JavaScript or TypeScript file, else a file of such a name in a
folder for scripts, if its text shows how it takes the version; then a script of a shell or a target of the makefile in
the root that is named so, changes files and takes a version. Where that gives none, the audit stops and shows the lines
to add.

A preset is a configuration for a repository that the tool knows. A table of the file replaces the table of the same
name of the preset, and keeps the others; \`preset = false\` drops it. Unknown keys and values are refused with their
place, and what matches nothing is a finding.

\`\`\`toml
[[release]]                                    # one rehearsal; several are allowed
name = "cut"
entry = "scripts/release.ts"                   # run as a program
args = ["--version", "{version}", "--yes"]

[release.answers]                              # what a command prints that the script starts
"gh api user -q .login" = "release-bot"
"npm view *" = "1.4.2"

[product]
names = ["lumen"]                              # what prose calls the product
images = ["lumendev/engine"]

[[generated]]                                  # the release runs this after the bump
paths = ["api/openapi.json"]
by = "pnpm run openapi"

[[couple]]                                     # these must agree
name = "wire protocol"
members = [
  { path = "engine/src/lib.rs", constant = "PROTOCOL_VERSION" },
  { path = "schemas/wire", schemas = "bare" },
]

[[list]]                                       # a list of the script must name what the workspace has
name = "published crates"
path = "scripts/release.ts"
constant = "CRATES"
equals = "publishable-crates"

[[ignore]]
path = "examples/legacy/**"
reason = "shows how the old version was used"

[rules]
collateral-change = "off"
\`\`\`

This page is made from the schema; \`npx vitest run test/docs -u\` makes it again.
`;

function tableSection(name: string, shape: Shape, comments: ReadonlyMap<string, string>): string {
  const item = shape.type === "array" ? bare(shape.item) : shape;
  const title = shape.type === "array" ? `[[${name}]]` : item.type === "union" ? name : `[${name}]`;
  const purpose = purposes[name] ?? comments.get(`config.${name}`);
  if (purpose === undefined) throw new Error(`nothing says what the table ${name} is for`);
  const parts = [`## \`${title}\``, "", purpose, ""];
  if (item.entries === undefined) return parts.join("\n");
  return [...parts, ...rows(name, item.entries, comments), ""].join("\n");
}

function rows(
  table: string,
  entries: Readonly<Record<string, Shape>>,
  comments: ReadonlyMap<string, string>,
): string[] {
  const nested: string[] = [];
  const lines = Object.entries(entries).map(([key, shape]) => {
    const inner = bare(bare(shape).item);
    const name = { calls: "call", members: "member" }[key];
    if (name !== undefined && inner.entries !== undefined)
      nested.push("", `Keys of \`${key}\`:`, "", ...rows(name, inner.entries, comments));
    const meaning = comments.get(`${table}.${key}`);
    if (meaning === undefined) throw new Error(`nothing says what ${key} of ${table} means`);
    const cells = [`\`${key}\``, typeOf(bare(shape)), defaultOf(shape), meaning];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return ["| key | type | default | meaning |", "|---|---|---|---|", ...lines, ...nested];
}

/** A schema without what says that it may be left out. */
function bare(shape: Shape | undefined): Shape {
  if (shape === undefined) return { type: "unknown" };
  return shape.type === "optional" ? bare(shape.wrapped) : shape;
}

function typeOf(shape: Shape): string {
  if (shape.type === "array") return `list of ${typeOf(bare(shape.item))}`;
  if (shape.type === "strict_object") return "table";
  if (shape.type === "custom") return "JSON";
  if (shape.type === "record") return `table of ${typeOf(bare(shape.value))}`;
  if (shape.type === "picklist") return (shape.options ?? []).map((option) => `\`${option}\``).join(", ");
  return shape.type;
}

function defaultOf(shape: Shape): string {
  if (shape.type !== "optional") return "required";
  const value = v.is(v.optional(v.union([v.string(), v.number(), v.boolean()])), shape.default)
    ? shape.default
    : undefined;
  return value === undefined ? "" : `\`${value}\``;
}

/** The doc comments before the keys, as `table.key`. */
function commentsByKey(text: string): Map<string, string> {
  const comments = new Map<string, string>();
  let table = "";
  let comment = "";
  for (const line of text.split("\n")) {
    table = /^(?:export )?const (\w+?)(?:Schema)? =/.exec(line)?.[1] ?? table;
    const said = /^\s*\/\*\* (.*) \*\/$/.exec(line)?.[1];
    const key = /^\s*(\w+): /.exec(line)?.[1];
    if (key !== undefined && comment !== "") comments.set(`${table}.${key}`, comment);
    comment = said ?? "";
  }
  return comments;
}
