import { folder, key, pattern, stem } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Packages and programs in the languages of Lisp, Perl and their kin, whose manifests are programs themselves. */
export const lispManifests: readonly ManifestKind[] = [
  // https://www.gnu.org/software/emacs/manual/html_node/elisp/Library-Headers.html
  {
    files: ["*.el"],
    holds: ";;; ",
    subject: "project",
    own: [pattern(/^;; (?:Package-)?Version:[ \t]{1,10}([^\s]{1,60})[ \t]*$/dgm)],
    name: [stem],
    others: [pattern(/\(emacs[ \t]{1,4}"([^"\n]{1,40})"\)/dg)],
  },
  // https://asdf.common-lisp.dev/asdf.html#The-defsystem-grammar
  {
    files: ["*.asd"],
    subject: "project",
    own: [pattern(/^[ \t]{0,40}:version[ \t]{1,10}"([^"\n]{1,60})"/dgm)],
    name: [pattern(/\bdefsystem[ \t]{1,10}[#:"]{0,2}([\w./-]{1,100})/dg), stem],
  },
  // https://docs.racket-lang.org/pkg/metadata.html
  {
    files: ["info.rkt"],
    subject: "project",
    own: [pattern(/\(define[ \t]{1,4}version[ \t]{1,4}"([^"\n]{1,60})"\)/dg)],
    name: [pattern(/\(define[ \t]{1,4}collection[ \t]{1,4}"([^"\n]{1,100})"\)/dg), folder],
  },
  // https://clojure.org/guides/tools_build
  {
    files: ["build.clj"],
    subject: "jvm",
    own: [pattern(/\(def[ \t]{1,4}(?:\^:\w{1,20}[ \t]{1,4})?version[ \t\n]{1,4}"([^"\n]{1,60})"\)/dg)],
    name: [pattern(/\(def[ \t]{1,4}lib[ \t]{1,4}'([\w./-]{1,100})/dg), folder],
  },
  // https://rebar3.org/docs/deployment/releases/
  {
    files: ["rebar.config"],
    subject: "project",
    own: [
      pattern(
        /\{[ \t]{0,4}release[ \t]{0,4},\s{0,10}\{[ \t]{0,4}\w{1,100}[ \t]{0,4},[ \t]{0,4}"([^"\n]{1,60})"/dg,
      ),
    ],
    name: [pattern(/\{[ \t]{0,4}release[ \t]{0,4},\s{0,10}\{[ \t]{0,4}(\w{1,100})/dg)],
  },
  // https://docs.raku.org/language/distributions/configuration-structure
  {
    files: ["META6.json"],
    subject: "project",
    own: [key("version")],
    name: [key("name"), folder],
    others: [key("perl"), key("raku"), key("meta-version")],
  },
  // https://metacpan.org/pod/ExtUtils::MakeMaker and https://metacpan.org/pod/Module::Build::API
  {
    files: ["Makefile.PL", "Build.PL"],
    subject: "cpan",
    own: [
      pattern(
        /^[ \t]{0,40}["']?(?:VERSION|dist_version)["']?[ \t]{0,10}=>[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm,
      ),
    ],
    name: [
      pattern(
        /^[ \t]{0,40}["']?(?:NAME|module_name)["']?[ \t]{0,10}=>[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm,
      ),
      folder,
    ],
    others: [
      pattern(
        /^[ \t]{0,40}["']?(?:MIN_PERL_VERSION|perl)["']?[ \t]{0,10}=>[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm,
      ),
    ],
  },
  // https://dub.pm/dub-reference/recipe/ and https://github.com/vlang/v/blob/master/doc/docs.md#v-project-descriptor
  {
    files: ["dub.sdl"],
    subject: "project",
    own: [pattern(/^version[ \t]{1,10}"([^"\n]{1,60})"/dgm)],
    name: [pattern(/^name[ \t]{1,10}"([^"\n]{1,100})"/dgm), folder],
  },
  {
    files: ["v.mod"],
    subject: "project",
    own: [pattern(/^[ \t]{0,10}version:[ \t]{0,10}['"]([^'"\n]{1,60})['"]/dgm)],
    name: [pattern(/^[ \t]{0,10}name:[ \t]{0,10}['"]([^'"\n]{1,100})['"]/dgm), folder],
  },
];
