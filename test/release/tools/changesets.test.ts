import { changesets } from "../../../src/release/tools/changesets/changesets.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(changesets);
