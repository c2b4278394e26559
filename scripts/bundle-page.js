// Bundles the script of the page that `--format html` prints, with what it is made of, into one text beside its style.
//   node scripts/bundle-page.js FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

const home = "report/html/page";

/** @param {string} out the folder that stands for `src` */
export function bundlePage(out) {
  const library = "d3-hierarchy";
  const license = readFileSync(`node_modules/${library}/LICENSE`, "utf8").trim();
  const { outputFiles } = buildSync({
    entryPoints: [`src/${home}/page.ts`],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    banner: { js: `/*! ${library}\n${license}\n*/` },
  });
  const [script] = outputFiles;
  // Neither text may end the element that it stands in.
  const text = script.text.replaceAll("</", "<\\/").trim();
  const { outputFiles: styles } = buildSync({
    entryPoints: [`src/${home}/page.css`],
    bundle: true,
    write: false,
    minify: true,
  });
  const style = styles[0].text;
  if (style.includes("<")) throw new Error("the style of the page holds a <, which could end its element");
  mkdirSync(`${out}/${home}`, { recursive: true });
  writeFileSync(`${out}/${home}/page.js`, text);
  writeFileSync(`${out}/${home}/page.css`, style.trim());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) bundlePage(process.argv[2] ?? "dist");
