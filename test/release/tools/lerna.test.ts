import { lerna } from "../../../src/release/tools/lerna/lerna.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(lerna);
