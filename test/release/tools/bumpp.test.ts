import { bumpp } from "../../../src/release/tools/bumpp/bumpp.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(bumpp);
