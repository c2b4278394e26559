import type { SubjectType } from "../occurrence.ts";
import { type Binding, type Place, snippet } from "./place.ts";

/** Commands that install a package by its name, up to that name, and the ecosystem of what they install. */
const installers: readonly { readonly type: SubjectType; readonly command: RegExp }[] = [
  { type: "crate", command: /\bcargo\s{1,10}b?install\s{1,10}/ },
  { type: "gem", command: /\bgem\s{1,10}install\s{1,10}/ },
  { type: "nuget", command: /\bdotnet\s{1,10}tool\s{1,10}(?:install|update)\s{1,10}/ },
  {
    type: "nuget",
    command: /\b(?:dotnet\s{1,10}add\s{1,10}(?:[\w./\\-]{1,100}\s{1,10})?package|paket\s{1,10}add)\s{1,10}/,
  },
  {
    type: "nuget",
    command: /\b(?:Install-Package|nuget\s{1,10}install|choco\s{1,10}(?:install|upgrade))\s{1,10}/,
  },
  { type: "helm", command: /\bhelm\s{1,10}(?:pull|show\s{1,10}\w{1,20})\s{1,10}/ },
  {
    type: "helm",
    command:
      /\bhelm\s{1,10}(?:install|upgrade|template)\s{1,10}(?:--?[\w-]{1,40}\s{1,10}){0,4}[\w.-]{1,60}\s{1,10}/,
  },
];

/** The name behind such a command and its options, without the repository or the registry that has it. */
const packageName =
  /^(?:--?[\w-]{1,40}\s{1,10}){0,8}(?:oci:\/\/(?:[\w.-]{1,60}\/){1,6}|[\w.-]{1,60}\/)?([A-Za-z][\w.-]{0,100})\s/;

/** `--version 1.2.3`, `--tag=1.2.3`, `-v 1.2.3`; of the package that the line installs, else of nothing that it names. */
export function bindOption({ before }: Place): Binding | null {
  const line = continued(before);
  const [, option] = /(?:^|\s)(?:--(?:[\w-]{0,40}version|vers|tag|release)|(-v|-Version))(?:\s{1,4}|=)$/.exec(
    line,
  ) ?? ["", ""];
  if (option === "") return null;
  for (const { type, command } of installers) {
    const found = command.exec(line);
    const name =
      found === null ? undefined : packageName.exec(line.slice(found.index + found[0].length))?.[1];
    if (name !== undefined) return snippet(type, name);
  }
  return option === undefined ? { kind: "snippet", subject: null } : null;
}

/** The line of a shell that a text ends in, with those before it that a backslash continues. */
function continued(before: string): string {
  const whole = before.replace(/\\\r?\n/g, " ");
  return whole.slice(whole.lastIndexOf("\n") + 1);
}

const managed: readonly { readonly type: SubjectType; readonly command: RegExp }[] = [
  { type: "composer", command: /\bcomposer\s/ },
  { type: "pub", command: /\b(?:dart|flutter)\s{1,10}pub\s/ },
];

/** `composer require vendor/name:^1.2.3`, `dart pub add name:^1.2.3`. */
export function bindManaged({ line }: Place): Binding | null {
  const name = /(?:^|[\s"'`])([\w-]{1,100}(?:\/[\w.-]{1,100})?):$/.exec(line)?.[1];
  const type = managed.find(({ command }) => command.test(line))?.type;
  return name === undefined || type === undefined ? null : snippet(type, name);
}

/** `conda install name=1.2.3`, `apt-get install name=1.2.3`. */
export function bindEqual({ line }: Place): Binding | null {
  const [, manager, name] =
    /\b(conda|mamba|micromamba|apt|apt-get|apk)\s{1,10}(?:install|add)\s(?:[^\n]{0,100}\s)?([\w.+-]{1,100})=$/.exec(
      line,
    ) ?? [];
  if (manager === undefined || name === undefined) return null;
  return snippet(manager.startsWith("ap") ? "package" : "conda", name);
}
