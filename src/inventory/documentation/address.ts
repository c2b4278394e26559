import type { Subject } from "../occurrence.ts";
import { type Binding, type Place, snippet, trailing } from "./place.ts";
import { urlSubject } from "./url-subject.ts";

const host = "(?:[a-z0-9-]{1,63}\\.){1,5}(?:app|cloud|com|dev|in|io|net|org|rs|run|sh)";
const modulePath = new RegExp(`(?:^|[\\s"'\`])(${host}/[\\w./~-]{1,200})[ \\t]$`);
const bareUrl = new RegExp(`(?:^|[^\\w.-])(${host}/.*/.*)$`);

/** `https://host/path/v1.2.3/…`, and the same without scheme where a path follows a host. */
export function bindUrl({ line }: Place): Binding | null {
  const run = trailing(line, /[\w.~@:/%+#?&=-]/);
  const scheme = run.lastIndexOf("://");
  if (scheme !== -1) return { kind: "url", subject: urlSubject(run.slice(scheme + 3)) };
  const bare = bareUrl.exec(run)?.[1];
  return bare === undefined || bare.endsWith("@") ? null : { kind: "url", subject: urlSubject(bare) };
}

/** Package URLs (https://github.com/package-url/purl-spec) and the prefixes of package managers. */
const prefixed =
  /(?:^|[^\w.-])(?:pkg:([a-z]{1,20})\/|(npm|cargo|crate|pypi|go):)(@?[A-Za-z0-9][\w.~-]*(?:\/[\w.~-]+)*)$/;

const registries = new Map<string, Subject["type"]>([
  ["npm", "npm"],
  ["cargo", "crate"],
  ["crate", "crate"],
  ["pypi", "python"],
  ["go", "go"],
  ["golang", "go"],
  ["swift", "swift"],
  ["docker", "image"],
]);

/**
 * `name@1.2.3`, `@scope/name@^1.2.3`, `module.org/path@v1.2.3`, `owner/action@v1.2.3`, and `@scope+name@1.2.3` of
 * pnpm's store.
 */
export function bindAt({ line }: Place): Binding | null {
  const run = trailing(line.slice(0, -1), /[\w.~@:/%+-]/).replace("%40", "@");
  const [, purl, manager, packageName] = prefixed.exec(run) ?? [];
  const type = registries.get(purl ?? manager ?? "");
  if (type !== undefined && packageName !== undefined) return snippet(type, packageName);
  const [, scope, stored] = /@([\w.~-]+)\+([\w.~-]+)$/.exec(run) ?? [];
  if (scope !== undefined && stored !== undefined) return snippet("npm", `@${scope}/${stored}`);
  const path = /^(?:.*(?:[:+]|node_modules\/))?\/?(?:\.pnpm\/)?(@?[A-Za-z0-9][\w.~-]*(?:\/[\w.~-]+)*)$/.exec(
    run,
  )?.[1];
  if (path === undefined || /version$/i.test(path)) return null;
  if (/^[\w-]+(?:\.[\w-]+)+\//.test(path)) return hosted(path);
  if (path.startsWith("@")) return /^@[^/]+\/[^/]+$/.test(path) ? snippet("npm", path) : null;
  if (path.includes("/")) return snippet("action", path);
  return snippet(/\bcargo\s/.test(line) ? "crate" : "npm", path);
}

/** Without a scheme, a path below a host is a Go module unless the host serves npm packages. */
function hosted(path: string): Binding {
  const subject = urlSubject(`${path}@`);
  return subject.type === "npm" ? { kind: "url", subject } : snippet("go", path);
}

/** `module.org/path v1.2.3`, as in go.mod. */
export function bindModule({ line, prefix }: Place): Binding | null {
  const path = prefix === "v" ? modulePath.exec(line)?.[1] : undefined;
  return path === undefined ? null : snippet("go", path);
}

const image = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\d{1,5}(?=\/))?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** `org/image:1.2.3`, `group.of:artifact:1.2.3` (and `group::artifact:1.2.3` of Scala); a lone name only where the line speaks of images. */
export function bindColon({ line }: Place): Binding | null {
  const run = trailing(line.slice(0, -1), /[\w.:/-]/).replace(/^[a-z]{1,20}:\/\//, "");
  const artifact = /^([\w-]+(?:\.[\w-]+)+:{1,3}[\w.-]+)$/.exec(run)?.[1];
  if (artifact !== undefined) return snippet("jvm", artifact.replace(/:{2,3}/, ":"));
  if (!image.test(run)) return null;
  const speaksOfImages = /\b(?:docker|podman|nerdctl|image|FROM|from=|crictl)\b/.test(
    line.slice(0, -1 - run.length),
  );
  return run.includes("/") || speaksOfImages ? snippet("image", run) : null;
}
