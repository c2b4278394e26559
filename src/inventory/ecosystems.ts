import type { Ecosystem } from "./ecosystem.ts";
import { apiDocument } from "./ecosystems/api-document.ts";
import { cargoManifest } from "./ecosystems/cargo-manifest.ts";
import { documentation } from "./ecosystems/documentation.ts";
import { image } from "./ecosystems/image.ts";
import { npmManifest } from "./ecosystems/npm-manifest.ts";
import { ownField } from "./ecosystems/own-field.ts";
import { pythonManifest } from "./ecosystems/python-manifest.ts";
import { schemaFolder } from "./ecosystems/schema-folder.ts";
import { sourceConstant } from "./ecosystems/source-constant.ts";
import { toolchainFile } from "./ecosystems/toolchain-file.ts";
import { cargoLock, pythonLock } from "./lockfiles/cargo-lock.ts";
import { packageLock } from "./lockfiles/package-lock.ts";
import { pnpmLock } from "./lockfiles/pnpm-lock.ts";
import { yarnLock } from "./lockfiles/yarn-lock.ts";

/** Every ecosystem. A file is shown to all that match its path; what none of them takes is left to the text scanner. */
export const ecosystems: readonly Ecosystem[] = [
  npmManifest,
  cargoManifest,
  pythonManifest,
  ownField,
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
