#!/usr/bin/env bash
# Installs version-audit away from the audited repository, so that its files and its lockfile stay as they are.
set -euo pipefail

spec="$AUDIT_VERSION"
case "$spec" in
  */* | *.tgz) spec="$(realpath "$spec")" ;;
  *) spec="version-audit@$spec" ;;
esac
mkdir -p "$RUNNER_TEMP/version-audit"
cd "$RUNNER_TEMP/version-audit"
npm install --prefix . --ignore-scripts --no-audit --no-fund --loglevel=error "$spec"
