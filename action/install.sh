#!/usr/bin/env bash
# Builds the version-audit of this very ref, away from the audited repository, so that its files and its lockfile stay as
# they are. No name is asked of a registry but those of the lockfile, whose contents have hashes.
set -euo pipefail

home="$RUNNER_TEMP/version-audit"
mkdir -p "$home/node_modules/.bin"
# Later steps of the job may call the command by its name.
echo "$home/node_modules/.bin" >>"${GITHUB_PATH:-/dev/null}"
if [ -n "$AUDIT_TARBALL" ]; then
  tarball="$(realpath -- "$AUDIT_TARBALL")"
  [ -f "$tarball" ] || { echo "The input tarball names no file." >&2; exit 2; }
  cd "$home"
  npm install --prefix . --ignore-scripts --no-audit --no-fund --loglevel=error "file:$tarball"
  exit
fi
cd "$GITHUB_ACTION_PATH"
cp -R package.json package-lock.json .npmrc scripts schema src "$home"
mkdir "$home/fixtures"
cp -R fixtures/mini-monorepo "$home/fixtures"
cd "$home"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node scripts/bundle.js
chmod +x dist/cli.js
ln -sf ../../dist/cli.js node_modules/.bin/version-audit
