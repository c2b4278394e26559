import type { Finding } from "../../src/findings/finding.ts";
import type { Defect } from "./mutation.ts";

/** What is wrong with what the audit says of a defect, a line each; none when it is caught, and nothing else with it. */
export function faultsOf({ rule, at, besides = [] }: Defect, added: readonly Finding[]): string[] {
  const isCaught = added.some((finding) => finding.rule === rule && finding.location.path === at);
  const others = added.filter((finding) => finding.severity === "error" && finding.rule !== rule);
  const unexpected = others.filter((finding) => !besides.some((entry) => isMeant(entry, finding)));
  const unneeded = besides.filter((entry) => !others.some((finding) => isMeant(entry, finding)));
  return [
    ...(isCaught ? [] : [`${rule} does not report ${at}`]),
    ...unexpected.map((finding) => `but also: ${shown(finding)}`),
    ...unneeded.map((entry) => `and no ${entry}`),
  ];
}

function isMeant(entry: string, { rule, location }: Finding): boolean {
  return entry === rule || entry === `${rule} ${location.path}`;
}

/** The findings that a harmless edit must not cause, a line each; a note does no harm. */
export function troublesOf(added: readonly Finding[]): string[] {
  return added.filter(({ severity }) => severity !== "note").map(shown);
}

/** A finding in one line. */
export function shown({ severity, rule, message, location }: Finding): string {
  return `${severity} ${rule} ${location.path}:${location.line} ${message}`;
}
