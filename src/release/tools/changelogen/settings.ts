import { within } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";

const endings = ["js", "ts", "mjs", "cjs", "mts", "cts", "json", "jsonc", "json5", "yaml", "yml", "toml"];

/**
 * What changelogen is told in a folder: `changelog.config.*` or `.config/changelog.*`, else `.changelogrc`, else the key
 * `changelog` of package.json. Empty without any. https://github.com/unjs/changelogen#configuration and, for the order,
 * https://github.com/unjs/c12#readme
 */
export function changelogenOptions(repository: Repository, dir: string): Table {
  const names = endings.flatMap((ending) => [`changelog.config.${ending}`, `.config/changelog.${ending}`]);
  const path = names.map((name) => within(dir, name)).find((one) => repository.has(one));
  if (path !== undefined) return tableOf(readConfig(repository, path)?.value);
  const read = (name: string) => {
    const own = within(dir, name);
    return repository.has(own) ? repository.read(own) : null;
  };
  const flat = read(".changelogrc");
  return flat === null ? tableOf(jsonObject(read("package.json"))?.["changelog"]) : runControl(flat);
}

/** Lines of `a.b = value`, as https://github.com/unjs/rc9#readme reads them; only the depth of two is of use here. */
function runControl(text: string): Table {
  const options: Record<string, Record<string, string>> = {};
  for (const line of text.split("\n")) {
    const [, group, key, value = ""] = /^\s*(\w+)\.(\w+)\s*=(.*)$/u.exec(line) ?? [];
    if (group !== undefined && key !== undefined)
      options[group] = { ...options[group], [key]: value.trim().replace(/^(["'])(.*)\1$/u, "$2") };
  }
  return options;
}
