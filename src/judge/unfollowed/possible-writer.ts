import { basename } from "node:path/posix";
import type { Command, Rehearsal } from "../../release/rehearsal.ts";
import { isWithin, within } from "../../repository/packages/path.ts";
import { isHarmlessAction } from "./harmless-actions.ts";
import { leavesFiles } from "./harmless-git.ts";

/** Programs that tell others of a version, and write nothing into the files of the tree. */
const elsewhere = new Set(
  [
    ["gh", "glab", "hub", "docker", "podman", "buildah", "skopeo", "helm", "kubectl", "terraform"],
    ["aws", "gcloud", "az", "gsutil", "s3cmd", "rclone", "curl", "wget", "fetch", "ssh", "scp", "rsync"],
    ["echo", "printf", "cat", "grep", "test", "[", "sleep", "open", "osascript", "twine", "gpg", "cosign"],
  ].flat(),
);

/** What package managers do with a version without writing it into a manifest. */
const publishing = new Set([
  "publish",
  "pack",
  "dist-tag",
  "view",
  "info",
  "show",
  "search",
  "deprecate",
  "owner",
]);

/** Tools whose `version` takes the number from elsewhere, such as files that describe the changes. */
const selfCounting = new Set(["lerna", "changeset", "rush", "nx", "beachball"]);

const step = /^(?:(?:pre)?(?:major|minor|patch)|prerelease)$/u;

/**
 * The command that a release starts, that the rehearsal did not run, and that may have written the file: it names the
 * file, or it is told the new version, and is no program that only passes it on. Null when there is none.
 */
export function possibleWriter(path: string, rehearsals: readonly Rehearsal[]): Command | null {
  for (const { commands, target } of rehearsals)
    for (const command of commands)
      if (command.answer === "not run" && mayWrite(path, command, target)) return command;
  return null;
}

/** True for a command that only tells others of the release, and for an action that is known to leave files alone. */
export function passesOn({ argv }: Pick<Command, "argv">): boolean {
  return partsOf(argv).every((words) => {
    const [program = "", ...operands] = withoutRunner(words);
    if (program === "uses") return isHarmlessAction(operands[0] ?? "");
    if (basename(program) === "git") return leavesFiles([program, ...operands]);
    return elsewhere.has(basename(program)) || operands.some((word) => publishing.has(word));
  });
}

function mayWrite(path: string, { argv, cwd }: Command, target: string): boolean {
  return partsOf(argv).some((words) => {
    const [program = "", ...operands] = withoutRunner(words);
    if (passesOn({ argv: words })) return false;
    if (operands.some((word) => within(cwd, word.replace(/^\.\//u, "")) === path)) return true;
    return (
      isWithin(path, cwd) &&
      (words.some((word) => word.includes(target)) || counts(basename(program), operands))
    );
  });
}

/** True for a command that finds the new version by itself, as `npm version patch` does. */
function counts(program: string, operands: readonly string[]): boolean {
  const at = operands.indexOf("version");
  if (at === -1)
    return /^(?:bump-my-version|bump2version|bumpver|bumpp|release-it|standard-version)$/u.test(program);
  return selfCounting.has(program) || operands.slice(at + 1).some((word) => step.test(word));
}

/** The commands of a line that the shell of the sandbox could not take apart; any other command is one. */
function partsOf(argv: readonly string[]): (readonly string[])[] {
  const [program, flag, line] = argv;
  if (program !== "sh" || flag !== "-c" || line === undefined) return [argv];
  return line
    .split(/&&|\|\||[;|\n]/u)
    .map((part) =>
      part
        .split(/[\s"'()]+/u)
        .filter((word) => word !== "" && word !== "then" && word !== "do" && !/^\w+=/u.test(word)),
    );
}

/** Takes away what starts a tool of a package: `npx`, `pnpm exec`, `yarn dlx`. */
function withoutRunner(words: readonly string[]): readonly string[] {
  const [first = "", second = ""] = words;
  if (first === "npx" || first === "bunx") return words.slice(1).filter((word) => !word.startsWith("-"));
  const isRunner = /^(?:npm|pnpm|yarn|bun)$/u.test(first) && /^(?:exec|dlx|x)$/u.test(second);
  return isRunner ? words.slice(2) : words;
}
