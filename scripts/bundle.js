// Bundles the compiled command: one file of each entry and what they share. Node spends more time on finding and linking
// hundreds of modules than on all other work that an audit of a small repository needs.
//   node scripts/bundle.js [FOLDER]
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { build } from "esbuild";
import { bundlePage } from "./bundle-page.js";
import { bundlePoints } from "./bundle-points.js";

const out = process.argv[2] ?? "dist";

/** Files that are read at run time, and not imported. */
const assets = ["config/presets", "rules/shared/couples/sqlite", "sandbox/guest"];

/** Programs of threads, which are started by their places in the tree. */
const threads = ["release/thread/rehearser-worker", "repository/files/read-ahead-worker"];

/** Read from disk when they are needed: compiled WebAssembly, and packages that the sandbox lends to scripts. */
const external = ["@iarna/toml", "@jitl/quickjs-wasmfile-release-sync"];

/** The compiler of TypeScript, beside the module that requires it. */
const compiler = { name: "@swc/wasm-typescript", file: "wasm-typescript" };

/** Every bundled file lies directly in `dist`; a module that asks where it is means its place in the tree. */
const ownPlaces = {
  name: "own-places",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const place = relative("src", path).replaceAll("\\", "/").replace(/\.ts$/, ".js");
      const here = `new URL(${JSON.stringify(`./${place}`)}, import.meta.url).href`;
      const contents = readFileSync(path, "utf8")
        .replaceAll("import.meta.url", here)
        .replaceAll(`"${compiler.name}"`, `"./${compiler.file}.cjs"`);
      return { contents, loader: "ts" };
    });
  },
};

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: [
    { in: "src/cli.ts", out: "cli" },
    { in: "src/index.ts", out: "index" },
    ...threads.map((place) => ({ in: `src/${place}.ts`, out: basename(place) })),
  ],
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // The other builds of some packages ask for their own parts in ways that a bundler cannot follow.
  mainFields: ["module", "main"],
  // The build of yaml for Node is made of a hundred modules in CommonJS, which are slow to evaluate.
  alias: { yaml: "./node_modules/yaml/browser/index.js" },
  chunkNames: "chunk-[hash]",
  legalComments: "linked",
  external,
  plugins: [ownPlaces],
  // Packages in CommonJS ask for Node's own modules with `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
unpackCompiler();
await bundlePoints(out);
bundlePage(out);
for (const place of threads) {
  mkdirSync(`${out}/${dirname(place)}`, { recursive: true });
  writeFileSync(`${out}/${place}.js`, `import "${relative(dirname(place), basename(place))}.js";\n`);
}
for (const folder of assets)
  cpSync(`src/${folder}`, `${out}/${folder}`, { recursive: true, filter: (path) => !path.endsWith(".ts") });

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
