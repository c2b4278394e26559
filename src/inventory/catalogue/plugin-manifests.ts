import { element, folder, key, pattern, setting, stem } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Plugins and extensions of other programs. */
export const pluginManifests: readonly ManifestKind[] = [
  // https://plugins.jetbrains.com/docs/intellij/plugin-configuration-file.html, Cordova
  {
    files: ["plugin.xml"],
    subject: "plugin",
    own: [element("idea-plugin/version"), element("plugin@version")],
    name: [
      element("idea-plugin/name"),
      element("idea-plugin/id"),
      element("plugin@id"),
      element("plugin/name"),
    ],
    others: [
      element("idea-plugin/idea-version@since-build"),
      element("idea-plugin/idea-version@until-build"),
    ],
  },
  // https://docs.claude.com/en/docs/claude-code/plugins-reference, and the plugins of many other programs
  {
    files: [
      "plugin.json",
      "gemini-extension.json",
      "extension.json",
      "module.json",
      "mod.json",
      "fabric.mod.json",
      "block.json",
      "composer-plugin.json",
    ],
    subject: "plugin",
    own: [key("version"), key("info.version")],
    name: [key("name"), key("id"), key("info.name"), folder],
    others: [key("schemaVersion"), key("apiVersion")],
  },
  {
    files: ["marketplace.json"],
    subject: "plugin",
    own: [key("plugins.*.version"), key("metadata.version"), key("version")],
    name: [key("plugins.*.name"), key("name")],
  },
  {
    files: ["plugin.yml", "plugin.yaml", "paper-plugin.yml", "bungee.yml"],
    subject: "plugin",
    own: [key("version")],
    name: [key("name")],
    others: [key("api-version"), key("apiVersion")],
  },
  // https://modelcontextprotocol.io/registry
  {
    files: ["server.json"],
    subject: "plugin",
    own: [key("version"), key("version_detail.version"), key("packages.*.version")],
    name: [key("packages.*.identifier"), key("packages.*.name"), key("name")],
  },
  // https://zed.dev/docs/extensions and https://docs.blender.org/manual/en/latest/advanced/extensions/
  {
    files: ["extension.toml", "blender_manifest.toml"],
    subject: "plugin",
    own: [key("version")],
    name: [key("id"), key("name")],
    others: [key("schema_version"), key("blender_version_min"), key("blender_version_max")],
  },
  // https://developer.wordpress.org/plugins/plugin-basics/header-requirements/
  {
    files: ["*.php"],
    holds: "Plugin Name:",
    subject: "plugin",
    own: [pattern(/^[ \t/*#@]{0,20}Version:[ \t]{1,40}(\S{1,60})/dgm)],
    name: [pattern(/^[ \t/*#@]{0,20}Plugin Name:[ \t]{1,40}(\S[^\n]{0,100})/dgm), stem],
    others: [
      pattern(
        /^[ \t/*#@]{0,20}(?:Requires at least|Tested up to|Requires PHP|WC requires at least|WC tested up to):[ \t]{1,40}(\S{1,60})/dgm,
      ),
    ],
  },
  {
    files: ["style.css", "*.scss"],
    holds: "Theme Name:",
    subject: "plugin",
    own: [pattern(/^[ \t/*]{0,20}Version:[ \t]{1,40}(\S{1,60})/dgm)],
    name: [pattern(/^[ \t/*]{0,20}Theme Name:[ \t]{1,40}(\S[^\n]{0,100})/dgm)],
    others: [
      pattern(/^[ \t/*]{0,20}(?:Requires at least|Tested up to|Requires PHP):[ \t]{1,40}(\S{1,60})/dgm),
    ],
  },
  {
    files: ["readme.txt", "README.txt"],
    holds: "Stable tag:",
    subject: "plugin",
    own: [pattern(/^Stable tag:[ \t]{1,40}(\S{1,60})/dgm)],
    name: [pattern(/^===[ \t]{0,4}([^=\n]{1,100})===/dgm), folder],
    others: [pattern(/^(?:Requires at least|Tested up to|Requires PHP):[ \t]{1,40}(\S{1,60})/dgm)],
  },
  // https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/ExtensionArchitecture/FileStructure/ExtEmconf.html
  {
    files: ["ext_emconf.php"],
    subject: "plugin",
    own: [pattern(/^[ \t]{1,40}['"]version['"][ \t]{0,20}=>[ \t]{0,20}['"]([^'"\n]{1,60})['"]/dgm)],
    name: [pattern(/^[ \t]{1,40}['"]title['"][ \t]{0,20}=>[ \t]{0,20}['"]([^'"\n]{1,100})['"]/dgm), folder],
  },
  // https://kodi.wiki/view/Addon.xml, https://www.ros.org/reps/rep-0149.html and Joomla
  { files: ["addon.xml"], subject: "plugin", own: [element("addon@version")], name: [element("addon@id")] },
  {
    files: ["package.xml"],
    subject: "project",
    own: [element("package/version")],
    name: [element("package/name"), folder],
  },
  {
    files: ["manifest.xml"],
    subject: "plugin",
    own: [element("extension/version")],
    name: [element("extension/name"), folder],
  },
  // https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/new-modulemanifest
  {
    files: ["*.psd1"],
    subject: "plugin",
    own: [setting("ModuleVersion")],
    name: [stem],
    others: [setting("PowerShellVersion"), setting("CLRVersion"), setting("DotNetFrameworkVersion")],
  },
  {
    files: ["*.ps1"],
    holds: "<#PSScriptInfo",
    subject: "plugin",
    own: [pattern(/^[ \t]{0,10}\.VERSION[ \t]{1,20}(\S{1,60})/dgm)],
    name: [stem],
  },
  {
    files: ["*.uplugin"],
    subject: "plugin",
    own: [pattern(/"VersionName"[ \t]{0,4}:[ \t]{0,4}"([^"\n]{1,60})"/dg)],
    name: [pattern(/"FriendlyName"[ \t]{0,4}:[ \t]{0,4}"([^"\n]{1,100})"/dg), stem],
  },
  {
    files: ["*.toc"],
    subject: "plugin",
    own: [pattern(/^##[ \t]{0,4}Version:[ \t]{0,4}(\S{1,60})/dgm)],
    name: [pattern(/^##[ \t]{0,4}Title:[ \t]{0,4}(\S[^\n]{0,100})/dgm), stem],
  },
  {
    files: ["fxmanifest.lua"],
    subject: "plugin",
    own: [pattern(/^version[ \t]{0,4}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^name[ \t]{0,4}["']([^"'\n]{1,100})["']/dgm), folder],
    others: [pattern(/^fx_version[ \t]{0,4}["']([^"'\n]{1,60})["']/dgm)],
  },
];
