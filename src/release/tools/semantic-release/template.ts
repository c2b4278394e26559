import type { Origin } from "../../rehearsal.ts";
import { ToolRefusal } from "../tool-refusal.ts";

/** What templates are filled with, by the way to it, for example `nextRelease.version`. */
export type TemplateContext = Readonly<Record<string, string>>;

/**
 * Fills a template of lodash, as the plugins do, where it names plain values: `${nextRelease.version}` and
 * `<%= nextRelease.version %>`. https://lodash.com/docs/4.17.15#template
 * @throws ToolRefusal for an expression, which only JavaScript can compute
 */
export function filledTemplate(template: string, context: TemplateContext, origin: Origin): string {
  return template.replace(
    /\$\{([^{}]*)\}|<%[=-]?([^%]*)%>|\$\{|<%/gu,
    (whole: string, inBraces: string | undefined, inTags: string | undefined) => {
      const value = context[(inBraces ?? inTags ?? "").trim()];
      if (value === undefined)
        throw new ToolRefusal(`${whole} of a template is no value that is known`, origin);
      return value;
    },
  );
}
