import { nxRelease } from "../../../src/release/tools/nx-release/nx-release.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(nxRelease);
