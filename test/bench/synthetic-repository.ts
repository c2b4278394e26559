import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const version = "3.1.4";

/** How many files one part of the synthetic repository has: a package, a crate, documentation, sources and noise. */
const filesPerPart = 25;

const bump = `import { readdirSync, readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
for (const part of readdirSync("parts")) {
  for (const [file, pattern] of [["package.json", /"version": "[^"]+"/], ["Cargo.toml", /^version = "[^"]+"/m]]) {
    const path = \`parts/\${part}/\${file}\`;
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(pattern, (found) => found.replace(/\\d+\\.\\d+\\.\\d+/, version)));
  }
}
`;

/**
 * Writes a monorepo of about so many files into an empty folder: one part of twenty-five files after the other, with
 * lockfiles that grow along, and a script that bumps most of it.
 */
export function writeSyntheticRepository(root: string, files: number): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const parts = Math.max(1, Math.round(files / filesPerPart));
  const names = Array.from({ length: parts }, (_, index) => `part-${index}`);
  write(
    "package.json",
    JSON.stringify({ name: "synthetic", private: true, version, workspaces: ["parts/*"] }),
  );
  write("Cargo.toml", '[workspace]\nmembers = ["parts/*"]\n');
  write(
    "Cargo.lock",
    names.map((name) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`).join("\n"),
  );
  write("pnpm-lock.yaml", `lockfileVersion: '9.0'\n\nimporters:\n\n${names.map(importer).join("\n")}`);
  write("scripts/bump.mjs", bump);
  write(
    "version-audit.toml",
    `[[release]]\nname = "bump"\nentry = "scripts/bump.mjs"\nargs = ["{version}"]\n`,
  );
  for (const [index, name] of names.entries()) writePart(`parts/${name}`, index, write);
}

function importer(name: string): string {
  return `  parts/${name}:\n    dependencies:\n      left-pad:\n        specifier: ^1.3.0\n        version: 1.3.0\n`;
}

function writePart(dir: string, index: number, write: (path: string, text: string) => void): void {
  const name = `part-${index}`;
  const dependencies = { "left-pad": "^1.3.0", ...(index > 0 && { "@synthetic/part-0": version }) };
  write(
    `${dir}/package.json`,
    JSON.stringify({ name: `@synthetic/${name}`, version, dependencies }, null, 2),
  );
  write(
    `${dir}/Cargo.toml`,
    `[package]\nname = "${name}"\nversion = "${version}"\n\n[dependencies]\nserde = "1.0"\n`,
  );
  write(
    `${dir}/README.md`,
    `# ${name}\n\n\`npm install @synthetic/${name}@${version}\`\n\nNeeds Node 20.19.0.\n`,
  );
  write(`${dir}/Dockerfile`, `FROM node:22.3.0-slim\nRUN npm install -g @synthetic/${name}@${version}\n`);
  const source = (at: number) =>
    `export const value${at} = ${at};\n${`// A line of prose that holds no version at all, number ${at}.\n`.repeat(40)}`;
  for (let at = 0; at < 16; at++) write(`${dir}/src/module-${at}.ts`, source(at));
  for (let at = 0; at < 4; at++) write(`${dir}/data/noise-${at}.json`, JSON.stringify(numbers(at + index)));
  write(`${dir}/src/lib.rs`, `pub const PROTOCOL_VERSION: u16 = 4;\n${"pub fn nothing() {}\n".repeat(20)}`);
}

/** Numbers that are no versions. */
function numbers(seed: number): number[] {
  return Array.from({ length: 200 }, (_, at) => ((seed * 7919 + at * 104_729) % 100_000) / 100);
}
