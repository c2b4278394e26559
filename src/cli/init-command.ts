import { existsSync } from "node:fs";
import { join } from "node:path";
import { AuditError } from "../audit-error.ts";
import { refuseForeignFile } from "../config/foreign-file.ts";
import { configFileName } from "../config/load-config.ts";
import type { Audit } from "../findings/audit.ts";
import { missingPackages, type Proposal } from "../propose/init/config-text.ts";
import { propose } from "../propose/init/propose.ts";
import { rejectionOf } from "../propose/init/trial-text.ts";
import type { Palette } from "../report/palette.ts";
import { summaryLines } from "../report/summary-text.ts";
import { visible } from "../report/visible-text.ts";
import { rules } from "../rules/rules.ts";
import { paletteFor } from "./colour.ts";
import { exitCodes } from "./exit-codes.ts";
import { withProgress } from "./progress.ts";
import { repositoryOptions } from "./repository-options.ts";
import type { Settings } from "./settings.ts";
import { writeOutput } from "./streams.ts";
import { toolVersion } from "./tool-version.ts";
import { writeWhole } from "./write-whole.ts";

/** `version-audit init`: writes a commented configuration and says what the audit finds with it. */
export async function initCommand(settings: Settings, force: boolean): Promise<number> {
  const options = repositoryOptions(settings);
  const file = join(settings.root, configFileName);
  refuseForeignFile(settings.root, file);
  if (existsSync(file) && !force) throw alreadyThere();
  const { proposal, text, audit } = await withProgress(!settings.quiet, (show) => propose(options, show));
  writeWhole(file, text, configFileName, settings.root);
  const palette = paletteFor(settings.color, process.stdout);
  const lines = [...foundLines(proposal, palette), ...outcomeLines(proposal, audit, palette)];
  await writeOutput(`${lines.join("\n")}\n`);
  return audit === null ? exitCodes.notMade : exitCodes.passed;
}

function alreadyThere(): AuditError {
  return new AuditError(`there is a ${configFileName} already`, {
    path: configFileName,
    help: "Add --force to replace it.",
  });
}

function foundLines(proposal: Proposal, palette: Palette): string[] {
  const { preset, understood, release, rejected, programs, product, generators, couples } = proposal;
  const undone = generators.filter(({ paths }) => paths.length === 0).length;
  const rows: [string, string][] = [
    ["wrote", configFileName],
    ...(preset === null ? [] : ([["preset", preset]] satisfies [string, string][])),
    ...understood.map(({ mechanism, name, why }): [string, string] => {
      const subject = mechanism === "history" ? "past releases" : name;
      return ["release", why.startsWith(subject) ? why : `${subject}: ${why}`];
    }),
    ...(release === null
      ? []
      : ([["release", `${release.script}: ${release.why}`]] satisfies [string, string][])),
    ...(release === null ? rejected : []).map((trial): [string, string] => [
      "tried",
      `${trial.script}: ${rejectionOf(trial)}`,
    ]),
    ...programs.map(({ name, command }): [string, string] => [
      "seen",
      `the package script ${JSON.stringify(name)} starts a program, which is not rehearsed: ${command}`,
    ]),
    ...Object.entries(product).map(([key, names]): [string, string] => [key, names.join(", ")]),
    ...couples.map(({ name, members }): [string, string] => ["couple", `${name}, ${members.length} places`]),
    ...(generators.length === 0
      ? []
      : ([
          ["commands", `${generators.length} that may write files, ${undone} of them to complete`],
        ] satisfies [string, string][])),
  ];
  return rows.map(([name, value]) => `${palette("strong", name.padEnd(8))}  ${visible(value)}`);
}

/** What the audit says with the configuration, by rule, or what is missing for it. */
function outcomeLines({ rejected }: Proposal, audit: Audit | null, palette: Palette): string[] {
  if (audit === null) {
    const packages = missingPackages(rejected);
    const missing =
      packages.length === 0
        ? `the script that writes the new version; complete [[release]] in ${configFileName}`
        : `${packages.join(", ")}; install the packages and run version-audit init --force, or complete [[release]]`;
    return [`${palette("error", "missing")}   ${visible(missing)}`];
  }
  const counts = new Map<string, number>();
  for (const { rule, severity } of audit.findings) {
    const key = `${severity}[${rule}]`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const options = {
    toolVersion: toolVersion(),
    rules,
    failOn: "error",
    seconds: null,
    groupBy: "rule",
    verbose: false,
    palette,
  } as const;
  return [
    "",
    ...[...counts].map(([key, count]) => `${String(count).padStart(8)}  ${key}`),
    ...(counts.size === 0 ? [] : [""]),
    ...summaryLines(audit, options),
  ];
}
