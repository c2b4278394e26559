import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { audit as auditOf } from "../../../src/index.ts";
import type { Reply } from "../../../src/release/thread/rehearser-worker.ts";
import { forgetfulRepository, run } from "../../cli/command-line.ts";
import { compiledPackage } from "../../cli/compiled-command.ts";
import { temporaryRepository } from "../../repository/files/git-repository.ts";

const dist = join(compiledPackage(), "dist");

/** One kind of reply of the thread of the rehearsals each, by what the script of the release does. */
const scripts: Readonly<Record<string, readonly [script: string, says: RegExp, code: number]>> = {
  "a rehearsal that ends well": [
    `import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("package.json", "utf8");
writeFileSync("package.json", text.replace(/"version": "[^"]+"/, \`"version": "\${process.argv[2]}"\`));
`,
    /stale-after-bump/,
    1,
  ],
  "a script that throws over a row of its table that seeks something": [
    `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
const rules = [
  { path: "gone/package.json", find: /"version": "[^"]+"/, replace: \`"version": "\${version}"\` },
  { path: "package.json", find: /"version": "[^"]+"/, replace: \`"version": "\${version}"\` },
];
for (const { path, find, replace } of rules) {
  const text = readFileSync(path, "utf8");
  if (!find.test(text)) throw new Error(\`nothing in \${path}\`);
  writeFileSync(path, text.replace(find, replace));
}
`,
    /dead-pattern\]: the release rule gone\/package\.json(?![\s\S]*rule package\.json)/,
    1,
  ],
  "a script that throws over a pattern": [
    `import { readFileSync, writeFileSync } from "node:fs";
const replace = \`"version": "\${process.argv[2]}"\`;
const rules = [
  { path: "package.json", find: /"version": "[^"]+"/, replace },
  { path: "packages/web/package.json", find: /"vursion": "[^"]+"/, replace },
];
for (const { path, find, replace } of rules) {
  const text = readFileSync(path, "utf8");
  if (!find.test(text)) throw new Error(\`nothing in \${path}\`);
  writeFileSync(path, text.replace(find, replace));
}
`,
    /dead-pattern/,
    1,
  ],
  "a bump that nobody calls": [
    `import { readFileSync, writeFileSync } from "node:fs";
export function bumpWeb(version) {
  const path = "packages/web/package.json";
  writeFileSync(path, readFileSync(path, "utf8").replace(/"version": "[^"]+"/, \`"version": "\${version}"\`));
}
const text = readFileSync("package.json", "utf8");
writeFileSync("package.json", text.replace(/"version": "[^"]+"/, \`"version": "\${process.argv[2]}"\`));
`,
    /uncalled-bump/,
    1,
  ],
  "a script that changes more every time": [
    `import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("package.json", "utf8");
writeFileSync("package.json", text.replace(/"version": "[^"]+"/, \`"version": "\${process.argv[2]}"\`));
writeFileSync("packages/web/package.json", readFileSync("packages/web/package.json", "utf8") + "\\n// bumped\\n");
`,
    /not-idempotent/,
    1,
  ],
  "a rehearsal that stops": ['import "nowhere-to-be-found";\n', /nowhere-to-be-found/, 2],
};

const config = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';

test.each(Object.entries(scripts))("%s crosses the thread of what is shipped", (_name, [
  script,
  says,
  code,
]) => {
  const root = forgetfulRepository({ "scripts/release.mjs": script, "version-audit.toml": config });
  const ended = run(root, []);
  expect(ended.stderr).not.toContain("itself failed");
  expect(ended.stdout + ended.stderr).toMatch(says);
  expect(ended.code).toBe(code);
});

test("an obstacle crosses the thread", () => {
  const native = '[[release]]\nname = "cut"\ncommand = "make {version}"\n';
  const { stderr, code } = run(forgetfulRepository({ "version-audit.toml": native }), []);
  expect(stderr).toContain("every [[release]] needs --engine command");
  expect(code).toBe(2);
});

test("an error that nobody foresaw crosses the thread with its message and its stack", async () => {
  const worker = new Worker(join(dist, "release/thread/rehearser-worker.js"));
  const reply = await new Promise<Reply>((resolve, reject) => {
    worker.once("message", resolve).once("error", reject);
    worker.postMessage({
      repository: { root: "/", paths: [], links: new Map(), git: null },
      changes: new Map(),
    });
  });
  await worker.terminate();
  expect(reply.ended).toBe("defect");
  if (reply.ended === "defect") {
    expect(reply.message).toContain("undefined");
    expect(reply.stack).toMatch(/\n {4}at /);
  }
});

test("the environment that a user of the library passes is the one of git in the thread, too", async () => {
  const { audit } = (await import(pathToFileURL(join(dist, "index.js")).href)) as { audit: typeof auditOf };
  const script = `import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
writeFileSync("SAID", execFileSync("git", ["log", "-1"]));
`;
  const root = temporaryRepository({
    "package.json": '{ "name": "acme", "version": "1.4.2" }\n',
    "scripts/release.mjs": script,
    "version-audit.toml": config,
  });
  const said = async (format: string) => {
    const setting = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "format.pretty", GIT_CONFIG_VALUE_0: format };
    const environment = { PATH: process.env["PATH"], ...setting };
    const { rehearsals } = await audit({ root, environment });
    return rehearsals.flatMap(({ writes }) => writes.map(({ after }) => after));
  };
  expect(await said("format:one %s")).toEqual(["one a commit"]);
  expect(await said("format:two %s")).toEqual(["two a commit"]);
});
