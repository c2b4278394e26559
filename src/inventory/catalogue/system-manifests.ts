import { element, folder, key, pattern, setting, stem } from "../../repository/documents/fields/field.ts";
import type { ManifestKind } from "./manifest-kind.ts";

/** Packages of distributions, installers and images. */
export const systemManifests: readonly ManifestKind[] = [
  // https://www.debian.org/doc/debian-policy/ch-source.html#debian-changelog-debian-changelog
  {
    files: ["debian/changelog", "debian/changelog.in"],
    subject: "package",
    own: [pattern(/^[a-z0-9][\w.+-]{0,100} \(([^()\s]{1,60})\)/dgm)],
    firstOnly: true,
    name: [pattern(/^([a-z0-9][\w.+-]{0,100}) \(/dgm)],
    grammar: "revised",
  },
  {
    files: ["control", "DEBIAN/control"],
    subject: "package",
    own: [setting("Version")],
    name: [setting("Package")],
    others: [setting("Standards-Version")],
    grammar: "revised",
  },
  // https://rpm-software-management.github.io/rpm/manual/spec.html
  {
    files: ["*.spec", "*.spec.in"],
    subject: "package",
    own: [
      setting("Version"),
      pattern(/^%(?:global|define)[ \t]{1,10}(?:\w{1,30}_)?version[ \t]{1,10}([^\s%]{1,60})/dgm),
    ],
    name: [setting("Name"), stem],
  },
  // https://wiki.archlinux.org/title/PKGBUILD and https://wiki.alpinelinux.org/wiki/APKBUILD_Reference
  {
    files: ["PKGBUILD", "APKBUILD"],
    subject: "package",
    own: [setting("pkgver"), setting("_pkgver")],
    name: [setting("pkgname"), setting("_pkgname"), folder],
  },
  {
    files: [".SRCINFO"],
    subject: "package",
    own: [pattern(/^[ \t]{1,10}pkgver = (\S{1,60})/dgm)],
    name: [pattern(/^pkgbase = (\S{1,100})/dgm)],
  },
  // https://nixos.org/manual/nixpkgs/stable/#chap-stdenv
  {
    files: ["*.nix"],
    holds: "version",
    subject: "package",
    own: [pattern(/^[ \t]{0,40}version[ \t]{0,4}=[ \t]{0,4}"([^"$\n]{1,60})"/dgm)],
    name: [pattern(/\b(?:pname|name)[ \t]{0,4}=[ \t]{0,4}"([^"$\n]{1,100})"/dg), folder],
  },
  // https://docs.brew.sh/Formula-Cookbook and https://docs.brew.sh/Cask-Cookbook
  {
    files: ["*.rb"],
    holds: "< Formula",
    subject: "package",
    own: [pattern(/^[ \t]{1,10}version[ \t]{1,10}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^class[ \t]{1,10}(\w{1,100})[ \t]{1,10}</dgm)],
  },
  {
    files: ["*.rb"],
    holds: 'cask "',
    subject: "package",
    own: [pattern(/^[ \t]{1,10}version[ \t]{1,10}["']([^"'\n]{1,60})["']/dgm)],
    name: [pattern(/^cask[ \t]{1,10}"([^"\n]{1,100})"/dgm)],
  },
  // https://documentation.ubuntu.com/snapcraft/stable/reference/project-file/snapcraft-yaml/
  {
    files: ["snapcraft.yaml"],
    subject: "package",
    own: [key("version")],
    name: [key("name")],
    others: [key("base")],
  },
  // https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
  {
    files: ["*.metainfo.xml", "*.appdata.xml", "*.metainfo.xml.in", "*.appdata.xml.in"],
    subject: "package",
    own: [element("component/releases/release@version")],
    firstOnly: true,
    name: [element("component/name"), element("component/id"), stem],
  },
  // https://learn.microsoft.com/en-us/windows/package-manager/package/manifest
  {
    files: ["*.yaml"],
    holds: "PackageIdentifier:",
    subject: "package",
    own: [setting("PackageVersion")],
    name: [setting("PackageIdentifier")],
    others: [setting("ManifestVersion"), setting("MinimumOSVersion")],
  },
  // https://github.com/ScoopInstaller/Scoop/wiki/App-Manifests
  {
    files: ["*.json"],
    holds: '"autoupdate"',
    subject: "package",
    own: [key("version")],
    name: [stem],
  },
  // https://nfpm.goreleaser.com/configuration/
  { files: ["nfpm.yaml", "nfpm.yml"], subject: "package", own: [key("version")], name: [key("name")] },
  // https://docs.docker.com/reference/dockerfile/
  {
    files: ["Dockerfile", "*.Dockerfile", "*.dockerfile", "Containerfile", "Dockerfile.in"],
    subject: "project",
    own: [
      pattern(
        /^[ \t]{0,10}ARG[ \t]{1,10}(?:(?:APP|PACKAGE|PKG|PRODUCT|PROJECT|RELEASE|BUILD)_)?VERSION=["']?([^"'\s]{1,60})/dgim,
      ),
      pattern(
        /\b(?:LABEL[ \t]{1,10}|[ \t]{1,20})(?:org\.opencontainers\.image\.|org\.label-schema\.)?version=["']?([^"'\s]{1,60})/dgm,
      ),
    ],
    name: [
      pattern(/\borg\.(?:opencontainers\.image|label-schema)\.(?:title|name)=["']?([^"'\n]{1,100})/dgm),
      folder,
    ],
  },
];
