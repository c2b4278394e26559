// Writes down where the files of the packages that are lent to scripts let go of promises, which a rehearsal would have to
// parse them for.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const home = "sandbox/modules";

/** @param {string} out the folder that stands for `src` */
export async function bundlePoints(out) {
  const { lent, lentEntry, withoutHashBang } = await sources();
  const points = {};
  for (const name of lent) {
    const folder = join("node_modules", name);
    for (const file of readdirSync(folder, { recursive: true }).sort()) {
      if (!/\.[cm]?js$/.test(file) || /(?:^|[\\/])node_modules[\\/]/.test(file)) continue;
      const path = join(folder, file);
      const entry = lentEntry(withoutHashBang(readFileSync(path, "utf8")), formatOf(path));
      if (entry !== null) points[entry[0]] = entry[1];
    }
  }
  writeFileSync(`${out}/${home}/lent-points.json`, JSON.stringify(points));
}

/** What the product itself finds them with, which is TypeScript. */
async function sources() {
  const contents = ["module-scope", "package-files", "package-points"]
    .map((name) => `export * from "./src/${home}/${name}.ts";`)
    .join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    define: { "import.meta.url": '"file:///sources.js"' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function formatOf(path) {
  if (/\.[cm]js$/.test(path)) return path.endsWith(".mjs") ? "module" : "commonjs";
  let folder = dirname(path);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  const { type } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return type === "module" ? "module" : "commonjs";
}
