import { folder, key, ownKey, pattern, setting } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** What describes a project for its readers and its tools: citations, documentation, analysis, bumpers. */
export const documentManifests: readonly ManifestKind[] = [
  // https://github.com/citation-file-format/citation-file-format/blob/main/schema-guide.md
  {
    files: ["CITATION.cff"],
    subject: "project",
    own: [key("version"), key("preferred-citation.version")],
    name: [key("title"), key("preferred-citation.title")],
    others: [key("cff-version"), key("references.*.version")],
  },
  // https://codemeta.github.io/terms/
  {
    files: ["codemeta.json"],
    subject: "project",
    own: [key("version"), key("softwareVersion")],
    name: [key("name")],
  },
  // https://developers.zenodo.org/#deposit-metadata
  { files: [".zenodo.json"], subject: "project", own: [key("version")], name: [key("title")] },
  // https://www.sphinx-doc.org/en/master/usage/configuration.html#project-information
  {
    files: ["conf.py"],
    subject: "project",
    own: [pattern(/^(?:version|release)[ \t]{0,10}=[ \t]{0,10}u?["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^project[ \t]{0,10}=[ \t]{0,10}u?["']([^"'\n]{1,100})["']/dgm)],
    others: [pattern(/^needs_sphinx[ \t]{0,10}=[ \t]{0,10}["']([^"'\n]{1,60})["']/dgm)],
  },
  // https://www.doxygen.nl/manual/config.html
  {
    files: ["Doxyfile", "Doxyfile.in", "*.doxyfile", "*.doxy"],
    subject: "project",
    own: [setting("PROJECT_NUMBER")],
    name: [setting("PROJECT_NAME"), folder],
  },
  // https://docs.sonarsource.com/sonarqube-server/latest/analyzing-source-code/analysis-parameters/
  {
    files: ["sonar-project.properties"],
    subject: "project",
    own: [setting("sonar.projectVersion")],
    name: [setting("sonar.projectName"), setting("sonar.projectKey")],
  },
  // https://docs.antora.org/antora/latest/component-version-descriptor/ and https://docs.getdbt.com/reference/dbt_project.yml
  {
    files: ["antora.yml", "dbt_project.yml"],
    subject: "project",
    own: [key("version")],
    name: [key("name")],
    others: [key("config-version"), key("require-dbt-version")],
  },
  // The files of bumpers, which repeat what the product is at.
  {
    files: [".bumpversion.toml", "bumpversion.toml"],
    subject: "project",
    own: [key("tool.bumpversion.current_version")],
    name: [folder],
  },
  { files: [".bumpversion.cfg"], subject: "project", own: [setting("current_version")], name: [folder] },
  { files: ["tbump.toml"], subject: "project", own: [key("version.current")], name: [folder] },
  {
    files: ["pyproject.toml"],
    subject: "python",
    own: [
      "tool.bumpversion.current_version",
      "tool.commitizen.version",
      "tool.tbump.version.current",
      "tool.briefcase.version",
      "tool.flit.metadata.version",
      "tool.hatch.version.current",
    ].map(key),
    name: [key("project.name"), key("tool.poetry.name"), key("tool.briefcase.project_name"), folder],
  },
  {
    files: [".cz.toml", "cz.toml"],
    subject: "project",
    own: [key("tool.commitizen.version")],
    name: [folder],
  },
  {
    files: [".cz.json", "cz.json", ".cz.yaml", "cz.yaml"],
    subject: "project",
    own: [key("commitizen.version")],
    name: [folder],
  },
  // https://github.com/googleapis/release-please/blob/main/docs/manifest-releaser.md
  { files: [".release-please-manifest.json"], subject: "project", own: [key("*")], name: [ownKey] },
  // https://docs.claude.com/en/docs/agents-and-tools/agent-skills
  {
    files: ["SKILL.md"],
    subject: "plugin",
    own: [pattern(/^[ \t]{0,4}version:[ \t]{1,4}["']?([^"'\s]{1,60})["']?[ \t]*$/dgm)],
    firstOnly: true,
    name: [pattern(/^name:[ \t]{1,4}["']?([^"'\n]{1,100})/dgm), folder],
  },
];
