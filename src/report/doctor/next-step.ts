import type { Diagnosis } from "../../findings/diagnosis/diagnosis.ts";

/** The one thing to do about what is missing; where nothing is, what the understanding is good for. */
export function nextStep({ missing, audit }: Diagnosis): string {
  const [first] = missing;
  if (first !== undefined) return first.help;
  return audit === null
    ? "say in version-audit.toml how the repository is released"
    : "version-audit shows what this release would leave behind";
}
