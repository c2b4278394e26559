import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const release =
  '[[release]]\nname = "cut"\nmodule = "scripts/lib/bump.mjs"\ncalls = [{ function = "updateVersion" }]\n';

/** The verdict on a file that `by` writes, where a program with this text imports the module that the release calls. */
function verdictWith(text: string, by = "make docs", path = "scripts/main.ts"): string | undefined {
  const files = {
    "version-audit.toml": `[[generated]]\npaths = ["api/*.yaml"]\nby = "${by}"\n`,
    "scripts/lib/bump.mjs": "export function updateVersion(version) {}\n",
    "api/openapi.yaml": "openapi: 3.1.0\ninfo:\n  title: Lumen\n  version: 2.4.0\n",
    [path]: `import { updateVersion } from "./lib/bump.mjs";\n${text}\n`,
  };
  return verdicts(files, { release }).find((told) => told.startsWith("api/openapi.yaml:4 "));
}

test.each([
  ['execSync("make docs");'],
  ['execSync("make docs " + target);'],
  [`execSync(\`make docs \${target}\`, { cwd });`],
  [`await $({ stdio: "inherit", cwd })\`make docs\`;`],
  [`await $\`\n  make docs --all\n\`;`],
  ['const made: string = spawnSync("make", ["docs", target]);'],
  ['console.log(execSync("make docs"));'],
  ['steps.push("make docs");'],
  ['const command = "make docs"; execSync(command);'],
])("a program calls something with the command: %s", (text) => {
  expect(verdictWith(text)).toMatch(/ generated: written by `make docs`/);
});

test("a path is a command too", () => {
  expect(verdictWith('spawn("./scripts/gen.sh");', "./scripts/gen.sh")).toContain(" generated: ");
});

test.each([
  ["// `make docs` is not run here"],
  ['const hint = "make docs";'],
  ['test("make docs must be run by hand", () => {});'],
  ['describe.skip("make docs", () => {});'],
  ['throw Error("make docs was not run");'],
  ['throw new Error("make docs was not run");'],
  ['throw usageError("make docs was not run");'],
  ['console.log("make docs");'],
  ['const hint = "make docs"; console.log(hint);'],
  ['process.stdout.write("make docs");'],
  ['logger.info("make docs");'],
  [`console.log(chalk.bold\`make docs\`);`],
  ['spawn("make", ["all", "docs"]);'],
  ['spawn("make", [target, "docs"]);'],
])("a text says the command and starts nothing: %s", (text) => {
  expect(verdictWith(text)).toContain(" likely stale: ");
});

test("a test of the release is no program around it", () => {
  expect(verdictWith('execSync("make docs");', "make docs", "scripts/bump.test.ts")).toContain(
    " likely stale: ",
  );
});
