// Bundles the types of the library: one file per entry point instead of one per source, of which hundreds describe what
// nobody can import.
//   node scripts/bundle-types.js [FOLDER]
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const out = process.argv[2] ?? "dist";

const bundle = await rollup({
  input: "src/index.ts",
  // Types of packages stay with their packages, which are installed together with this one.
  external: (name) => !name.startsWith(".") && !name.startsWith("/"),
  plugins: [dts({ tsconfig: "tsconfig.json" })],
  onwarn({ message }) {
    throw new Error(message);
  },
});
await bundle.write({ file: `${out}/index.d.ts`, format: "es" });
await bundle.close();
