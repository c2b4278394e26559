import type { ForeignMatch } from "./foreign-pattern.ts";

/** Fills in a replacement of Rust's `regex`: `$1`, `$name`, `${name}`, and `$$` for a dollar sign. */
export function rustReplacement(template: string, match: ForeignMatch): string {
  return template.replace(/\$(?:(\$)|\{([^{}]{1,80})\}|(\w{1,80}))/g, (_, dollar, braced, bare) => {
    if (dollar !== undefined) return "$";
    const name = String(braced ?? bare);
    return /^\d+$/.test(name) ? (match.groups[Number(name)] ?? "") : (match.named[name] ?? "");
  });
}
