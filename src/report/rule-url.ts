/** Where the pages of `docs/rules` are read. */
const pages = "https://github.com/version-audit/version-audit/blob/main/docs/rules";

/** The page that explains a rule. */
export function ruleUrl(rule: string): string {
  return `${pages}/${encodeURIComponent(rule)}.md`;
}
