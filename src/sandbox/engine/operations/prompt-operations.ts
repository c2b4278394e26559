import * as v from "valibot";
import type { Recorder } from "../../host/record/recorder.ts";
import { type Operations, operation } from "../operation.ts";

/** What a question to the user is, whoever asks it. */
interface Prompt {
  readonly message: string;
  readonly kind: "text" | "confirm" | "select" | "multiselect";
  /** The default: a text, or the index of a choice. */
  readonly initial: string | number | null;
  /** What the choices are called. */
  readonly choices: readonly string[];
}

/**
 * Answers what the script asks the user, as somebody would who wants the release: yes to whether, the version to which
 * version, the default to everything else. The answer is part of the log.
 */
export function promptOperations(target: string, recorder: Recorder): Operations {
  const kind = v.picklist(["text", "confirm", "select", "multiselect"]);
  const initial = v.nullable(v.union([v.string(), v.number()]));
  return {
    "prompt.answer": operation(
      [v.string(), kind, initial, v.array(v.string())],
      (message, asked, preset, choices) => {
        const prompt: Prompt = { message, kind: asked, initial: preset, choices };
        const answer = answerPrompt(prompt, target);
        const shown = asked === "select" ? choices[Number(answer)] : String(answer);
        recorder.print("stdout", `? ${message.trim()} ${shown}\n`);
        return answer;
      },
    ),
  };
}

/** A text, true for a confirmation, the index of a choice, or the indexes of several. */
function answerPrompt(prompt: Prompt, target: string): string | boolean | number | number[] {
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

function answerText({ message, initial }: Prompt, target: string): string {
  if (/\byes\b/i.test(message)) return "yes";
  if (/\by\s*\/\s*n\b/i.test(message)) return "y";
  if (/version/i.test(message)) return target;
  return initial === null ? "" : String(initial);
}
