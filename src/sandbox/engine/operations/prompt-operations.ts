import * as v from "valibot";
import { answerPrompt, type Prompt } from "../../host/desk/answer-prompt.ts";
import type { Recorder } from "../../host/record/recorder.ts";
import { type Operations, operation } from "../operation.ts";

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
