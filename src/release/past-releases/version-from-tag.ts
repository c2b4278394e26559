import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { Repository } from "../../repository/repository.ts";
import { changelistOf } from "../counted-changelist.ts";
import { versionFile } from "../tools/nbgv/version-file.ts";
import type { TagReader } from "./tag-reader.ts";

/** A tool that takes the version from the tag, the files that configure it, and what they read where it does. */
interface Sign {
  readonly name: string;
  readonly files: RegExp;
  /** Left out for a file that nothing but the tool has. */
  readonly holds?: RegExp;
  readonly and?: RegExp;
}

const pyproject = /^pyproject\.toml$/;
const setup = /^setup\.(?:cfg|py)$/;
const gradle = /\.gradle(?:\.kts)?$/;
const plugins = /^project\/[^/]{1,60}\.sbt$/;
const project = /\.(?:csproj|fsproj|vbproj|props|targets)$/;

const signs: readonly Sign[] = [
  // https://setuptools-scm.readthedocs.io/en/latest/usage/
  { name: "setuptools-scm", files: pyproject, holds: /["'\s.]setuptools[-_]scm[\s"'=<>~![\]]/ },
  { name: "setuptools-scm", files: setup, holds: /\buse_scm_version\b/ },
  // https://github.com/ofek/hatch-vcs#version-source
  { name: "hatch-vcs", files: pyproject, holds: /^source\s{0,4}=\s{0,4}["']vcs["']/m },
  // https://github.com/ninoseki/uv-dynamic-versioning#usage
  {
    name: "uv-dynamic-versioning",
    files: pyproject,
    holds: /^source\s{0,4}=\s{0,4}["']uv-dynamic-versioning["']/m,
  },
  // https://backend.pdm-project.org/metadata/#read-from-scm-tag-supporting-git-and-hg
  { name: "pdm-backend", files: pyproject, holds: /^source\s{0,4}=\s{0,4}["']scm["']/m },
  // https://github.com/python-versioneer/python-versioneer/blob/master/INSTALL.md
  { name: "versioneer", files: pyproject, holds: /^\[tool\.versioneer\]/m },
  { name: "versioneer", files: /^setup\.cfg$/, holds: /^\[versioneer\]/m },
  // https://github.com/mtkennerly/poetry-dynamic-versioning#configuration
  { name: "poetry-dynamic-versioning", files: pyproject, holds: /^\[tool\.poetry-dynamic-versioning\]/m },
  // https://versioningit.readthedocs.io/en/stable/configuration.html
  { name: "versioningit", files: pyproject, holds: /^\[tool\.versioningit/m },
  // https://docs.openstack.org/pbr/latest/user/features.html#version
  {
    name: "pbr",
    files: /^(?:setup\.py|pyproject\.toml)$/,
    holds: /\bpbr\s{0,4}=\s{0,4}True\b|["']pbr[>=~ "']/,
  },
  // https://github.com/adamralph/minver#usage
  { name: "MinVer", files: project, holds: /<(?:GlobalPackage|Package)Reference\s[^>]{0,80}"MinVer"/ },
  // https://gitversion.net/docs/reference/configuration
  { name: "GitVersion", files: /^(?:\.?config\/|build\/)?\.?GitVersion\.ya?ml$/i },
  // https://axion-release-plugin.readthedocs.io/en/latest/configuration/basic_usage/
  { name: "axion-release", files: gradle, holds: /pl\.allegro\.tech\.build\.axion-release/ },
  // https://github.com/nebula-plugins/nebula-release-plugin#readme
  { name: "nebula-release", files: gradle, holds: /\bnebula\.release\b|nebula-release-plugin/ },
  // https://github.com/ajoberstar/reckon#how-do-i-use-it
  { name: "reckon", files: gradle, holds: /org\.ajoberstar\.reckon/ },
  // https://github.com/palantir/gradle-git-version#usage
  { name: "gradle-git-version", files: gradle, holds: /com\.palantir\.git-version/ },
  // https://github.com/shipkit/shipkit-auto-version#readme
  { name: "shipkit-auto-version", files: gradle, holds: /org\.shipkit\.shipkit-auto-version/ },
  // https://github.com/jgitver/jgitver-maven-plugin#activate-extension-and-the-plugin
  { name: "jgitver", files: /^\.mvn\/extensions\.xml$/, holds: /jgitver-maven-plugin/ },
  // https://github.com/qoomon/maven-git-versioning-extension#usage
  {
    name: "maven-git-versioning-extension",
    files: /^\.mvn\/extensions\.xml$/,
    holds: /maven-git-versioning-extension/,
  },
  // https://github.com/sbt/sbt-dynver#setup, which sbt-ci-release brings along
  { name: "sbt-dynver", files: plugins, holds: /"sbt-(?:dynver|ci-release)"/ },
  // https://goreleaser.com/customization/templates/#common-fields
  { name: "goreleaser", files: /^(?:\.config\/|\.)?goreleaser\.ya?ml$/ },
  // https://git-scm.com/docs/git-describe, asked by what builds
  {
    name: "git describe",
    files:
      /^(?:(?:GNUm|m|M)akefile|CMakeLists\.txt|meson\.build|configure\.ac|build\.(?:rs|zig|sbt|gradle(?:\.kts)?)|mix\.exs|setup\.py|[\w-]{1,40}\.gemspec|cmake\/[\w.-]{1,60}\.cmake)$/,
    holds: /\bgit["']?,?\s{1,4}(?:[-\w=.$(){}"/]{1,40}\s{1,4}){0,2}["']?describe\b/,
  },
  // https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context
  {
    name: "the workflow",
    files: /^\.github\/workflows\/[^/]{1,80}\.ya?ml$/,
    holds: /^ {0,4}(?:tags|release):/m,
    and: /version[^\n]{0,40}(?:GITHUB_REF|github\.ref|release\.tag_name)/i,
  },
  // https://go.dev/ref/mod#versions
  { name: "Go", files: /^go\.mod$/ },
  // https://docs.swift.org/package-manager/PackageDescription/PackageDescription.html#package-dependency
  { name: "Swift Package Manager", files: /^Package\.swift$/ },
  // https://getcomposer.org/doc/04-schema.md#version
  { name: "Composer", files: /^composer\.json$/, holds: /"name"/ },
];

/** What takes the version of a release from its tag, the most specific sign first; null where nothing shows that something does. */
export function versionFromTag(repository: Repository): TagReader | null {
  const counting = versionFile(repository);
  if (counting !== null) return { name: "Nerdbank.GitVersioning", path: counting.config.path, counts: true };
  const changelist = changelistOf(repository);
  if (changelist !== null) return { name: "the changelist of Maven", path: changelist.path, counts: true };
  for (const { name, files, holds = /^/u, and = /^/u } of signs) {
    const path = repository.paths.find((one) => {
      if (!files.test(one) || isTestOrExample(one)) return false;
      const text = repository.read(one) ?? "";
      return holds.test(text) && and.test(text);
    });
    if (path !== undefined) return { name, path, counts: false };
  }
  return null;
}
