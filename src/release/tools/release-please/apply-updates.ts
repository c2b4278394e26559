import type { ToolRelease } from "../release-tool.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { annotatedLines } from "./generic-updater.ts";
import { UnknownPath } from "./json-path-steps.ts";
import { Inapplicable, type ReleaseVersion, type Update } from "./update.ts";

/** Carries out updates one after the other, and notes the declared ones that lead to nothing. */
export function applyUpdates(
  updates: readonly Update[],
  version: ReleaseVersion,
  release: ToolRelease,
): void {
  for (const update of updates) {
    const before = release.read(update.path);
    if (before !== null) rewrite(update, before, version, release);
    else if (update.isDeclared) {
      release.inert({ origin: update.origin, message: `${update.path} is named here and does not exist` });
    }
  }
}

function rewrite(update: Update, before: string, version: ReleaseVersion, release: ToolRelease): void {
  const { path, origin } = update;
  const after = outcome(update, before, version, release);
  if (after === null) return;
  if (after !== before) release.write(path, after, origin);
  const annotations =
    update.isAnnotated === true ? annotatedLines(before, version, "x-release-please-") : null;
  for (const line of annotations?.dead ?? []) {
    const at = { path, line, column: 1, function: null };
    release.inert({
      origin: at,
      message: `line ${line} of ${path} is annotated for release-please and holds no version`,
    });
  }
  const isIdle = after === before && annotations?.isAnnotated !== true;
  if (update.isDeclared && isIdle)
    release.inert({
      origin,
      message: `${path} is named here, and nothing in it is rewritten`,
      declares: path,
    });
}

/** The new text; null where the tool would fail, which is noted. */
function outcome(
  { path, origin, updater }: Update,
  before: string,
  version: ReleaseVersion,
  release: ToolRelease,
): string | null {
  try {
    return updater(before, version);
  } catch (error) {
    if (error instanceof UnknownPath) throw new ToolRefusal(`${error.message}, for ${path}`, origin);
    if (!(error instanceof Inapplicable)) throw error;
    release.inert({ origin, message: `${path} ${error.message}, and release-please fails on it` });
    return null;
  }
}
