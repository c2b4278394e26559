/** What a package is a package of: the registry that has it, or the kind of program that it is part of. */
export type PackageType =
  | "npm"
  | "crate"
  | "python"
  | "go"
  | "swift"
  | "jvm"
  | "gem"
  | "composer"
  | "nuget"
  | "pub"
  | "hex"
  | "pod"
  | "conda"
  | "haskell"
  | "cran"
  | "cpan"
  | "lua"
  | "jsr"
  | "helm"
  /** A package of a distribution or an installer: Debian, RPM, Arch, Nix, Homebrew, Snap, Flatpak, winget, Chocolatey. */
  | "package"
  /** A program for a desktop, a telephone or a browser, as its own manifest describes it. */
  | "app"
  /** Of a program that takes plugins or extensions. */
  | "plugin"
  /** A project as such: what builds, cites or documents it tells its version, too. */
  | "project";
