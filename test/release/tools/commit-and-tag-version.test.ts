import { commitAndTagVersion } from "../../../src/release/tools/standard-version/standard-version.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(commitAndTagVersion);
