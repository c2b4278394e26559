// Bundles the compiled command: one file of each entry and what they share. Node spends more time on finding and linking
// hundreds of modules than on all other work that an audit of a small repository needs.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { build } from "esbuild";

/** Files that are read at run time, and not imported. */
const assets = ["config/presets", "couples/sqlite", "rehearse/guest"];

/** Read from disk when they are needed: compiled WebAssembly, and packages that the sandbox lends to scripts. */
const external = ["@iarna/toml", "@jitl/quickjs-wasmfile-release-sync", "@swc/wasm-typescript"];

/** Every bundled file lies directly in `dist`; a module that asks where it is means its place in the tree. */
const ownPlaces = {
  name: "own-places",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const place = relative("src", path).replaceAll("\\", "/").replace(/\.ts$/, ".js");
      const here = `new URL(${JSON.stringify(`./${place}`)}, import.meta.url).href`;
      return { contents: readFileSync(path, "utf8").replaceAll("import.meta.url", here), loader: "ts" };
    });
  },
};

rmSync("dist", { recursive: true, force: true });
await build({
  entryPoints: [
    { in: "src/cli.ts", out: "cli" },
    { in: "src/index.ts", out: "index" },
    { in: "src/probe/aside-worker.ts", out: "aside-worker" },
  ],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  // The other builds of some packages ask for their own parts in ways that a bundler cannot follow.
  mainFields: ["module", "main"],
  chunkNames: "chunk-[hash]",
  legalComments: "linked",
  external,
  plugins: [ownPlaces],
  // Packages in CommonJS ask for Node's own modules with `require`.
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
});
// The thread is started by its place in the tree.
mkdirSync("dist/probe");
writeFileSync("dist/probe/aside-worker.js", 'import "../aside-worker.js";\n');
for (const folder of assets)
  cpSync(`src/${folder}`, `dist/${folder}`, { recursive: true, filter: (path) => !path.endsWith(".ts") });
