/**
 * The direction of imports: a stage may use the stages above it in this list and never one below.
 * `npm run check:architecture` holds the code to it.
 */
const stages = [
  "text",
  "version",
  "discover",
  "parse",
  "workspace",
  "occurrences",
  "config",
  "rehearse",
  "judge",
  "rules",
  "report",
  "cli",
];

/** What rules alone use; a rule may use it, and it may use every stage before the rules. */
const ruleSupport = ["couples", "sqlite", "toolchains", "script"];

const against = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-looks-ahead`,
  comment: `${stage} must not know the stages that come after it`,
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(?:${stages.slice(index + 1).join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...against,
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "support-is-for-rules",
      comment: "what only rules need is used by rules and commands alone",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: `^src/(?:rules|cli|suggest|${ruleSupport.join("|")})/|^src/[^/]+\\.ts$`,
      },
      to: { path: `^src/(?:${ruleSupport.join("|")})/` },
    },
    {
      name: "one-glob-library",
      comment: "fast-glob stays in one file of discovery and one of the sandbox",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(?:discover|rehearse)/" },
      to: { path: "node_modules/fast-glob" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "^src/rehearse/guest/" },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:dist|fixtures|coverage)/" },
  },
};
