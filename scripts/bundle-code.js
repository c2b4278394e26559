// Writes down what V8 makes of the bundle while it audits the embedded example, for the thread of the command and for that of
// the rehearsals. The next process of the same Node starts with that instead of reading and compiling the text.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const example = "fixtures/mini-monorepo";
const thread = "release/thread/rehearser-worker.js";

/** @param {string} out the folder of the bundle */
export function bundleCode(out) {
  const place = (file) => JSON.stringify(pathToFileURL(resolve(out, file)).href);
  const tools = `import { writeFileSync } from "node:fs";
    import { codePlace, compiledCode } from ${place("load-bundle.js")};
    const write = (name) => writeFileSync(codePlace(name), compiledCode());\n`;
  const worker = join(out, thread);
  const shipped = readFileSync(worker, "utf8");
  mkdirSync(join(out, "code"), { recursive: true });
  writeFileSync(
    worker,
    `${tools}import { parentPort } from "node:worker_threads";
    const post = parentPort.postMessage.bind(parentPort);
    parentPort.postMessage = (message) => { write("rehearser-worker"); post(message); };
    ${shipped}`,
  );
  const script = `${tools}await import(${place("cli.js")}); write("run");`;
  const args = [
    "--input-type=module",
    "--eval",
    script,
    "--",
    "version-audit",
    example,
    "--fail-on",
    "never",
  ];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the example could not be audited with the bundle:\n${stderr}`);
  writeFileSync(worker, shipped);
}
