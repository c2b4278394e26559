import type { Occurrence } from "../../inventory/occurrence.ts";

/** The version of what a chart contains, and not of the chart: https://helm.sh/docs/topics/charts/#the-appversion-field . */
export function isDeployed({ subject, keyPath }: Occurrence): boolean {
  return subject?.type === "helm" && keyPath?.at(-1) === "appVersion";
}
