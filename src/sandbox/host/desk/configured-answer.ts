import type { Script } from "../../script.ts";

/**
 * What the configuration says that a command prints, ending in a line break as programs print it; null when it says
 * nothing. A key matches exactly, or with a star at its end any rest; an exact key goes first, then the longest.
 */
export function configuredAnswer(command: string, answers: Script["answers"]): string | null {
  const exact = Object.hasOwn(answers, command) ? answers[command] : undefined;
  const prefixes = Object.entries(answers).filter(
    ([key]) => key.endsWith("*") && command.startsWith(key.slice(0, -1)),
  );
  const longest = prefixes.toSorted(([a], [b]) => b.length - a.length)[0]?.[1];
  const answer = exact ?? longest;
  if (answer === undefined) return null;
  return answer === "" || answer.endsWith("\n") ? answer : `${answer}\n`;
}
