import { element, folder, pattern, setting } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Packages of Maven, Gradle, sbt and Leiningen. */
export const jvmManifests: readonly ManifestKind[] = [
  // https://maven.apache.org/pom.html
  {
    files: ["pom.xml"],
    subject: "jvm",
    own: [element("project/version"), element("project/properties/revision")],
    name: [element("project/artifactId")],
    others: [element("project/modelVersion"), element("project/prerequisites/maven")],
    requires: [
      "project/parent",
      "//dependency",
      "//plugin",
      "//extension",
      "//annotationProcessorPaths/path",
    ].map((path) => ({ version: element(`${path}/version`), name: [element(`${path}/artifactId`)] })),
  },
  // https://docs.gradle.org/current/userguide/writing_build_scripts.html
  {
    files: ["build.gradle", "build.gradle.kts"],
    subject: "jvm",
    own: [
      pattern(/^version[ \t]{0,10}=?[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm),
      pattern(
        /^(?:allprojects|subprojects)[ \t]{0,4}\{[^{}]{0,400}\bversion[ \t]{0,10}=?[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm,
      ),
      pattern(/^[ \t]{0,40}versionName[ \t]{0,10}=?[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm),
    ],
    requires: [
      {
        version: pattern(/["'][\w.-]{1,100}:[\w.-]{1,100}:(\d[^"'\s:@$]{0,60})["'@:]/dg),
        name: [pattern(/["']([\w.-]{1,100}:[\w.-]{1,100}):\d/dg)],
      },
    ],
    name: [
      pattern(
        /^[ \t]{0,40}(?:applicationId|namespace|archivesBaseName|archivesName|moduleName)[ \t]{0,10}=?[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm,
      ),
      folder,
    ],
  },
  {
    files: ["gradle.properties"],
    subject: "jvm",
    own: [
      "version",
      "VERSION_NAME",
      "projectVersion",
      "appVersion",
      "versionName",
      "pluginVersion",
      "mod_version",
      "modVersion",
      "libraryVersion",
      "revision",
    ].map(setting),
    name: [
      ...["POM_ARTIFACT_ID", "pluginName", "projectName", "archives_base_name", "mod_id", "artifactId"].map(
        setting,
      ),
      folder,
    ],
  },
  {
    files: ["version.properties"],
    subject: "jvm",
    own: [setting("version"), setting("VERSION_NAME"), setting("versionName")],
    name: [folder],
  },
  // https://docs.gradle.org/current/userguide/multi_project_builds.html
  {
    files: ["settings.gradle", "settings.gradle.kts"],
    subject: "jvm",
    own: [],
    name: [pattern(/^rootProject\.name[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,100})["']/dgm)],
  },
  // https://www.scala-sbt.org/1.x/docs/Basic-Def.html
  {
    files: ["build.sbt", "version.sbt"],
    subject: "jvm",
    own: [
      pattern(
        /^[ \t]{0,40}(?:(?:ThisBuild|Global)[ \t]{0,4}\/[ \t]{0,4})?version(?:[ \t]{0,4}in[ \t]{1,4}\w{1,40})?[ \t]{0,10}:=[ \t]{0,10}"([^"\n]{1,60})"/dgm,
      ),
    ],
    name: [pattern(/^[ \t]{0,40}name[ \t]{0,10}:=[ \t]{0,10}"([^"\n]{1,100})"/dgm), folder],
  },
  // https://github.com/technomancy/leiningen/blob/stable/sample.project.clj
  {
    files: ["project.clj"],
    subject: "jvm",
    own: [pattern(/\(defproject\s{1,10}[\w./-]{1,100}\s{1,10}"([^"\n]{1,60})"/dg)],
    name: [pattern(/\(defproject\s{1,10}([\w./-]{1,100})/dg)],
  },
];
