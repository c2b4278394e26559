/** A file of a tree that is written for one version of a product called Mossy. */
export interface Manifest {
  readonly path: string;
  /** The text at a version of three numbers. Other versions in it are of something else. */
  readonly text: (version: string) => string;
  /** How often the version stands in it as the product's own; once by default. */
  readonly places?: number;
  readonly subject: string;
}

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const parts = (version: string): string[] => version.split(".");

/** One manifest of every kind that is told apart, each as its ecosystem writes it. */
export const manifests: readonly Manifest[] = [
  {
    path: "pom.xml",
    subject: "jvm:mossy",
    text: (v) =>
      lines(
        '<project xmlns="http://maven.apache.org/POM/4.0.0">',
        "  <modelVersion>4.0.0</modelVersion>",
        "  <groupId>dev.mossy</groupId>",
        "  <artifactId>mossy</artifactId>",
        `  <version>${v}</version>`,
        "  <dependencies><dependency>",
        "    <groupId>org.fern</groupId><artifactId>fern</artifactId><version>3.1.4</version>",
        "  </dependency></dependencies>",
        "</project>",
      ),
  },
  {
    path: "jvm/build.gradle.kts",
    subject: "jvm:jvm",
    text: (v) =>
      lines(
        "plugins {",
        '    id("org.fern.shadow") version "8.1.1"',
        "}",
        'group = "dev.mossy"',
        `version = "${v}"`,
        "dependencies {",
        '    implementation("org.fern:fern-core:3.1.4")',
        "}",
      ),
  },
  {
    path: "android/app/build.gradle",
    subject: "jvm:dev.mossy",
    text: (v) =>
      lines(
        "android {",
        '    namespace "dev.mossy"',
        "    compileSdk 34",
        "    defaultConfig {",
        "        minSdk 24",
        "        versionCode 7",
        `        versionName "${v}"`,
        "    }",
        "}",
      ),
  },
  {
    path: "gradle.properties",
    subject: "jvm:mossy",
    text: (v) => lines("# settings", "POM_ARTIFACT_ID=mossy", `VERSION_NAME=${v}`, "kotlinVersion=2.0.21"),
  },
  {
    path: "scala/build.sbt",
    subject: "jvm:mossy",
    text: (v) => lines('name := "mossy"', `ThisBuild / version := "${v}"`, 'scalaVersion := "3.3.4"'),
  },
  {
    path: "clojure/project.clj",
    subject: "jvm:mossy/core",
    text: (v) => lines(`(defproject mossy/core "${v}"`, '  :dependencies [[org.clojure/clojure "1.11.1"]])'),
  },
  {
    path: "dotnet/Mossy.csproj",
    subject: "nuget:Mossy",
    places: 3,
    text: (v) =>
      lines(
        '<Project Sdk="Microsoft.NET.Sdk">',
        "  <PropertyGroup>",
        "    <PackageId>Mossy</PackageId>",
        `    <Version>${v}</Version>`,
        `    <AssemblyVersion>${v}.0</AssemblyVersion>`,
        `    <FileVersion>${v}.0</FileVersion>`,
        "  </PropertyGroup>",
        "  <ItemGroup>",
        '    <PackageReference Include="Fern.Json" Version="13.0.3" />',
        "  </ItemGroup>",
        "</Project>",
      ),
  },
  {
    path: "dotnet/Directory.Build.props",
    subject: "nuget:dotnet",
    text: (v) =>
      lines(
        "<Project>",
        "  <PropertyGroup>",
        `    <VersionPrefix>${v}</VersionPrefix>`,
        "  </PropertyGroup>",
        "</Project>",
      ),
  },
  {
    path: "dotnet/Properties/AssemblyInfo.cs",
    subject: "nuget:Mossy",
    text: (v) =>
      lines(
        "using System.Reflection;",
        '[assembly: AssemblyTitle("Mossy")]',
        `[assembly: AssemblyFileVersion("${v}.0")]`,
      ),
  },
  {
    path: "choco/mossy.nuspec",
    subject: "nuget:mossy",
    text: (v) =>
      lines(
        "<package>",
        "  <metadata>",
        "    <id>mossy</id>",
        `    <version>${v}</version>`,
        "    <dependencies>",
        '      <dependency id="fern" version="2.0.1" />',
        "    </dependencies>",
        "  </metadata>",
        "</package>",
      ),
  },
  {
    path: "python/mossy/__init__.py",
    subject: "python:mossy",
    text: (v) => lines('"""Mossy."""', `__version__ = "${v}"`),
  },
  {
    path: "python/setup.py",
    subject: "python:mossy",
    text: (v) =>
      lines(
        "from setuptools import setup",
        "setup(",
        '    name="mossy",',
        `    version="${v}",`,
        '    python_requires=">=3.9",',
        '    install_requires=["fern==1.4.2"],',
        ")",
      ),
  },
  {
    path: "python/setup.cfg",
    subject: "python:mossy",
    text: (v) =>
      lines("[metadata]", "name = mossy", `version = ${v}`, "[options]", "python_requires = >=3.9"),
  },
  {
    path: "recipe/meta.yaml",
    subject: "conda:mossy",
    text: (v) =>
      lines(
        '{% set name = "mossy" %}',
        `{% set version = "${v}" %}`,
        "package:",
        "  name: {{ name }}",
        "  version: {{ version }}",
      ),
  },
  {
    path: "ruby/mossy.gemspec",
    subject: "gem:mossy",
    text: (v) =>
      lines(
        "Gem::Specification.new do |s|",
        '  s.name = "mossy"',
        `  s.version = "${v}"`,
        '  s.required_ruby_version = ">= 3.0.0"',
        '  s.add_dependency "fern", "~> 1.4.2"',
        "end",
      ),
  },
  {
    path: "ruby/lib/mossy/version.rb",
    subject: "gem:mossy",
    text: (v) => lines("module Mossy", `  VERSION = "${v}"`, "end"),
  },
  {
    path: "php/composer.json",
    subject: "composer:mossy/mossy",
    text: (v) => json({ name: "mossy/mossy", version: v, require: { "fern/fern": "^1.4.2" } }),
  },
  {
    path: "flutter/pubspec.yaml",
    subject: "pub:mossy",
    text: (v) =>
      lines(
        "name: mossy",
        `version: ${v}+7`,
        "environment:",
        "  sdk: ^3.5.0",
        "dependencies:",
        "  fern: ^1.4.2",
      ),
  },
  {
    path: "elixir/mix.exs",
    subject: "hex:mossy",
    text: (v) =>
      lines(
        "defmodule Mossy.MixProject do",
        "  use Mix.Project",
        `  @version "${v}"`,
        "  def project, do: [app: :mossy, version: @version]",
        '  defp deps, do: [{:fern, "~> 1.4.2"}]',
        "end",
      ),
  },
  {
    path: "erlang/src/mossy.app.src",
    subject: "hex:mossy",
    text: (v) => lines("{application, mossy,", ` [{vsn, "${v}"}]}.`),
  },
  {
    path: "gleam/gleam.toml",
    subject: "hex:mossy",
    text: (v) => lines('name = "mossy"', `version = "${v}"`),
  },
  {
    path: "ios/Mossy.podspec",
    subject: "pod:Mossy",
    text: (v) =>
      lines(
        "Pod::Spec.new do |s|",
        "  s.name = 'Mossy'",
        `  s.version = '${v}'`,
        "  s.dependency 'Fern', '~> 1.4.2'",
        "end",
      ),
  },
  {
    path: "haskell/mossy.cabal",
    subject: "haskell:mossy",
    text: (v) => lines("cabal-version: 3.0.1", "name: mossy", `version: ${v}`),
  },
  {
    path: "r/DESCRIPTION",
    subject: "cran:mossy",
    text: (v) => lines("Package: mossy", `Version: ${v}`, "RoxygenNote: 7.3.2"),
  },
  { path: "perl/dist.ini", subject: "cpan:Mossy", text: (v) => lines("name = Mossy", `version = ${v}`) },
  {
    path: "perl/lib/Mossy.pm",
    subject: "cpan:Mossy",
    text: (v) => lines("package Mossy;", `our $VERSION = '${v}';`),
  },
  {
    path: "lua/mossy.rockspec",
    subject: "lua:mossy",
    text: (v) => lines('rockspec_format = "3.0"', 'package = "mossy"', `version = "${v}-1"`),
  },
  {
    path: "deno/deno.json",
    subject: "jsr:@mossy/core",
    text: (v) => json({ name: "@mossy/core", version: v }),
  },
  {
    path: "ocaml/dune-project",
    subject: "project:mossy",
    text: (v) => lines("(lang dune 3.16)", "(name mossy)", `(version ${v})`),
  },
  {
    path: "nim/mossy.nimble",
    subject: "project:mossy",
    text: (v) => lines(`version = "${v}"`, 'requires "nim >= 2.0.8"'),
  },
  {
    path: "julia/Project.toml",
    subject: "project:Mossy",
    text: (v) => lines('name = "Mossy"', `version = "${v}"`, "[compat]", 'julia = "1.10.5"'),
  },
  {
    path: "crystal/shard.yml",
    subject: "project:mossy",
    text: (v) => lines("name: mossy", `version: ${v}`, "crystal: 1.13.2"),
  },
  {
    path: "charts/mossy/Chart.yaml",
    subject: "helm:mossy",
    places: 2,
    text: (v) =>
      lines(
        "apiVersion: v2",
        "name: mossy",
        `version: ${v}`,
        `appVersion: "${v}"`,
        "kubeVersion: 1.27.0",
        "dependencies:",
        "  - name: fern",
        "    version: 15.5.38",
      ),
  },
  {
    path: "ios/App/Info.plist",
    subject: "app:Mossy",
    text: (v) =>
      lines(
        '<plist version="1.0">',
        "<dict>",
        "  <key>CFBundleInfoDictionaryVersion</key>",
        "  <string>6.0.1</string>",
        "  <key>CFBundleName</key>",
        "  <string>Mossy</string>",
        "  <key>CFBundleShortVersionString</key>",
        `  <string>${v}</string>`,
        "  <key>LSMinimumSystemVersion</key>",
        "  <string>10.15.7</string>",
        "</dict>",
        "</plist>",
      ),
  },
  {
    path: "ios/Mossy.xcodeproj/project.pbxproj",
    subject: "app:Mossy",
    text: (v) =>
      lines(
        "// !$*UTF8*$!",
        "{",
        "\tCURRENT_PROJECT_VERSION = 7;",
        `\tMARKETING_VERSION = ${v};`,
        "\tPRODUCT_NAME = Mossy;",
        "\tIPHONEOS_DEPLOYMENT_TARGET = 15.0.1;",
        "}",
      ),
  },
  {
    path: "src-tauri/tauri.conf.json",
    subject: "app:Mossy",
    text: (v) => json({ productName: "Mossy", version: v, identifier: "dev.mossy.app" }),
  },
  {
    path: "mobile/app.json",
    subject: "app:mossy",
    text: (v) => json({ expo: { name: "Mossy", slug: "mossy", version: v, sdkVersion: "51.0.0" } }),
  },
  {
    path: "windows/mossy.iss",
    subject: "app:Mossy",
    text: (v) => lines("[Setup]", "AppName=Mossy", `AppVersion=${v}`),
  },
  {
    path: "extension/manifest.json",
    subject: "app:Mossy",
    text: (v) => json({ manifest_version: 3, name: "Mossy", version: v, minimum_chrome_version: "110.0.1" }),
  },
  {
    path: "scripts/mossy.user.js",
    subject: "app:Mossy",
    text: (v) => lines("// ==UserScript==", "// @name Mossy", `// @version ${v}`, "// ==/UserScript=="),
  },
  {
    path: "idea/src/META-INF/plugin.xml",
    subject: "plugin:Mossy",
    text: (v) =>
      lines(
        "<idea-plugin>",
        "  <id>dev.mossy</id>",
        "  <name>Mossy</name>",
        `  <version>${v}</version>`,
        '  <idea-version since-build="241.14494.240"/>',
        "</idea-plugin>",
      ),
  },
  {
    path: ".claude-plugin/plugin.json",
    subject: "plugin:mossy",
    text: (v) => json({ name: "mossy", version: v }),
  },
  {
    path: ".claude-plugin/marketplace.json",
    subject: "plugin:mossy",
    text: (v) => json({ name: "market", plugins: [{ name: "mossy", version: v }] }),
  },
  {
    path: "server.json",
    subject: "plugin:dev.mossy/mossy",
    places: 1,
    text: (v) =>
      json({
        $schema: "https://fern.dev/schemas/2025-07-09/server.json",
        name: "dev.mossy/mossy",
        version: v,
      }),
  },
  {
    path: "blender/blender_manifest.toml",
    subject: "plugin:mossy",
    text: (v) =>
      lines('schema_version = "1.0.0"', 'id = "mossy"', `version = "${v}"`, 'blender_version_min = "4.2.0"'),
  },
  {
    path: "wp/mossy.php",
    subject: "plugin:Mossy",
    text: (v) =>
      lines("<?php", "/**", " * Plugin Name: Mossy", ` * Version: ${v}`, " * Requires PHP: 7.4.1", " */"),
  },
  {
    path: "wp/readme.txt",
    subject: "plugin:Mossy",
    text: (v) => lines("=== Mossy ===", `Stable tag: ${v}`, "Tested up to: 6.6.1"),
  },
  {
    path: "powershell/Mossy.psd1",
    subject: "plugin:Mossy",
    text: (v) => lines("@{", `    ModuleVersion = '${v}'`, "    PowerShellVersion = '5.1.0'", "}"),
  },
  {
    path: "cmake/CMakeLists.txt",
    subject: "project:mossy",
    text: (v) =>
      lines("cmake_minimum_required(VERSION 3.20.1)", "project(mossy", `  VERSION ${v}`, "  LANGUAGES CXX)"),
  },
  {
    path: "parts/CMakeLists.txt",
    subject: "project:mossy",
    text: (v) =>
      lines(
        "project(mossy)",
        ...["MAJOR", "MINOR", "PATCH"].map((name, at) => `set(MOSSY_VERSION_${name} ${parts(v)[at]})`),
      ),
  },
  {
    path: "include/mossy/version.h",
    subject: "project:mossy",
    text: (v) =>
      lines(
        "#define MOSSY_ABI_VERSION_MAJOR 3",
        "#define MOSSY_ABI_VERSION_MINOR 0",
        ...["MAJOR", "MINOR", "PATCH"].map((name, at) => `#define MOSSY_VERSION_${name} ${parts(v)[at]}`),
      ),
  },
  {
    path: "Makefile",
    subject: "project:mossy",
    text: (v) =>
      lines("NAME := mossy", `VERSION := ${v}`, "GO_VERSION := 1.22.3", "all:", "\techo $(VERSION)"),
  },
  {
    path: "meson/meson.build",
    subject: "project:mossy",
    text: (v) => lines("project('mossy', 'c',", `  version: '${v}',`, "  meson_version: '>= 1.3.0')"),
  },
  {
    path: "bazel/MODULE.bazel",
    subject: "project:mossy",
    text: (v) =>
      lines(`module(name = "mossy", version = "${v}")`, 'bazel_dep(name = "fern", version = "1.4.2")'),
  },
  {
    path: "autoconf/configure.ac",
    subject: "project:mossy",
    text: (v) => lines("AC_PREREQ([2.71.1])", `AC_INIT([mossy], [${v}], [bugs@mossy.dev])`),
  },
  {
    path: "vcpkg/vcpkg.json",
    subject: "project:mossy",
    text: (v) => json({ name: "mossy", version: v, overrides: [{ name: "fern", version: "1.4.2" }] }),
  },
  {
    path: "zig/build.zig.zon",
    subject: "project:mossy",
    text: (v) =>
      lines(
        ".{",
        "    .name = .mossy,",
        `    .version = "${v}",`,
        '    .minimum_zig_version = "0.13.0",',
        "}",
      ),
  },
  {
    path: "go/mossy/version.go",
    subject: "go:mossy",
    text: (v) => lines("package mossy", `const Version = "${v}"`),
  },
  { path: "VERSION", subject: "project:-", text: (v) => lines(v) },
  {
    path: "debian/changelog",
    subject: "package:mossy",
    text: (v) =>
      lines(
        `mossy (${v}-1) unstable; urgency=medium`,
        "",
        "  * New release.",
        "",
        " -- Mossy <m@mossy.dev>  Sat, 28 Nov 2026 10:00:00 +0000",
        "",
        "mossy (0.9.0-1) unstable; urgency=medium",
      ),
  },
  {
    path: "rpm/mossy.spec",
    subject: "package:mossy",
    text: (v) => lines("Name: mossy", `Version: ${v}`, "Release: 1%{?dist}", "BuildRequires: fern >= 1.4.2"),
  },
  {
    path: "arch/PKGBUILD",
    subject: "package:mossy",
    text: (v) => lines("pkgname=mossy", `pkgver=${v}`, "pkgrel=1"),
  },
  {
    path: "nix/package.nix",
    subject: "package:mossy",
    text: (v) =>
      lines(
        "{ lib, stdenv }:",
        "stdenv.mkDerivation rec {",
        '  pname = "mossy";',
        `  version = "${v}";`,
        "}",
      ),
  },
  {
    path: "homebrew/mossy.rb",
    subject: "package:Mossy",
    text: (v) => lines("class Mossy < Formula", `  version "${v}"`, '  depends_on "fern@1.4.2"', "end"),
  },
  {
    path: "snap/snapcraft.yaml",
    subject: "package:mossy",
    text: (v) => lines("name: mossy", `version: "${v}"`, "base: core24"),
  },
  {
    path: "linux/dev.mossy.Mossy.metainfo.xml",
    subject: "package:Mossy",
    text: (v) =>
      lines(
        "<component>",
        "  <name>Mossy</name>",
        "  <releases>",
        `    <release version="${v}" date="2026-11-28"/>`,
        '    <release version="0.9.0" date="2025-11-28"/>',
        "  </releases>",
        "</component>",
      ),
  },
  {
    path: "winget/Mossy.yaml",
    subject: "package:Mossy.Mossy",
    text: (v) => lines("PackageIdentifier: Mossy.Mossy", `PackageVersion: ${v}`, "ManifestVersion: 1.6.0"),
  },
  {
    path: "docker/Dockerfile",
    subject: "project:Mossy",
    text: (v) =>
      lines(
        "FROM fern:1.4.2",
        `ARG VERSION=${v}`,
        'LABEL org.opencontainers.image.title="Mossy"',
        "ENV NODE_VERSION=22.1.0",
      ),
  },
  {
    path: "CITATION.cff",
    subject: "project:Mossy",
    text: (v) =>
      lines(
        "cff-version: 1.2.0",
        "title: Mossy",
        `version: ${v}`,
        "references:",
        "  - title: Fern",
        "    version: 3.1.4",
      ),
  },
  {
    path: "codemeta.json",
    subject: "project:Mossy",
    text: (v) =>
      json({ "@context": "https://doi.org/10.5063/schema/codemeta-2.0", name: "Mossy", version: v }),
  },
  {
    path: "docs/conf.py",
    subject: "project:Mossy",
    text: (v) => lines('project = "Mossy"', `release = "${v}"`, 'needs_sphinx = "7.2.6"'),
  },
  {
    path: "Doxyfile",
    subject: "project:Mossy",
    text: (v) => lines("# Doxyfile 1.9.8", "PROJECT_NAME = Mossy", `PROJECT_NUMBER = ${v}`),
  },
  {
    path: "sonar-project.properties",
    subject: "project:Mossy",
    text: (v) => lines("sonar.projectName=Mossy", `sonar.projectVersion=${v}`),
  },
  {
    path: ".bumpversion.toml",
    subject: "project:-",
    text: (v) => lines("[tool.bumpversion]", `current_version = "${v}"`),
  },
  {
    path: "skills/mossy/SKILL.md",
    subject: "plugin:mossy",
    text: (v) => lines("---", "name: mossy", `version: ${v}`, "---", "# Mossy"),
  },
  {
    path: "emacs/mossy.el",
    subject: "project:mossy",
    text: (v) =>
      lines(
        ";;; mossy.el --- Moss for editors",
        `;; Version: ${v}`,
        ';; Package-Requires: ((emacs "28.1"))',
        ";;; Code:",
        "(provide 'mossy)",
      ),
  },
  {
    path: "lisp/mossy.asd",
    subject: "project:mossy",
    text: (v) =>
      lines('(defsystem "mossy"', `  :version "${v}"`, '  :depends-on ((:version "fern" "3.1.4")))'),
  },
  {
    path: "racket/info.rkt",
    subject: "project:mossy",
    text: (v) => lines("#lang info", '(define collection "mossy")', `(define version "${v}")`),
  },
  {
    path: "clojure/build.clj",
    subject: "jvm:dev.mossy/mossy",
    text: (v) => lines("(def lib 'dev.mossy/mossy)", `(def version "${v}")`),
  },
  {
    path: "erlang/rebar.config",
    subject: "project:mossy",
    text: (v) => lines('{deps, [{fern, "3.1.4"}]}.', `{relx, [{release, {mossy, "${v}"}, [mossy]}]}.`),
  },
  {
    path: "raku/META6.json",
    subject: "project:Mossy",
    text: (v) => json({ "meta-version": "1.0.1", raku: "6.4.0", name: "Mossy", version: v }),
  },
  {
    path: "perl/Makefile.PL",
    subject: "cpan:Mossy",
    text: (v) =>
      lines(
        "WriteMakefile(",
        "  NAME => 'Mossy',",
        `  VERSION => '${v}',`,
        "  MIN_PERL_VERSION => '5.10.1',",
        ");",
      ),
  },
  {
    path: "d/dub.sdl",
    subject: "project:mossy",
    text: (v) => lines('name "mossy"', `version "${v}"`, 'dependency "fern" version="~>3.1.4"'),
  },
  {
    path: "v/v.mod",
    subject: "project:mossy",
    text: (v) => lines("Module {", "  name: 'mossy'", `  version: '${v}'`, "}"),
  },
  {
    path: "ansible/galaxy.yml",
    subject: "project:mossy",
    text: (v) =>
      lines("namespace: mossy", "name: mossy", `version: ${v}`, "dependencies:", '  fern.core: ">=3.1.4"'),
  },
  {
    path: "jsr/jsr.json",
    subject: "jsr:@mossy/mossy",
    text: (v) =>
      json({ name: "@mossy/mossy", version: v, imports: { "@fern/core": "jsr:@fern/core@3.1.4" } }),
  },
  {
    path: "conan/conanfile.py",
    subject: "project:mossy",
    text: (v) =>
      lines(
        "class MossyConan(ConanFile):",
        '    name = "mossy"',
        `    version = "${v}"`,
        '    requires = "fern/3.1.4"',
      ),
  },
  {
    path: "android/src/AndroidManifest.xml",
    subject: "app:dev.mossy",
    text: (v) =>
      lines(
        '<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="dev.mossy"',
        `  android:versionCode="7" android:versionName="${v}">`,
        "</manifest>",
      ),
  },
  {
    path: "fsharp/Mossy.fsproj",
    subject: "nuget:Mossy",
    text: (v) =>
      lines(
        "<Project>",
        `  <PropertyGroup><PackageId>Mossy</PackageId><Version>${v}</Version></PropertyGroup>`,
        '  <ItemGroup><PackageReference Include="Fern" Version="3.1.4" /></ItemGroup>',
        "</Project>",
      ),
  },
  {
    path: "xmake/xmake.lua",
    subject: "project:mossy",
    text: (v) => lines('set_xmakever("2.8.5")', 'set_project("mossy")', `set_version("${v}")`),
  },
];
