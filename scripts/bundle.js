// Bundles the compiled command and the library: one script that holds all of it, and a small file for each way in. Node
// spends more time on finding and linking hundreds of modules than on all other work that an audit of a small repository
// needs.
//   node scripts/bundle.js [FOLDER]
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { build } from "esbuild";
import { bundleCode } from "./bundle-code.js";
import { bundlePage } from "./bundle-page.js";
import { bundlePoints } from "./bundle-points.js";

const out = process.argv[2] ?? "dist";

/** Files that are read at run time, and not imported. */
const assets = ["config/presets", "rules/shared/couples/sqlite", "sandbox/guest"];

/** The parts of the bundle, by the names under which they are loaded. Each is evaluated when it is asked for. */
const parts = {
  run: "cli/run",
  index: "index",
  "rehearser-worker": "release/thread/rehearser-worker",
};

/** The program of a thread that starts beside everything else, and needs little. */
const smallThread = "repository/files/read-ahead-worker";

/** Read from disk when they are needed: compiled WebAssembly, and packages that the sandbox lends to scripts. */
const external = ["@iarna/toml", "@jitl/quickjs-wasmfile-release-sync"];

/** The compiler of TypeScript, beside the module that requires it. */
const compiler = { name: "@swc/wasm-typescript", file: "wasm-typescript" };

/** The bundle lies directly in `dist`; a module that asks where it is means its place in the tree. */
const ownPlaces = {
  name: "own-places",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const place = relative("src", path).replaceAll("\\", "/").replace(/\.ts$/, ".js");
      const here = `new URL(${JSON.stringify(`./${place}`)}, __bundle).href`;
      const contents = readFileSync(path, "utf8")
        .replaceAll("import.meta.url", here)
        .replaceAll(`"${compiler.name}"`, `"./${compiler.file}.cjs"`);
      return { contents, loader: "ts" };
    });
  },
};

/** The command sets the flags of the engine before it loads the bundle. */
const loadedParts = {
  name: "loaded-parts",
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/cli\/run\.ts$/ }, ({ path }) => ({ path, namespace: "part" }));
    bundler.onLoad({ filter: /.*/, namespace: "part" }, () => ({
      contents: 'import { part } from "./load-bundle.js"; export const { run } = part("run");',
    }));
    bundler.onResolve({ filter: /^\.\/load-bundle\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

const shared = { bundle: true, platform: "node", target: "node20.19" };

rmSync(out, { recursive: true, force: true });
await build({
  ...shared,
  stdin: { contents: partsModule(), resolveDir: "." },
  outfile: `${out}/bundle.cjs`,
  format: "cjs",
  // The other builds of some packages ask for their own parts in ways that a bundler cannot follow.
  mainFields: ["module", "main"],
  // The build of yaml for Node is made of a hundred modules in CommonJS, which are slow to evaluate.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
  legalComments: "linked",
  external,
  plugins: [ownPlaces],
  banner: { js: "(function (require, __bundle) { const exports = {}; const module = { exports };" },
  footer: { js: "return exports; })" },
});
asAscii(`${out}/bundle.cjs`);
cpSync("scripts/start/load-bundle.js", `${out}/load-bundle.js`);
await build({
  ...shared,
  entryPoints: ["src/cli.ts"],
  outfile: `${out}/cli.js`,
  format: "esm",
  plugins: [loadedParts],
});
await build({
  ...shared,
  entryPoints: [`src/${smallThread}.ts`],
  outfile: `${out}/${smallThread}.js`,
  format: "esm",
});
const names = (await exportedNames("src/index.ts")).join(", ");
wayIn("index", `export const { ${names} } = part("index");`);
wayIn(parts["rehearser-worker"], 'part("rehearser-worker");');
unpackCompiler();
await bundlePoints(out);
bundlePage(out);
for (const folder of assets)
  cpSync(`src/${folder}`, `${out}/${folder}`, { recursive: true, filter: (path) => !path.endsWith(".ts") });
bundleCode(out);

function partsModule() {
  return Object.entries(parts)
    .map(([name, place]) => `exports[${JSON.stringify(name)}] = () => require("./src/${place}.ts");\n`)
    .join("");
}

/**
 * The bundle is read byte by byte. What is beyond ASCII stands as an escape in its texts already; it is left in regular
 * expressions, where an escape means the same, and in comments.
 */
function asAscii(file) {
  const text = readFileSync(file, "utf8");
  const [raw] = /[\w)\]]`[^`\n]*[^\0-\x7f].*/.exec(text.replace(/^\s*\/[/*].*/gm, "")) ?? [];
  if (raw !== undefined) throw new Error(`an escape would change a template that has a tag: ${raw}`);
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, text.replace(/[^\0-\x7f]/g, escaped));
}

/** A file that hands out one part of the bundle. */
function wayIn(place, text) {
  const file = `${out}/${place}.js`;
  mkdirSync(dirname(file), { recursive: true });
  const loader = relative(dirname(place), "load-bundle.js");
  writeFileSync(
    file,
    `import { part } from "${loader.startsWith(".") ? loader : `./${loader}`}";\n${text}\n`,
  );
}

/** What is exported at run time, without the types. */
async function exportedNames(file) {
  const { metafile } = await build({ entryPoints: [file], write: false, metafile: true, outdir: out });
  return Object.values(metafile.outputs)[0].exports.toSorted();
}

/**
 * The package holds its WebAssembly as four megabytes of Base64 in a script, which take longer to be read than most scripts
 * take to be compiled. We ship the bytes in a file of their own.
 */
function unpackCompiler() {
  const { name, file } = compiler;
  const folder = `${out}/sandbox/modules`;
  const home = `node_modules/${name}`;
  const text = readFileSync(`${home}/wasm.js`, "utf8");
  const [embedded, base64] = /Buffer\.from\('([A-Za-z0-9+/=]+)', 'base64'\)/.exec(text) ?? [];
  if (embedded === undefined || base64 === undefined)
    throw new Error(`${home}/wasm.js holds its WebAssembly in another way: adapt unpackCompiler`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${file}.wasm`, Buffer.from(base64, "base64"));
  const read = `require("node:fs").readFileSync(require("node:path").join(__dirname, "${file}.wasm"))`;
  writeFileSync(
    `${folder}/${file}.cjs`,
    text.replace(embedded, () => read),
  );
  cpSync(`${home}/LICENSE`, `${folder}/${file}.LICENSE`);
}
