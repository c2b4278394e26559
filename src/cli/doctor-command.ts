import { doctor } from "../doctor.ts";
import { checkedSomething } from "../findings/checked-something.ts";
import { doctorJson } from "../report/doctor/doctor-json.ts";
import { doctorText } from "../report/doctor/doctor-text.ts";
import { paletteFor } from "./colour.ts";
import { exitCodes } from "./exit-codes.ts";
import { textOrJson } from "./formats.ts";
import { printReport } from "./print-report.ts";
import { withProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";

/**
 * `version-audit doctor`: says what was understood of the release. Exit code 2 where nothing was, just as an audit could not
 * be made or would check nothing.
 */
export async function doctorCommand(settings: Settings): Promise<number> {
  const { name, file } = textOrJson("doctor", settings);
  const options = repositoryOptions(settings);
  const diagnosis = await withProgress(!settings.quiet, (onProgress) => doctor({ ...options, onProgress }));
  const palette = paletteFor(settings.color, file === null ? process.stdout : null, settings.root);
  const report =
    name === "json" ? doctorJson(diagnosis) : doctorText(diagnosis, { palette, verbose: settings.verbose });
  await printReport(report, file, settings.root);
  const { audit } = diagnosis;
  return audit !== null && checkedSomething(audit) ? exitCodes.passed : exitCodes.notMade;
}
