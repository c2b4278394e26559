/** What a question to the user is, whoever asks it. */
export interface Prompt {
  readonly message: string;
  readonly kind: "text" | "confirm" | "select" | "multiselect";
  /** The default: a text, or the index of a choice. */
  readonly initial: string | number | null;
  /** What the choices are called. */
  readonly choices: readonly string[];
}

/**
 * What somebody answers who wants the release: yes to whether, the target to which version, the default to everything
 * else. A text, true for a confirmation, the index of a choice, or the indexes of several.
 */
export function answerPrompt(prompt: Prompt, target: string): string | boolean | number | number[] {
  switch (prompt.kind) {
    case "confirm":
      return true;
    case "select": {
      const wanted = prompt.choices.findIndex((choice) => choice.includes(target));
      return wanted === -1 ? (ownVersion(prompt.choices) ?? Number(prompt.initial ?? 0)) : wanted;
    }
    case "multiselect":
      return typeof prompt.initial === "number" ? [prompt.initial] : [];
    case "text":
      return answerText(prompt, target);
  }
}

/** The choice that lets the user type a version, where the others offer some; null elsewhere. */
function ownVersion(choices: readonly string[]): number | null {
  if (!choices.some((choice) => /\d\.\d+\.\d/.test(choice))) return null;
  const index = choices.findIndex((choice) => /\b(?:custom|other|manual|specify)\b/i.test(choice));
  return index === -1 ? null : index;
}

function answerText({ message, initial }: Pick<Prompt, "message" | "initial">, target: string): string {
  if (/\byes\b/i.test(message)) return "yes";
  if (/\by\s*\/\s*n\b/i.test(message)) return "y";
  if (/version/i.test(message)) return target;
  return initial === null ? "" : String(initial);
}
