import { type Binding, type Place, snippet } from "./place.ts";

/** `repo: https://github.com/owner/name` and `rev: v1.2.3` of https://pre-commit.com/#pre-commit-configyaml---repos . */
const hook =
  /\brepo:\s{1,4}["']?https:\/\/((?:github|gitlab)\.com\/[\w.-]{1,100}\/[\w.-]{1,100}?)(?:\.git)?["']?\s{1,40}rev:\s{1,4}["']?$/;

/** `source = "namespace/name/provider"` and `version = "1.2.3"` of https://developer.hashicorp.com/terraform/language/block/module . */
const terraform =
  /\bsource\s{0,10}=\s{0,10}"(?:[\w.-]{1,60}\.[a-z]{2,10}\/)?([\w-]{1,60})\/([\w-]{1,60})(?:\/([\w-]{1,60}))?(?:\/\/[^"\n]{0,100})?"\s{1,40}version\s{0,10}=\s{0,10}"$/;

/** `id("org.acme.lumen") version "1.2.3"` of Gradle. */
const plugin = /\bid[ \t(]{1,4}["']([\w.-]{1,100})["']\)?[ \t]{1,10}version[ \t]{1,10}["']$/;

/** `<PackageReference Include="Name" Version="1.2.3"` of NuGet. */
const packageReference =
  /<Package(?:Reference|Version)[ \t]{1,10}Include="([\w.-]{1,100})"[ \t]{1,10}Version="$/;

/** The repository, module or plugin that a configuration names before the version that it asks for. */
export function bindReference({ before, line }: Place): Binding | null {
  const repository = hook.exec(before)?.[1];
  if (repository !== undefined) return snippet("name", repository);
  const [, namespace, name, provider] = terraform.exec(before) ?? [];
  if (namespace !== undefined && name !== undefined)
    return snippet(
      "name",
      `github.com/${namespace}/terraform-${provider === undefined ? "provider" : provider}-${name}`,
    );
  const id = plugin.exec(line)?.[1];
  if (id !== undefined) return snippet("jvm", id);
  const reference = packageReference.exec(line)?.[1];
  return reference === undefined ? null : snippet("nuget", reference);
}
