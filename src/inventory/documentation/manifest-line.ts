import type { SubjectType } from "../occurrence.ts";
import { type Binding, type Place, snippet } from "./place.ts";

/** One way in which a manifest or a build asks for something, up to the version. */
interface Form {
  readonly type: SubjectType;
  /** Its groups are the parts of the name, which a colon joins. */
  readonly asks: RegExp;
  /** What has to stand above, in the same excerpt. */
  readonly below?: RegExp;
}

/** Forms that stand on one line. What they have in common with prose is told apart by what stands above. */
const forms: readonly Form[] = [
  // sbt: https://www.scala-sbt.org/1.x/docs/Library-Dependencies.html
  {
    type: "jvm",
    asks: /["']([\w.-]{1,100})["']\s{1,4}%{1,3}\s{1,4}["']([\w.-]{1,100})["']\s{1,4}%\s{1,4}["']$/,
  },
  // Leiningen and the Clojure CLI: https://clojure.org/reference/deps_edn
  { type: "jvm", asks: /\[([A-Za-z][\w.-]{0,100})(?:\/([\w.-]{1,100}))?\s{1,4}"$/ },
  { type: "jvm", asks: /([A-Za-z][\w.-]{0,100})\/([\w.-]{1,100})\s{1,4}\{:mvn\/version\s{1,4}"$/ },
  // Gradle: https://docs.gradle.org/current/userguide/version_catalogs.html
  { type: "jvm", asks: /\bmodule\s?=\s?["']([\w.-]{1,100}):([\w.-]{1,100})["'],\s{1,4}version\s?=\s?["']$/ },
  {
    type: "jvm",
    asks: /\bgroup\s?[:=]\s?["']([\w.-]{1,100})["'],\s{0,4}name\s?[:=]\s?["']([\w.-]{1,100})["'],\s{0,4}version\s?[:=]\s?["']$/,
  },
  { type: "jvm", asks: /^\s{0,20}([A-Za-z][\w-]{0,80})\s?=\s?"$/, below: /(?:^|\n)\[versions\]\s/ },
  // Ivy: https://ant.apache.org/ivy/history/latest-milestone/ivyfile/dependency.html
  { type: "jvm", asks: /\borg="([\w.-]{1,100})"\s{1,4}name="([\w.-]{1,100})"\s{1,4}rev="$/ },
  // Pub: https://dart.dev/tools/pub/dependencies
  {
    type: "pub",
    asks: /^\s{1,20}(?!(?:app_?version|flutter|ref|sdk|tag|version):)([a-z][a-z0-9_]{1,60}):\s{1,4}["']?$/,
    below: /(?:^|\n)\s{0,20}(?:dev_)?dependencies:\s/,
  },
  // Composer: https://getcomposer.org/doc/04-schema.md#package-links
  { type: "composer", asks: /"([a-z0-9][\w.-]{0,60}\/[a-z0-9][\w.-]{0,60})"\s{0,4}:\s{0,4}"$/ },
  // NuGet in F# scripts, in C# scripts and in Paket.
  { type: "nuget", asks: /\bnuget:\s{0,4}([\w.-]{1,100}),\s{1,4}$/ },
  { type: "nuget", asks: /^#:package\s{1,4}([\w.-]{1,100})@$/ },
  { type: "nuget", asks: /^\s{0,20}nuget\s{1,4}([\w.-]{1,100})\s{1,4}$/ },
  // Cabal and Stack.
  { type: "haskell", asks: /\b(?:cabal|stack)\s{1,4}install\s{1,4}([a-z][\w-]{0,80})-$/ },
  { type: "haskell", asks: /^\s{0,20}-\s{1,4}([a-z][\w-]{0,80})-$/, below: /(?:^|\n)extra-deps:\s/ },
  // The dependencies of a chart: https://helm.sh/docs/helm/helm_dependency/
  {
    type: "helm",
    asks: /(?:^|\n)\s{0,20}-\s{1,4}name:\s{1,4}["']?([\w-]{1,80})["']?\s{1,20}(?:repository:\s\S{1,120}\s{1,20})?version:\s{1,4}["']?$/,
    below: /(?:^|\n)dependencies:\s/,
  },
  // Bazel: https://bazel.build/rules/lib/globals/module#bazel_dep
  {
    type: "name",
    asks: /\bbazel_dep\(\s{0,20}name\s?=\s?"([\w.-]{1,80})",\s{0,20}version\s?=\s?"$/,
  },
  // Programs that install others by their plain names.
  { type: "name", asks: /\b(?:luarocks|asdf)\s{1,4}install\s{1,4}([A-Za-z][\w-]{0,60})\s{1,4}$/ },
  {
    type: "name",
    asks: /\b(?:mise\s{1,4}(?:use|install)|nimble\s{1,4}install|spack\s{1,4}install)\s{1,4}(?:--?[\w-]{1,20}\s{1,4}){0,3}([A-Za-z][\w-]{0,60})@$/,
  },
];

/** What begins another range that is accepted as well: `^1.0 || ^2.0`. */
const alternative = /^\s?(?:\|\|?|,)\s?[\^~<>=\d]/;

/** What an excerpt of a manifest in a document asks for. */
export function bindManifestLine({ before, line, after, isProse }: Place): Binding | null {
  if (!isProse || alternative.test(after)) return null;
  for (const { type, asks, below } of forms) {
    // What need not begin a line may have begun on one above.
    const found = asks.exec(asks.source.startsWith("^") ? line : before);
    if (found === null || below?.test(before) === false) continue;
    const name = found.slice(1).filter((part) => part !== undefined);
    return snippet(type, name.join(":"));
  }
  return null;
}
