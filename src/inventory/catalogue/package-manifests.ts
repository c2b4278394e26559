import {
  folder,
  key,
  ownKey,
  pattern,
  setting,
  stem,
  tuple,
} from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Packages of the registries of other languages. npm and Cargo are ecosystems of their own. */
export const packageManifests: readonly ManifestKind[] = [
  // https://guides.rubygems.org/specification-reference/
  {
    files: ["*.gemspec"],
    subject: "gem",
    own: [pattern(/^[ \t]{0,40}\w{1,20}\.version[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^[ \t]{0,40}\w{1,20}\.name[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm), stem],
    requires: [
      {
        version: pattern(
          /\badd_(?:runtime_|development_)?dependency[ \t(]{1,4}["'][\w.-]{1,100}["'],[ \t]{0,10}["']([^"'\n]{1,60})["']/dg,
        ),
        name: [pattern(/\badd_(?:runtime_|development_)?dependency[ \t(]{1,4}["']([\w.-]{1,100})["']/dg)],
      },
    ],
  },
  {
    files: ["Gemfile", "gems.rb"],
    subject: "gem",
    own: [],
    name: [],
    requires: [
      {
        version: pattern(
          /^[ \t]{0,40}gem[ \t(]{1,4}["'][\w.-]{1,100}["'],[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm,
        ),
        name: [pattern(/^[ \t]{0,40}gem[ \t(]{1,4}["']([\w.-]{1,100})["']/dgm)],
      },
    ],
  },
  {
    files: ["version.rb"],
    subject: "gem",
    own: [pattern(/^[ \t]{0,40}(?:VERSION|STRING)[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm), tuple],
    name: [folder],
  },
  // https://go.dev/ref/mod#go-mod-file and https://docs.swift.org/package-manager/PackageDescription/
  {
    files: ["go.mod"],
    subject: "go",
    own: [],
    name: [pattern(/^module[ \t]{1,10}"?([^\s"]{1,200})/dgm)],
  },
  {
    files: ["Package.swift"],
    subject: "swift",
    own: [],
    name: [pattern(/\bPackage\(\s{0,40}name:[ \t]{0,10}"([^"\n]{1,100})"/dg)],
  },
  // https://getcomposer.org/doc/04-schema.md
  {
    files: ["composer.json"],
    subject: "composer",
    own: [key("version")],
    name: [key("name")],
    requires: ["require", "require-dev"].map((table) => ({ version: key(`${table}.*`), name: [ownKey] })),
  },
  // https://dart.dev/tools/pub/pubspec
  {
    files: ["pubspec.yaml"],
    subject: "pub",
    own: [key("version")],
    name: [key("name")],
    others: [key("environment.sdk"), key("environment.flutter")],
    requires: ["dependencies", "dev_dependencies", "dependency_overrides"].map((table) => ({
      version: key(`${table}.*`),
      name: [ownKey],
    })),
  },
  // https://hexdocs.pm/mix/Mix.Project.html
  {
    files: ["mix.exs"],
    subject: "hex",
    own: [
      pattern(/^[ \t]{0,40}@(?:version|project_version|app_version)[ \t]{1,10}"([^"\n]{1,60})"/dgm),
      pattern(/^[ \t]{0,40}version:[ \t]{1,10}"([^"\n]{1,60})"/dgm),
    ],
    name: [pattern(/\bapp:[ \t]{1,10}:(\w{1,100})/dg), pattern(/\bdefmodule[ \t]{1,10}(\w{1,100})/dg)],
    requires: [
      {
        version: pattern(/\{:\w{1,100},[ \t]{0,10}"([^"\n]{1,60})"/dg),
        name: [pattern(/\{:(\w{1,100}),[ \t]{0,10}"/dg)],
      },
    ],
  },
  // https://www.erlang.org/doc/apps/kernel/app.html
  {
    files: ["*.app.src"],
    subject: "hex",
    own: [pattern(/\{[ \t]{0,4}vsn[ \t]{0,4},[ \t]{0,4}"([^"\n]{1,60})"/dg)],
    name: [pattern(/\{[ \t]{0,4}application[ \t]{0,4},\s{0,10}'?(\w{1,100})/dg), stem],
  },
  // https://gleam.run/writing-gleam/gleam-toml/
  { files: ["gleam.toml"], subject: "hex", own: [key("version")], name: [key("name")] },
  // https://guides.cocoapods.org/syntax/podspec.html
  {
    files: ["*.podspec"],
    subject: "pod",
    own: [pattern(/^[ \t]{0,40}\w{1,20}\.version[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^[ \t]{0,40}\w{1,20}\.name[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm), stem],
    requires: [
      {
        version: pattern(
          /\.dependency[ \t(]{1,4}["'][\w./+-]{1,100}["'],[ \t]{0,10}["']([^"'\n]{1,60})["']/dg,
        ),
        name: [pattern(/\.dependency[ \t(]{1,4}["']([\w./+-]{1,100})["']/dg)],
      },
    ],
  },
  { files: ["*.podspec.json"], subject: "pod", own: [key("version")], name: [key("name"), stem] },
  // https://cabal.readthedocs.io/en/stable/cabal-package-description-file.html
  {
    files: ["*.cabal"],
    subject: "haskell",
    own: [setting("version"), setting("Version")],
    name: [setting("name"), setting("Name"), stem],
    others: [setting("cabal-version"), setting("Cabal-Version")],
  },
  // https://github.com/sol/hpack
  { files: ["package.yaml"], subject: "haskell", own: [key("version")], name: [key("name"), folder] },
  // https://cran.r-project.org/doc/manuals/r-release/R-exts.html#The-DESCRIPTION-file
  {
    files: ["DESCRIPTION"],
    subject: "cran",
    own: [setting("Version")],
    name: [setting("Package")],
    others: [setting("RoxygenNote"), setting("Config/roxygen2/version")],
  },
  // https://metacpan.org/pod/CPAN::Meta::Spec
  {
    files: ["dist.ini"],
    subject: "cpan",
    own: [setting("version")],
    name: [setting("name"), folder],
  },
  {
    files: ["*.pm"],
    subject: "cpan",
    own: [pattern(/^[ \t]{0,10}our[ \t]{1,4}\$VERSION[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^package[ \t]{1,10}([\w:]{1,100})/dgm), stem],
  },
  // https://github.com/luarocks/luarocks/wiki/Rockspec-format
  {
    files: ["*.rockspec"],
    subject: "lua",
    own: [setting("version")],
    name: [setting("package"), stem],
    others: [setting("rockspec_format")],
    grammar: "revised",
  },
  // https://jsr.io/docs/package-configuration and https://docs.deno.com/runtime/fundamentals/configuration/
  {
    files: ["deno.json", "deno.jsonc", "jsr.json", "jsr.jsonc"],
    subject: "jsr",
    own: [key("version")],
    name: [key("name"), folder],
  },
  { files: ["bower.json", "component.json"], subject: "npm", own: [key("version")], name: [key("name")] },
  // https://lerna.js.org/docs/api-reference/configuration
  { files: ["lerna.json"], subject: "project", own: [key("version")], name: [folder] },
  // https://opam.ocaml.org/doc/Manual.html and https://dune.readthedocs.io/en/stable/reference/dune-project/
  {
    files: ["*.opam", "opam"],
    subject: "project",
    own: [setting("version")],
    name: [setting("name"), stem],
    others: [setting("opam-version")],
  },
  {
    files: ["dune-project"],
    subject: "project",
    own: [pattern(/^\(version[ \t]{1,10}([^\s()]{1,60})\)/dgm)],
    name: [pattern(/^\(name[ \t]{1,10}([^\s()]{1,100})\)/dgm)],
    others: [pattern(/^\((?:lang[ \t]{1,4}dune|using[ \t]{1,4}\w{1,40})[ \t]{1,4}([^\s()]{1,40})\)/dgm)],
  },
  // https://github.com/nim-lang/nimble
  {
    files: ["*.nimble"],
    subject: "project",
    own: [setting("version")],
    name: [setting("packageName"), stem],
  },
  // https://pkgdocs.julialang.org/v1/toml-files/
  {
    files: ["Project.toml", "JuliaProject.toml"],
    subject: "project",
    own: [key("version")],
    name: [key("name")],
  },
  // https://crystal-lang.org/reference/latest/man/shards/
  { files: ["shard.yml"], subject: "project", own: [key("version")], name: [key("name")] },
  {
    files: ["dub.json", "elm.json", "haxelib.json", "fpm.toml", "alire.toml", "lakefile.toml", "v.mod.toml"],
    subject: "project",
    own: [key("version")],
    name: [key("name"), folder],
  },
  {
    files: ["Move.toml", "Nargo.toml", "Scarb.toml", "typst.toml"],
    subject: "project",
    own: [key("package.version")],
    name: [key("package.name")],
    others: [key("package.compiler_version"), key("package.compiler"), key("package.cairo-version")],
  },
  // https://docs.ansible.com/ansible/latest/dev_guide/collections_galaxy_meta.html and Puppet
  { files: ["galaxy.yml"], subject: "project", own: [key("version")], name: [key("name")] },
  { files: ["metadata.json"], subject: "project", own: [key("version")], name: [key("name"), folder] },
  // https://helm.sh/docs/topics/charts/#the-chartyaml-file
  {
    files: ["Chart.yaml", "Chart.yml"],
    subject: "helm",
    own: [key("version"), key("appVersion")],
    name: [key("name"), folder],
    others: [key("kubeVersion")],
    requires: [{ version: key("dependencies.*.version"), name: [key("dependencies.*.name")] }],
  },
  // https://docs.platformio.org/en/latest/manifests/library-json/ and the library manager of Arduino
  { files: ["library.json"], subject: "project", own: [key("version")], name: [key("name"), folder] },
  {
    files: ["library.properties"],
    subject: "project",
    own: [setting("version")],
    name: [setting("name"), folder],
  },
  { files: ["idf_component.yml"], subject: "project", own: [key("version")], name: [folder] },
];
