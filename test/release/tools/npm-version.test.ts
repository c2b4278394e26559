import { npmVersion } from "../../../src/release/tools/npm-version/npm-version.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(npmVersion);
compareWithNative(npmVersion, "pnpm version");
compareWithNative(npmVersion, "yarn 1 version");
compareWithNative(npmVersion, "yarn 4 version");
