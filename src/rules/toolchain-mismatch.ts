import type { Result } from "../findings/finding.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";
import type { Toolchain } from "./shared/toolchains/toolchain.ts";
import { groupPins } from "./shared/toolchains/toolchain-groups.ts";
import { type ToolchainPin, toolchainPins } from "./shared/toolchains/toolchain-pins.ts";

/** One toolchain that different places of the repository ask for in different versions. */
export const toolchainMismatch: Rule = {
  id: "toolchain-mismatch",
  summary: "one toolchain is asked for in several versions",
  check: (audit) => [...toolchainPins(audit)].flatMap(([toolchain, pins]) => mismatch(toolchain, pins)),
};

function mismatch({ name, byMajor }: Toolchain, pins: readonly ToolchainPin[]): Result[] {
  const groups = groupPins(pins, byMajor);
  const [common, ...others] = groups;
  const odd = others.at(-1)?.pins[0];
  if (common === undefined || odd === undefined) return [];
  const related = pins.filter((pin) => pin !== odd && groups.some((group) => group.pins.includes(pin)));
  return [
    {
      severity: "warning",
      message: `${name} is ${odd.version} here and ${common.version} in ${counted(common.pins.length, "other place")}`,
      location: odd.location,
      label: `${name} ${odd.version}`,
      related: related.map(({ version, location }) => ({ ...location, message: `${name} ${version}` })),
      why: "what one version of a toolchain builds, another may refuse or build differently",
      help: "use one version everywhere, best from one variable",
      family: null,
    },
  ];
}
