import { readFileSync } from "node:fs";

/** The version of this tool, from its own package.json, which lies two folders up in the sources and in the package. */
export function toolVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest)
    return String(manifest.version);
  throw new Error("the package.json of version-audit has no version");
}
