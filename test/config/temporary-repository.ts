import { discover } from "../../src/repository/files/discover.ts";
import type { Repository } from "../../src/repository/repository.ts";
import { type Files, temporaryFolder } from "../repository/files/temporary-folder.ts";

/** A folder with these files that lives as long as the test, as discovery sees it. */
export function temporaryRepository(files: Files): Repository {
  return discover(temporaryFolder(files));
}
