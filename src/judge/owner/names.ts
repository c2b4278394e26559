import type { Config } from "../../config/config.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { addressesOf } from "./addresses.ts";
import { isLong, speaksOf, wordsOf } from "./identifier-words.ts";
import type { Train } from "./train.ts";

/** The names by which prose, constants, images and URLs speak of what this repository releases. */
export interface Names {
  /** True when a piece of prose names the product or one of its packages. */
  inProse(text: string): boolean;
  /** True when a title begins with the name of the product, however short that is: `RAY REST API` of `ray`. */
  opens(title: string): boolean;
  /** True when an identifier speaks of the product: `LUMEN_KIT_MIN_VERSION` of `lumenkit`. */
  inIdentifier(identifier: string): boolean;
  /** True for an npm package that is ours by its name, though it need not live here. */
  isOurPackage(name: string): boolean;
  /** True for an npm package that the configuration names as ours. */
  isConfigured(name: string): boolean;
  /** True for a container image without its tag that the configuration names as ours. */
  isConfiguredImage(name: string): boolean;
  /** True for a container image without its tag that is ours by its name. */
  isOurImage(name: string): boolean;
  /** True for `owner/name` of the repository itself. Neighbours of one owner have versions of their own. */
  isOurRepository(name: string): boolean;
  /** True for a URL, with or without scheme, that leads to something of ours. */
  isOurUrl(url: string): boolean;
}

/** What a root is called that is named after its being a root. */
const rootWords = new Set([
  "app",
  "main",
  "monorepo",
  "packages",
  "project",
  "repo",
  "repository",
  "root",
  "workspace",
]);

/** Collects the names from the configuration, the workspace, the remote of the repository and its root manifests. */
export function namesOf(config: Config, repository: Repository, workspace: Workspace, train: Train): Names {
  const addresses = addressesOf(repository);
  const scopes = [...workspace.scopes];
  const rootNames = [...workspace.npm, ...workspace.python, ...workspace.packages]
    .filter(({ manifest }) => !manifest.includes("/"))
    .map(({ name }) => name.replace(/^@[^/]*\/|^.*[:/]/u, ""))
    .filter((name) => name !== "" && !/\s/u.test(name) && !rootWords.has(name.toLowerCase()));
  const derived = unique([
    ...scopes.map((scope) => scope.slice(1)),
    ...rootNames,
    ...addresses.map(({ name }) => name),
  ]);
  const distinctive = [...train.npm, ...train.crates].filter((name) => /[-/@]/u.test(name));
  const prose = wordPattern([...config.product.names, ...[...derived, ...distinctive].filter(isLong)]);
  const products = [...config.product.names, ...derived.filter(isLong)];
  const tokens = unique(products.map(plain).filter((token) => token !== ""));
  // A registry of images allows fewer signs than a forge: the images of `lumen-dev` are often those of `lumendev`.
  const organisations = new Set(
    [...scopes, ...addresses.map(({ owner }) => owner)].map(plain).filter((owner) => owner !== ""),
  );
  // Forges and hosts do not tell upper from lower case.
  const urls = [
    ...config.product.urls,
    ...addresses.flatMap(({ owner }) => [`github.com/${owner}/`, `ghcr.io/${owner}/`]),
  ].map((url) => url.toLowerCase());
  const isConfigured = (name: string): boolean =>
    config.product.packages.some((pattern) => matchesName(pattern, name));
  const isConfiguredImage = (name: string): boolean =>
    config.product.images.some((pattern) => matchesName(pattern, name));
  return {
    isConfigured,
    isConfiguredImage,
    inProse: (text) => prose?.test(text) ?? false,
    opens: (title) => {
      const [first = ""] = title.trim().split(/\s+/u);
      return derived.some((name) => name.toLowerCase() === first.toLowerCase());
    },
    inIdentifier: (identifier) => {
      const words = wordsOf(identifier);
      return tokens.some((token) => speaksOf(words, token));
    },
    isOurPackage: (name) =>
      train.npm.has(name) ||
      train.npm.has(withoutPlatform(name)) ||
      scopes.some((scope) => name.startsWith(`${scope}/`)) ||
      isConfigured(name),
    isOurImage: (name) =>
      isConfiguredImage(name) ||
      organisations.has(plain(name)) ||
      name
        .split("/")
        .slice(0, -1)
        .some((part) => organisations.has(plain(part))),
    isOurRepository: (name) =>
      addresses.some((address) => `${address.owner}/${address.name}`.toLowerCase() === name.toLowerCase()),
    isOurUrl: (url) => {
      const address = url.toLowerCase();
      return urls.some((prefix) => address.includes(prefix));
    },
  };
}

/** The values of https://nodejs.org/api/process.html#processplatform, and what else such names call a platform. */
const platform =
  /-(?:aix|android|cygwin|darwin|freebsd|linux|macos|netbsd|openbsd|openharmony|sunos|universal|wasm32|win32|windows)(?:-[a-z0-9_]{1,20}){0,3}$/u;

/** `lumen` for `lumen-linux-x64-gnu`, the package with its binaries that only a build makes. */
export function withoutPlatform(name: string): string {
  return name.replace(platform, "");
}

/** A name, or a prefix that ends in `*`. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Lower case without separators, so that `LumenKit`, `lumen-kit` and `LUMEN_KIT` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

/** A short name is also the last part of names and addresses of others, `socket.io` and `std::io`, or their first. */
function wordPattern(names: readonly string[]): RegExp | null {
  const words = unique(names).map((name) => {
    const word = name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    return isLong(name) ? word : `(?<![.:])${word}(?![.:/]\\w)`;
  });
  return words.length === 0 ? null : new RegExp(`(?<![\\w@/-])(?:${words.join("|")})(?![\\w-])`, "iu");
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
