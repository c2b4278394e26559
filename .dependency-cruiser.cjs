/**
 * The direction of imports: a stage may use the stages above it in this list and never one below.
 * `npm run check:architecture` holds the code to it.
 */
const stages = [
  "version",
  "discover",
  "parse",
  "workspace",
  "occurrences",
  "config",
  "rehearse",
  "script",
  "probe",
  "judge",
  "couples",
  "toolchains",
  "rewrites",
  "rules",
  "report",
  "scope",
  "baseline",
  "suggest",
  "cli",
];

/** Places in a text and the audit so far are words that every stage around them speaks. */
const places = "^src/(?:parse/(?:span|location)|rules/audit)\\.ts$";

const against = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-looks-ahead`,
  comment: `${stage} must not know the stages that come after it`,
  severity: "error",
  from: { path: `^src/${stage}/` },
  to: { path: `^src/(?:${stages.slice(index + 1).join("|")})/`, pathNot: places },
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
      name: "one-glob-library",
      comment: "fast-glob stays in one file of discovery and one of the sandbox",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(?:discover|rehearse)/" },
      to: { path: "node_modules/fast-glob" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "^src/rehearse/guest/|\\.d\\.ts$" },
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
