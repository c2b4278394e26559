import { rehearseTool } from "../tools/rehearse-tool.ts";
import type { WayToRelease } from "../way-to-release.ts";

/** A known release tool, whose configuration is read and applied as the tool itself would. */
export const tool: WayToRelease = {
  takes: (release) => release.tool !== undefined,
  rehearse: rehearseTool,
};
