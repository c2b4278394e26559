/**
 * The direction of imports: a stage may use the stages above it in this list and never one below. Every folder of `src`
 * stands here. `npm run check:architecture` holds the code to it.
 */
const stages = [
  "repository",
  "config",
  "inventory",
  "sandbox",
  "release",
  "judge",
  "findings",
  "rules",
  "report",
  "selection",
  "propose",
  "cli",
];

/** The modules beside the stages that put them together, for those stages which make whole audits. */
const assembly = "^src/(?!audit-error)[^/]+\\.ts$";
const assemblers = ["selection", "propose", "cli"];

const oneOf = (names) => `^src/(?:${names.join("|")})/`;

const against = stages.slice(0, -1).map((stage, index) => ({
  name: `${stage}-looks-ahead`,
  comment: `${stage} must not know the stages that come after it`,
  severity: "error",
  from: { path: oneOf([stage]) },
  to: { path: oneOf(stages.slice(index + 1)) },
}));

module.exports = {
  forbidden: [
    ...against,
    {
      name: "a-stage-beside-the-list",
      comment: "every folder has its place among the stages",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: oneOf(stages) },
    },
    {
      name: "a-stage-assembles",
      comment: "what puts the stages together is for those that make whole audits",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: oneOf(assemblers) },
      to: { path: assembly },
    },
    {
      name: "sandbox-knows-no-configuration",
      comment:
        "the sandbox takes a script of its own shape, so that whatever can be run is run in one way: a release, a function that none calls, a hook, a step of a workflow",
      severity: "error",
      from: { path: "^src/sandbox/" },
      to: { path: "^src/config/" },
    },
    {
      name: "host-knows-no-interpreter",
      comment:
        "files, record and desk are what every interpreter and every program works on; they are handed in where a run is put together",
      severity: "error",
      from: { path: "^src/sandbox/host/" },
      to: { path: "^src/sandbox/(?!host/|script\\.ts)" },
    },
    {
      name: "one-door-for-writes",
      comment: "whoever changed the tree past the overlay would write what no record tells of",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/sandbox/host/files/" },
      to: { path: "^src/sandbox/host/files/(?:tree|repository-tree|changes)\\.ts$" },
    },
    {
      name: "program-knows-no-interpreter",
      comment:
        "a program sees the overlay and starts others by way of the desk, so that it is the same whoever starts it",
      severity: "error",
      from: { path: "^src/sandbox/programs/" },
      to: { path: "^src/", pathNot: "^src/(?:sandbox/(?:programs|host)|repository)/" },
    },
    {
      name: "interpreter-knows-no-program",
      comment: "an interpreter asks the desk, which knows what is answered, carried out or only recorded",
      severity: "error",
      from: { path: "^src/sandbox/(?:engine|modules|shell|makefile|workflow)/" },
      to: { path: "^src/sandbox/programs/" },
    },
    {
      name: "javascript-knows-no-other-interpreter",
      comment:
        "only the machine knows what runs what, so that an interpreter is read, and another added, by itself",
      severity: "error",
      from: { path: "^src/sandbox/(?:engine|modules)/" },
      to: { path: "^src/sandbox/(?:shell|makefile|workflow|machine)/" },
    },
    {
      name: "interpreter-knows-no-other",
      comment: "the same for those of lines; a makefile matches paths as the shell of its recipes does",
      severity: "error",
      from: { path: "^src/sandbox/(shell|makefile|workflow)/" },
      to: {
        path: "^src/sandbox/(?:engine|modules|shell|makefile|workflow|machine)/",
        pathNot: ["^src/sandbox/$1/", "^src/sandbox/shell/expansion/paths\\.ts$"],
      },
    },
    {
      name: "no-cycles",
      comment: "files that need each other, even by their types alone, cannot be read one after the other",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "one-glob-library",
      comment: "fast-glob stays in one file of the repository and one of the sandbox",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(?:repository|sandbox)/" },
      to: { path: "node_modules/fast-glob" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "^src/sandbox/guest/|\\.d\\.ts$" },
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
