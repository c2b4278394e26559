import type { Files } from "./rehearse-files.ts";

/** The manifest of the repository in which they run, unless they bring one. */
export const manifest = '{ "name": "acme", "version": "1.4.2" }\n';
const write = 'import { writeFileSync } from "node:fs";\nwriteFileSync("out.txt", "written");\n';
const lib = "export const value = 1;\n";

/** What a script is and what stands beside it, by what it tries. The script is `bump.mjs` unless it is named. */
export const cases: Readonly<Record<string, string | Files>> = {
  "a package that nobody names": `import semver from "semver";\n${write}`,
  "a package that nobody names and nobody uses": `import "semver";\n${write}`,
  "a package that we stand in for and nobody names": `import { execa } from "execa";\n${write}`,
  "a package that nobody names, asked for later": `${write}await import("semver");\n`,
  "a package that nobody names, in a try": `${write}try { await import("nowhere"); } catch {}\n`,
  "a package that nobody names, required": {
    "bump.cjs": 'const chalk = require("chalk");\nrequire("node:fs").writeFileSync("out.txt", "written");\n',
  },
  "a package that nobody names, required in a try": {
    "bump.cjs":
      'try { require("chalk"); } catch {}\nrequire("node:fs").writeFileSync("out.txt", "written");\n',
  },
  "require in a module": `${write}require("node:fs");\n`,
  "require in a module by type": {
    "package.json": '{ "type": "module" }',
    "bump.js": `${write}require("node:fs");\n`,
  },
  "a question for require in a module": `${write}if (typeof require === "function") throw new Error("it is there");\n`,
  "__dirname in a module": `${write}console.log(__dirname);\n`,
  "__filename in a module": `${write}console.log(__filename);\n`,
  "module in a module": `${write}module.exports = 1;\n`,
  "exports in a module": `${write}exports.a = 1;\n`,
  "import.meta.dirname": `${write}if (import.meta.dirname === undefined) throw new Error("it is not there");\n`,
  "import.meta in CommonJS": { "bump.cjs": "console.log(import.meta.url);\n" },
  "import in CommonJS": { "bump.cjs": `import "node:fs";\n` },
  "import() in CommonJS": {
    "bump.cjs": 'import("node:fs").then((fs) => fs.writeFileSync("out.txt", "later"));\n',
  },
  "await in CommonJS": { "bump.cjs": "await 1;\n" },
  "syntax of a module in a file that does not say": {
    "bump.js": `${write}console.log(import.meta.url);\n`,
  },
  "an import without an ending": { "bump.mjs": `import { value } from "./lib";\n${write}`, "lib.js": lib },
  "an import of a folder": {
    "bump.mjs": `import { value } from "./lib";\n${write}`,
    "lib/index.js": "export const value = 1;\n",
  },
  "an import of a folder with a slash": {
    "bump.mjs": `import { value } from "./lib/";\n${write}`,
    "lib/index.js": "export const value = 1;\n",
  },
  "an import of a source under the name of its output": {
    "bump.mjs": `import { value } from "./lib.js";\n${write}`,
    "lib.ts": lib,
  },
  "an import() without an ending": { "bump.mjs": `${write}await import("./lib");\n`, "lib.js": lib },
  "an import with its ending": {
    "bump.mjs": `import { value } from "./lib.mjs";\n${write}`,
    "lib.mjs": lib,
  },
  "a name that the module does not export": {
    "bump.mjs": `import { other } from "./lib.mjs";\n${write}`,
    "lib.mjs": lib,
  },
  "a default that the module does not export": {
    "bump.mjs": `import lib from "./lib.mjs";\n${write}`,
    "lib.mjs": lib,
  },
  "a name that a CommonJS module does not export": {
    "bump.mjs": `import { other } from "./lib.cjs";\n${write}`,
    "lib.cjs": "exports.value = 1;\n",
  },
  "a require without an ending": {
    "bump.cjs": 'require("./lib");\nrequire("node:fs").writeFileSync("out.txt", "written");\n',
    "lib.js": "exports.value = 1;\n",
  },
  "a require of a folder": {
    "bump.cjs": 'require("./lib");\nrequire("node:fs").writeFileSync("out.txt", "written");\n',
    "lib/index.js": "exports.value = 1;\n",
  },
  "a require without an ending of a module": { "bump.cjs": 'require("./lib");\n', "lib.mjs": lib },
  "a require of what is not there": { "bump.cjs": 'require("./nowhere");\n' },
  "JSON without its attribute": `import own from "./package.json";\n${write}`,
  "JSON without its attribute, asked for later": `${write}await import("./package.json");\n`,
  "JSON with its attribute": `import own from "./package.json" with { type: "json" };\n${write}`,
  "JSON with its attribute, asked for later": `${write}await import("./package.json", { with: { type: "json" } });\n`,
  "a name of JSON": `import { version } from "./package.json" with { type: "json" };\n${write}`,
  "JSON that is none": {
    "bump.mjs": `import own from "./own.json" with { type: "json" };\n${write}`,
    "own.json": "{,}",
  },
  "JSON that is required": `import { createRequire } from "node:module";\ncreateRequire(import.meta.url)("./package.json");\n${write}`,
  "a path of a tsconfig": {
    "bump.mjs": `import { value } from "@/lib.mjs";\n${write}`,
    "lib.mjs": lib,
    "tsconfig.json": '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
  },
  "a subpath import that nobody defines": `import "#lib";\n${write}`,
  "a scheme that nobody knows": `import "npm:semver";\n${write}`,
  "a module of Node that is not there": `import "node:nothing";\n${write}`,
  "a name that a module of Node does not have": `import { nothing } from "node:fs";\n${write}`,
  "a promise that is rejected": `${write}Promise.reject(new Error("no"));\n`,
  "an error in a timer": `${write}setTimeout(() => { throw new Error("no"); }, 5);\n`,
  "an await that never ends": `${write}await new Promise(() => {});\n`,
  "an exit code": `${write}process.exitCode = 3;\n`,
  "an exit code of the end": `${write}process.on("exit", () => { process.exitCode = 3; });\n`,
  "an error in an event that nobody takes": `${write}import { EventEmitter } from "node:events";\nnew EventEmitter().emit("error", new Error("no"));\n`,
  "a process that fails": `${write}import { execSync } from "node:child_process";\nexecSync("node nowhere.mjs", { stdio: "ignore" });\n`,
  ...Object.fromEntries(
    [
      "bash nowhere.sh",
      "sh nowhere.sh",
      "./nowhere.sh",
      "bash -e nowhere/x.sh",
      "python3 nowhere.py",
      "perl nowhere.pl",
    ].map((line) => [
      `${line} of what is not there`,
      `${write}import { execSync } from "node:child_process";\nexecSync("${line}", { stdio: "ignore" });\n`,
    ]),
  ),
  "a script of Node that is not there, whose end nobody looks at": `${write}import { spawnSync } from "node:child_process";\nspawnSync("bash", ["nowhere.sh"]);\n`,
  "npm run of what is not there": `${write}import { execSync } from "node:child_process";\nexecSync("npm run nowhere", { stdio: "ignore" });\n`,
  "a write into a folder that is not there":
    'import { writeFileSync } from "node:fs";\nwriteFileSync("nowhere/out.txt", "");\n',
  "a read of a folder": 'import { readFileSync } from "node:fs";\nreadFileSync(".");\n',
  "process.exit behind an awaited write":
    'import { writeFile } from "node:fs/promises";\nawait writeFile("out.txt", "written");\nprocess.exit(0);\n',
  "process.exit in the callback of a write":
    'import { writeFile } from "node:fs";\nwriteFile("out.txt", "written", () => process.exit(0));\n',
  "process.exit at the end of a stream":
    'import { createWriteStream } from "node:fs";\ncreateWriteStream("out.txt").end("written", () => process.exit(0));\n',
  "writes at the end of which nobody waits":
    'import { writeFile, createWriteStream } from "node:fs";\nwriteFile("out.txt", "written", () => {});\ncreateWriteStream("other.txt").write("written");\n',
};

/** Scripts that end the process while Node is still writing. What then becomes of the file is luck. */
export const losing: Readonly<Record<string, string>> = {
  "a promise":
    'import { writeFile } from "node:fs/promises";\nwriteFile("out.txt", "written");\nprocess.exit(0);\n',
  "a promise and others that are done":
    'import { writeFile } from "node:fs/promises";\nwriteFile("out.txt", "written");\nawait null;\nprocess.exit();\n',
  "a callback":
    'import { writeFile } from "node:fs";\nwriteFile("out.txt", "written", () => {});\nprocess.exit(0);\n',
  "a stream":
    'import { createWriteStream } from "node:fs";\ncreateWriteStream("out.txt").end("written");\nprocess.exit(0);\n',
  "a stream that nobody ends":
    'import { createWriteStream } from "node:fs";\ncreateWriteStream("out.txt").write("written");\nprocess.exit(0);\n',
  "a handle":
    'import { open } from "node:fs/promises";\nconst file = await open("out.txt", "w");\nfile.writeFile("written");\nprocess.exit(0);\n',
};
