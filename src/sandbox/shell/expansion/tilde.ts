import type { WordPart } from "unbash";
import type { Shell } from "../shell.ts";
import { bareText, type Piece, quoted } from "./pieces.ts";

/**
 * Expands the parts of a word with the tildes in it: one at its start, in an assignment also behind each colon, and in
 * bash also in a word that looks like an assignment.
 */
export function withTilde(
  shell: Shell,
  parts: readonly WordPart[],
  isAssigned: boolean,
  expand: (parts: readonly WordPart[]) => Piece[],
): Piece[] {
  const [first, ...rest] = parts;
  const looksAssigned = first?.type === "Literal" && shell.isBash && /^[A-Za-z_]\w*\+?=/.test(first.text);
  if (!parts.some((part) => part.type === "Literal" && part.text.includes("~"))) return expand(parts);
  if (isAssigned || looksAssigned) {
    return parts.flatMap((part, index) =>
      part.type === "Literal"
        ? withColons(shell, part.text, {
            isFirst: index === 0,
            isLast: index === parts.length - 1,
            afterName: looksAssigned && !isAssigned,
          })
        : expand([part]),
    );
  }
  if (first?.type !== "Literal" || !first.text.startsWith("~")) return expand(parts);
  return [...tildeOf(shell, first.text, rest.length === 0), ...expand(rest)];
}

/** Where a literal stands in a word. */
interface PlaceInWord {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Whether the word begins with the name that it is assigned to. */
  readonly afterName: boolean;
}

function withColons(shell: Shell, text: string, { isFirst, isLast, afterName }: PlaceInWord): Piece[] {
  const name = isFirst && afterName ? (/^\w+\+?=/.exec(text)?.[0] ?? "") : "";
  const values = text.slice(name.length).split(":");
  return [
    ...bareText(name),
    ...values.flatMap((value, index) => {
      const colon = index === 0 ? [] : bareText(":");
      const isStart = index > 0 || (isFirst && (name !== "" || !afterName));
      const isClosed = index < values.length - 1 || isLast;
      return [...colon, ...(isStart ? tildeOf(shell, value, isClosed) : bareText(value))];
    }),
  ];
}

/** The pieces of a text that may begin with a tilde; `isWhole` when nothing of the word comes behind it. */
function tildeOf(shell: Shell, text: string, isWhole: boolean): Piece[] {
  const found = /^~([^/\\]*)/.exec(text);
  const [prefix, user] = [found?.[0] ?? "", found?.[1] ?? ""];
  if (found === null || (prefix.length === text.length && !isWhole)) return bareText(text);
  const home = folderOf(shell, user);
  return home === null ? bareText(text) : [quoted(home), ...bareText(text.slice(prefix.length))];
}

function folderOf(shell: Shell, user: string): string | null {
  if (user === "") return shell.vars.text("HOME");
  if (user === "+" && shell.isBash) return shell.vars.text("PWD");
  if (user === "-" && shell.isBash) return shell.vars.text("OLDPWD");
  if (user === "root") return "/root";
  return /^[a-z_][\w-]*$/.test(user)
    ? shell.stop(`~${user} is the home folder of a user who is not known`)
    : null;
}
