import { apiDocument } from "./api-document.ts";
import { cargoManifest } from "./cargo-manifest.ts";
import { documentation } from "./documentation.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { image } from "./image.ts";
import { cargoLock, pythonLock } from "./lockfiles/cargo-lock.ts";
import { packageLock } from "./lockfiles/package-lock.ts";
import { pnpmLock } from "./lockfiles/pnpm-lock.ts";
import { yarnLock } from "./lockfiles/yarn-lock.ts";
import { npmManifest } from "./npm-manifest.ts";
import { pythonManifest } from "./python-manifest.ts";
import { schemaFolder } from "./schema-folder.ts";
import { sourceConstant } from "./source-constant.ts";
import { toolchainFile } from "./toolchain-file.ts";

/** Every ecosystem. A file is shown to all that match its path; what none of them takes is left to the text scanner. */
export const ecosystems: readonly Ecosystem[] = [
  npmManifest,
  cargoManifest,
  pythonManifest,
  cargoLock,
  pnpmLock,
  packageLock,
  yarnLock,
  pythonLock,
  image,
  apiDocument,
  schemaFolder,
  toolchainFile,
  sourceConstant,
  documentation,
];
