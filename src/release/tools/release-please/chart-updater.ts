import { isMap, parseDocument } from "yaml";
import { Inapplicable, type Updater } from "./update.ts";

/** `src/updaters/helm/chart-yaml.ts`, with the same library: comments stay, long lines are folded. */
export const chartYaml: Updater = (text, version) => {
  const chart = parseDocument(text, { logLevel: "silent" });
  if (chart.errors.length > 0 || !isMap(chart.contents)) throw new Inapplicable("is no YAML mapping");
  chart.set("version", version.text);
  return chart.toString();
};
