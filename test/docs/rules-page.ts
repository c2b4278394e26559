import { rules } from "../../src/rules/rules.ts";

const head = `# Rules

What an audit reports. The severity of a finding depends on how sure it is, and each page says on what: an error is
proved, a warning is likely, a note is worth knowing. \`[rules]\` in [the configuration](configuration.md) gives a rule
another severity or turns it off.

This page is made from the rules; \`npx vitest run test/docs -u\` makes it again.
`;

/** The index of the pages about rules, in the order in which findings of equal severity are shown. */
export function rulesPage(): string {
  const rows = rules.map(
    ({ id, summary }) => `| [${id}](rules/${id}.md) | ${summary.replaceAll("|", "\\|")} |`,
  );
  return [head, "| rule | what is wrong |", "|---|---|", ...rows, ""].join("\n");
}
