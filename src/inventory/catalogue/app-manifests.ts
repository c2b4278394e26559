import {
  element,
  folder,
  key,
  pattern,
  plist,
  setting,
  stem,
} from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Programs for desktops, telephones and browsers. */
export const appManifests: readonly ManifestKind[] = [
  // https://developer.apple.com/documentation/bundleresources/information-property-list
  {
    files: ["Info.plist", "*.plist", "Info.plist.in"],
    holds: "CFBundle",
    subject: "app",
    own: [plist("CFBundleShortVersionString"), plist("CFBundleVersion")],
    name: [plist("CFBundleName"), plist("CFBundleDisplayName"), plist("CFBundleIdentifier"), folder],
    others: [
      plist("CFBundleInfoDictionaryVersion"),
      plist("LSMinimumSystemVersion"),
      plist("MinimumOSVersion"),
      plist("DTPlatformVersion"),
    ],
  },
  {
    files: ["project.pbxproj"],
    subject: "app",
    own: [pattern(/^[ \t]{0,40}MARKETING_VERSION[ \t]{0,4}=[ \t]{0,4}"?([^";\n]{1,60})"?;/dgm)],
    name: [pattern(/^[ \t]{0,40}PRODUCT_NAME[ \t]{0,4}=[ \t]{0,4}"?(\w[^";$\n]{0,100})"?;/dgm), folder],
    others: [
      pattern(
        /^[ \t]{0,40}(?:\w{1,20}_DEPLOYMENT_TARGET|SWIFT_VERSION)[ \t]{0,4}=[ \t]{0,4}"?([^";\n]{1,60})"?;/dgm,
      ),
    ],
  },
  {
    files: ["*.xcconfig"],
    subject: "app",
    own: [
      "MARKETING_VERSION",
      "CURRENT_PROJECT_VERSION",
      "VERSION_NAME",
      "APP_VERSION",
      "CURRENT_LIBRARY_VERSION",
    ].map(setting),
    name: [setting("PRODUCT_NAME"), folder],
    others: [
      setting("SWIFT_VERSION"),
      setting("IPHONEOS_DEPLOYMENT_TARGET"),
      setting("MACOSX_DEPLOYMENT_TARGET"),
    ],
  },
  // https://developer.android.com/guide/topics/manifest/manifest-element
  {
    files: ["AndroidManifest.xml"],
    subject: "app",
    own: [element("manifest@versionName")],
    name: [element("manifest@package"), folder],
  },
  // https://v2.tauri.app/reference/config/
  {
    files: ["tauri.conf.json", "tauri.conf.json5", "Tauri.toml", "*.conf.json"],
    subject: "app",
    own: [key("version"), key("package.version")],
    name: [key("productName"), key("package.productName"), key("identifier"), folder],
  },
  // https://docs.expo.dev/versions/latest/config/app/
  {
    files: ["app.json"],
    subject: "app",
    own: [key("expo.version"), key("version")],
    name: [key("expo.slug"), key("expo.name"), key("name")],
    others: [key("expo.sdkVersion"), key("expo.runtimeVersion")],
  },
  // https://cordova.apache.org/docs/en/latest/config_ref/
  {
    files: ["config.xml"],
    holds: "<widget",
    subject: "app",
    own: [element("widget@version")],
    name: [element("widget/name"), element("widget@id")],
  },
  // https://learn.microsoft.com/en-us/uwp/schemas/appxpackage/uapmanifestschema/element-identity and VSIX
  {
    files: ["*.appxmanifest", "*.vsixmanifest", "AppxManifest.xml"],
    subject: "app",
    own: [element("//Identity@Version")],
    name: [element("//Identity@Name"), element("//Identity@Id")],
  },
  // https://wixtoolset.org/docs/schema/wxs/package/
  {
    files: ["*.wxs"],
    subject: "app",
    own: [element("Wix/Product@Version"), element("Wix/Package@Version"), element("Wix/Bundle@Version")],
    name: [element("Wix/Product@Name"), element("Wix/Package@Name"), element("Wix/Bundle@Name")],
  },
  // https://jrsoftware.org/ishelp/ and https://nsis.sourceforge.io/Docs/
  {
    files: ["*.iss"],
    subject: "app",
    own: [
      setting("AppVersion"),
      pattern(/^#define[ \t]{1,10}(?:My)?(?:App)?Version[ \t]{1,10}"([^"\n]{1,60})"/dgm),
    ],
    name: [
      setting("AppName"),
      pattern(/^#define[ \t]{1,10}(?:My)?AppName[ \t]{1,10}"([^"\n]{1,100})"/dgm),
      stem,
    ],
  },
  {
    files: ["*.nsi", "*.nsh"],
    subject: "app",
    own: [pattern(/^[ \t]{0,10}!define[ \t]{1,10}(?:\w{1,30}_)?VERSION[ \t]{1,10}"?([^"\s]{1,60})/dgm)],
    name: [
      pattern(/^[ \t]{0,10}!define[ \t]{1,10}(?:\w{1,30}_)?(?:NAME|PRODUCT)[ \t]{1,10}"([^"\n]{1,100})"/dgm),
      stem,
    ],
  },
  // https://buildozer.readthedocs.io/en/latest/specifications.html
  {
    files: ["buildozer.spec"],
    subject: "app",
    own: [setting("version")],
    name: [setting("package.name"), setting("title")],
  },
  // https://docs.godotengine.org/en/stable/classes/class_projectsettings.html and Unity
  {
    files: ["project.godot"],
    subject: "app",
    own: [pattern(/^config\/version[ \t]{0,4}=[ \t]{0,4}"([^"\n]{1,60})"/dgm)],
    name: [pattern(/^config\/name[ \t]{0,4}=[ \t]{0,4}"([^"\n]{1,100})"/dgm)],
  },
  {
    files: ["ProjectSettings.asset"],
    subject: "app",
    own: [setting("bundleVersion")],
    name: [setting("productName")],
    others: [setting("serializedVersion")],
  },
  // https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/manifest.json, Obsidian, Home Assistant
  {
    files: ["manifest.json", "manifest.v2.json", "manifest.v3.json", "manifest.webmanifest"],
    subject: "app",
    own: [key("version"), key("version_name")],
    name: [key("name"), key("id"), key("domain"), folder],
    others: [
      key("minAppVersion"),
      key("minimum_chrome_version"),
      key("browser_specific_settings.gecko.strict_min_version"),
      key("applications.gecko.strict_min_version"),
      key("dxt_version"),
      key("manifest_version"),
    ],
  },
  {
    files: ["*.user.js", "*.user.ts", "*.meta.js"],
    subject: "app",
    own: [pattern(/^\/\/[ \t]{0,4}@version[ \t]{1,20}(\S{1,60})/dgm)],
    name: [pattern(/^\/\/[ \t]{0,4}@name[ \t]{1,20}(\S[^\n]{0,100})/dgm), stem],
  },
];
