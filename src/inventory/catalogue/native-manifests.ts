import {
  components,
  folder,
  key,
  ownKey,
  pattern,
  setting,
  stem,
} from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** What builds programs of C, C++, Zig, Go and their kin, and the version files that they compile in. */
export const nativeManifests: readonly ManifestKind[] = [
  // https://cmake.org/cmake/help/latest/command/project.html
  {
    files: ["CMakeLists.txt", "*.cmake"],
    subject: "project",
    own: [
      pattern(
        /\bproject\s{0,4}\(\s{0,40}[\w${}.-]{1,100}\s[^)#]{0,400}?\bVERSION\s{1,40}"?([^\s")]{1,60})/dgi,
      ),
      pattern(
        /\bset[ \t]{0,4}\([ \t]{0,4}(?:PROJECT_|PACKAGE_|APP_|PRODUCT_|CPACK_PACKAGE_)?VERSION(?:_STRING)?[ \t]{1,20}"?([^\s")]{1,60})/dgi,
      ),
    ],
    name: [pattern(/\bproject\s{0,4}\(\s{0,40}"?([\w.-]{1,100})/dgi), folder],
    others: [pattern(/\bcmake_minimum_required\s{0,4}\(\s{0,10}VERSION\s{1,10}([^\s)]{1,60})/dgi)],
  },
  {
    files: ["CMakeLists.txt", "*.cmake"],
    holds: "MAJOR",
    subject: "project",
    own: [components("cmake")],
    name: [ownKey, pattern(/\bproject\s{0,4}\(\s{0,40}"?([\w.-]{1,100})/dgi), folder],
  },
  {
    files: ["*.h", "*.hpp", "*.hh", "*.hxx", "*.h.in", "*.hpp.in", "*.c", "*.cpp", "*.rc", "*.inc"],
    holds: "MAJOR",
    subject: "project",
    own: [components("define")],
    name: [ownKey, folder],
  },
  {
    files: ["Makefile", "*.mk", "makefile", "GNUmakefile", "*.am"],
    holds: "MAJOR",
    subject: "project",
    own: [components("assignment")],
    name: [ownKey, folder],
  },
  // What a build of Gradle puts together: `def versionMajor = 3`, or properties such as `VERSION_MAJOR=3`.
  ...["ajor", "MAJOR"].map(
    (holds): ManifestKind => ({
      files: ["*.gradle", "*.gradle.kts", "gradle.properties", "version.properties"],
      holds,
      subject: "project",
      own: [components("assignment")],
      name: [ownKey, folder],
    }),
  ),
  {
    files: ["Makefile", "makefile", "GNUmakefile", "version.mk", "Makefile.am", "config.mk"],
    subject: "project",
    own: [setting("VERSION"), setting("PROJECT_VERSION"), setting("PACKAGE_VERSION"), setting("APP_VERSION")],
    name: [
      setting("PROJECT"),
      setting("PROJECT_NAME"),
      setting("NAME"),
      setting("APP"),
      setting("BINARY"),
      folder,
    ],
  },
  // https://mesonbuild.com/Reference-manual_functions.html#project
  {
    files: ["meson.build"],
    subject: "project",
    own: [pattern(/^project\s{0,4}\([^()#]{0,400}?\bversion\s{0,4}:\s{0,4}'([^'\n]{1,60})'/dgm)],
    name: [pattern(/^project\s{0,4}\(\s{0,40}'([^'\n]{1,100})'/dgm)],
    others: [pattern(/\bmeson_version\s{0,4}:\s{0,4}'[<>=\s]{0,4}([^'\n]{1,60})'/dg)],
  },
  // https://bazel.build/external/module
  {
    files: ["MODULE.bazel"],
    subject: "project",
    own: [pattern(/^module\s{0,4}\([^()#]{0,400}?\bversion\s{0,4}=\s{0,4}"([^"\n]{1,60})"/dgm)],
    name: [pattern(/^module\s{0,4}\([^()#]{0,200}?\bname\s{0,4}=\s{0,4}"([^"\n]{1,100})"/dgm), folder],
  },
  // https://www.gnu.org/software/autoconf/manual/autoconf.html#Initializing-configure
  {
    files: ["configure.ac", "configure.in"],
    subject: "project",
    own: [pattern(/^AC_INIT\(\s{0,10}\[?[^,\]()]{1,100}\]?\s{0,4},\s{0,20}\[?([^\],()\s]{1,60})/dgm)],
    name: [pattern(/^AC_INIT\(\s{0,10}\[?([^,\]()]{1,100})/dgm)],
    others: [pattern(/^AC_PREREQ\(\s{0,10}\[?([^\])]{1,60})/dgm)],
  },
  // https://learn.microsoft.com/en-us/vcpkg/reference/vcpkg-json
  {
    files: ["vcpkg.json"],
    subject: "project",
    own: ["version", "version-semver", "version-string", "version-date"].map(key),
    name: [key("name"), folder],
    others: [key("overrides.*.version"), key("dependencies.*.version>=")],
  },
  // https://docs.conan.io/2/reference/conanfile_txt.html
  {
    files: ["conanfile.txt", "Conanfile.txt"],
    subject: "project",
    own: [],
    name: [],
    requires: [
      {
        version: pattern(/^[\w.+-]{1,100}\/([\d.]{1,60})(?:@\S{1,60})?[ \t]*$/dgm),
        name: [pattern(/^([\w.+-]{1,100})\/\d/dgm)],
      },
    ],
  },
  // https://docs.conan.io/2/reference/conanfile/attributes.html
  {
    files: ["conanfile.py"],
    subject: "project",
    own: [pattern(/^[ \t]{1,10}version[ \t]{0,4}=[ \t]{0,4}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^[ \t]{1,10}name[ \t]{0,4}=[ \t]{0,4}["']([^"'\n]{1,100})["']/dgm)],
  },
  {
    files: ["xmake.lua"],
    subject: "project",
    own: [pattern(/^set_version\([ \t]{0,4}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^set_project\([ \t]{0,4}["']([^"'\n]{1,100})["']/dgm), folder],
    others: [pattern(/^set_xmakever\([ \t]{0,4}["']([^"'\n]{1,60})["']/dgm)],
  },
  {
    files: ["*.pro"],
    subject: "project",
    own: [setting("VERSION")],
    name: [setting("TARGET"), stem],
  },
  // https://ziglang.org/documentation/master/#Build-System-Manifest
  {
    files: ["build.zig.zon"],
    subject: "project",
    own: [pattern(/^[ \t]{0,10}\.version[ \t]{0,4}=[ \t]{0,4}"([^"\n]{1,60})"/dgm)],
    name: [pattern(/^[ \t]{0,10}\.name[ \t]{0,4}=[ \t]{0,4}(?:\.|")(\w{1,100})/dgm), folder],
    others: [pattern(/^[ \t]{0,10}\.minimum_zig_version[ \t]{0,4}=[ \t]{0,4}"([^"\n]{1,60})"/dgm)],
  },
  {
    files: ["version.go"],
    subject: "go",
    own: [
      pattern(
        /^[ \t]{0,10}(?:(?:const|var)[ \t]{1,10})?(?!\w{0,30}(?:[Mm]in|[Mm]ax|MIN|MAX|API|[Aa]pi|[Ss]chema|[Pp]rotocol)\w{0,30}[ \t=])(?:\w{0,30}_?)?[vV](?:ersion|ERSION)(?:[ \t]{1,4}string)?[ \t]{0,30}=[ \t]{0,10}["`]([^"`\n]{1,60})["`]/dgm,
      ),
    ],
    name: [folder],
  },
  // The version of a project as a file.
  {
    files: ["VERSION", "VERSION.txt", "version.txt", "Version.txt", ".version", "version", ".VERSION"],
    subject: "project",
    own: [pattern(/^\uFEFF?\s{0,10}([vV]?\d[^\s]{0,60})\s{0,10}$/dg)],
    name: [folder],
  },
];
