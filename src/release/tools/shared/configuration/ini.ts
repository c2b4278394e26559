import { LineIndex } from "../../../../repository/text/location.ts";

/** One option of a section, its value without the indentation of further lines. */
interface IniOption {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
  /** The UTF-16 offset of its name. */
  readonly offset: number;
}

export interface IniSection {
  readonly name: string;
  readonly options: readonly IniOption[];
  /** The UTF-16 offset of its line. */
  readonly offset: number;
}

const header = /^\[([^\]]+)\]/;
const option = /^([^\s=:#;[][^=:]{0,200}?)[ \t]{0,80}[=:](.*)$/;

/**
 * The sections of a file as Python's `configparser` reads them: values go on in indented lines, lines that start with `#`
 * or `;` are comments. https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */
export function parseIni(text: string): readonly IniSection[] {
  const lines = new LineIndex(text);
  const sections: (IniSection & { options: (IniOption & { value: string })[] })[] = [];
  let current: { value: string } | null = null;
  for (let line = 1; line <= lines.lineCount; line++) {
    const content = lines.lineText(line);
    const offset = lines.start(line);
    if (/^\s*[#;]/.test(content)) continue;
    const section = sections.at(-1);
    const name = header.exec(content)?.[1];
    if (name !== undefined) {
      sections.push({ name, options: [], offset });
      current = null;
    } else if (/^\s+\S/.test(content) && current !== null) {
      current.value += `\n${content.trim()}`;
    } else if (content.trim() === "") {
      if (current !== null) current.value += "\n";
    } else {
      const [, key, value = ""] = option.exec(content) ?? [];
      if (key === undefined || section === undefined) continue;
      const added = { name: key.toLowerCase(), value: value.trim(), offset };
      section.options.push(added);
      current = added;
    }
  }
  for (const section of sections) for (const each of section.options) each.value = each.value.trimEnd();
  return sections;
}
