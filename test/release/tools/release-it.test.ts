import { releaseIt } from "../../../src/release/tools/release-it/release-it.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(releaseIt);
