#!/usr/bin/env bash
# One audit, several reports: the log, the annotations, the summary of the job, SARIF, and the outputs of the step.
set -uo pipefail

reports="$(mktemp -d "$RUNNER_TEMP/version-audit-reports.XXXXXX")"
arguments=("$AUDIT_PATH" --fail-on "$AUDIT_FAIL_ON" --format "$AUDIT_FORMAT:$reports/log" --format "json:$reports/audit.json")
[ -z "$AUDIT_CONFIG" ] || arguments+=(--config "$AUDIT_CONFIG")
[ -z "$AUDIT_SINCE" ] || arguments+=(--since "$AUDIT_SINCE")
[ -z "$AUDIT_BASELINE" ] || arguments+=(--baseline "$AUDIT_BASELINE")
[ -z "$AUDIT_SARIF" ] || arguments+=(--format "sarif:$AUDIT_SARIF")
if [ "$AUDIT_ANNOTATE" = true ]; then
  arguments+=(--format "github:$reports/annotations" --format "markdown:$reports/summary.md")
fi

code=0
"$RUNNER_TEMP/version-audit/node_modules/.bin/version-audit" "${arguments[@]}" || code=$?

# The log quotes lines of the repository, and none of them may be taken for a workflow command.
token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
if [ -f "$reports/log" ]; then
  echo "::stop-commands::$token"
  cat "$reports/log"
  echo
  echo "::$token::"
fi
[ ! -f "$reports/annotations" ] || cat "$reports/annotations"
[ ! -f "$reports/summary.md" ] || cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"

{
  echo "exit-code=$code"
  if [ -f "$reports/audit.json" ]; then
    node -e '
      const { summary } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"));
      const { kept, owed } = summary.coverage;
      console.log(`findings=${Object.values(summary.findings).reduce((sum, count) => sum + count, 0)}`);
      console.log(`coverage=${owed === 0 ? "" : (Math.floor((kept * 1000) / owed) / 10).toFixed(1)}`);
    ' "$reports/audit.json"
  fi
  if [ -n "$AUDIT_SARIF" ] && [ -f "$AUDIT_SARIF" ]; then echo "sarif-file=$(realpath "$AUDIT_SARIF")"; fi
} >>"$GITHUB_OUTPUT"
exit "$code"
