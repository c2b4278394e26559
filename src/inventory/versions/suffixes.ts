/**
 * What follows a version after a hyphen without being its prerelease: the platform of a download, the variant of an
 * image or archive, the colour of a badge, and the words that prose hangs on to a version.
 */
const notPrerelease = [
  // Operating systems, processors and C libraries, as in `engine-1.2.3-linux-x64.tar.gz`.
  "linux|darwin|macos|mac|osx|apple|win(?:32|64|dows)?|pc|unknown|android|ios|freebsd|netbsd|openbsd|wasm(?:32|64)?",
  "x64|x86|ia32|i[3-6]86|amd64|arm(?:64|hf|el|v[5-8]l?)?|aarch64|riscv64|ppc64(?:le)?|s390x|universal2?|noarch",
  "musl|gnu|glibc|msvc|mingw",
  // Image variants, as in `node:22.1.0-bookworm-slim`.
  "alpine\\d*|slim|debian|ubuntu|bookworm|bullseye|buster|trixie|jammy|noble|focal|distroless|fpm|jdk|jre",
  // Archive classifiers and wheel tags.
  "src|sources?|bin|dist|javadoc|py\\d+|cp\\d+|none|any|min|bundle|headers",
  // The last part of a static badge, as in `badge/version-1.2.3-blue`.
  "blue|green|brightgreen|yellowgreen|yellow|orange|red|purple|gr[ae]y|lightgr[ae]y|black|informational|success",
  // Prose.
  "based|compatible|style|only|like|era|series|and|or|to|is",
].join("|");

/** File extensions: what follows a version after a dot without being part of it, as in `name-1.2.3-rc.1.tgz`. */
const extension = [
  "tgz|tar|gz|xz|bz2|zst|zip|7z|whl|egg|crate|gem|jar|war|aar|pom|deb|rpm|apk|dmg|pkg|msi|exe|appimage|nupkg|vsix",
  "json|jsonc|json5|ya?ml|toml|xml|lock|mdx?|html?|txt|log|csv|svg|png|jpe?g|gif|ico|webp|pdf|css|map",
  "[cm]?[jt]sx?|rs|py|go|rb|sh|bash|ps1|bat|cmd|java|kts?|swift|sql|wasm|node|so|dll|dylib|lib|bare|proto",
  "sig|asc|pem|sha\\d*|md5|bin|img|iso|patch|diff",
].join("|");

/** Regular expression source: the text ahead starts with a word that ends a version after a hyphen. */
export const endsPrerelease = `(?:(?:${notPrerelease})(?![0-9A-Za-z])|0\\d+(?![0-9A-Za-z-])|\\d+\\.\\d+\\.\\d)`;

/** Regular expression source: the text ahead starts with a file extension. */
export const isExtension = `(?:${extension})(?![0-9A-Za-z-])`;
