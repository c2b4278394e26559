import { npmVersion } from "../../../src/release/tools/npm-version/npm-version.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(npmVersion);
