import { element, folder, pattern, stem } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/**
 * What assemblies are bound by, which many products keep at `6.0.0.0` for all releases of a major: that says nothing about
 * the release. https://learn.microsoft.com/en-us/dotnet/standard/library-guidance/versioning#assembly-version
 */
const assemblyVersion = pattern(
  /<AssemblyVersion>(?!\d{1,9}(?:\.0){2,3}<)([^<\n]{1,60})<\/AssemblyVersion>/dg,
);

/** What a project of MSBuild says of itself. */
const properties = {
  subject: "nuget",
  own: [
    ...[
      "Version",
      "VersionPrefix",
      "PackageVersion",
      "FileVersion",
      "AssemblyFileVersion",
      "InformationalVersion",
      "ApplicationDisplayVersion",
    ].map((name) => element(`Project/PropertyGroup/${name}`)),
    assemblyVersion,
  ],
  others: [
    element("Project/PropertyGroup/AssemblyVersion"),
    element("Project/PropertyGroup/TargetFrameworkVersion"),
    element("Project/PropertyGroup/LangVersion"),
    element("Project/PropertyGroup/SupportedOSPlatformVersion"),
    element("Project/PropertyGroup/TargetPlatformMinVersion"),
  ],
  requires: ["PackageReference", "PackageVersion", "GlobalPackageReference"].map((item) => ({
    version: element(`//${item}@Version`),
    name: [element(`//${item}@Include`)],
  })),
} as const satisfies Partial<ManifestKind>;

const named = [element("Project/PropertyGroup/PackageId"), element("Project/PropertyGroup/AssemblyName")];

/** Packages of NuGet and Chocolatey, and what MSBuild compiles in. */
export const dotnetManifests: readonly ManifestKind[] = [
  // https://learn.microsoft.com/en-us/nuget/reference/msbuild-targets
  { ...properties, files: ["*.csproj", "*.fsproj", "*.vbproj"], name: [...named, stem] },
  {
    ...properties,
    files: ["*.props", "Directory.Build.targets"],
    name: [...named, folder],
  },
  // https://learn.microsoft.com/en-us/nuget/reference/nuspec, which Chocolatey uses, too
  {
    files: ["*.nuspec"],
    subject: "nuget",
    own: [element("package/metadata/version")],
    name: [element("package/metadata/id"), stem],
    requires: [{ version: element("//dependency@version"), name: [element("//dependency@id")] }],
  },
  {
    files: [
      "AssemblyInfo.cs",
      "AssemblyInfo.vb",
      "AssemblyInfo.fs",
      "SharedAssemblyInfo.cs",
      "GlobalAssemblyInfo.cs",
      "CommonAssemblyInfo.cs",
    ],
    subject: "nuget",
    own: [
      pattern(
        /^[ \t]{0,10}[[<][ \t<]{0,4}[Aa]ssembly:[ \t]{0,4}(?:System\.Reflection\.)?Assembly(?:File|Informational)?Version(?:Attribute)?[ \t]{0,4}\([ \t]{0,4}"([^"\n]{1,60})"/dgm,
      ),
    ],
    name: [
      pattern(/Assembly(?:Product|Title)(?:Attribute)?[ \t]{0,4}\([ \t]{0,4}"([^"\n]{1,100})"/dg),
      folder,
    ],
  },
];
