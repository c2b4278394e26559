#!/usr/bin/env bash
# One audit, several reports: the log, the annotations, the summary of the job, SARIF, and the outputs of the step.
set -uo pipefail

# Inputs may come from names of branches and from forms, so that somebody else has written them.
refuse() {
  echo "version-audit: $1" >&2
  echo "exit-code=2" >>"$GITHUB_OUTPUT" || echo "version-audit: nor can the outputs of the step be written" >&2
  exit 2
}
one_of() {
  local name="$1" value="$2" known
  for known in "${@:3}"; do [ "$value" != "$known" ] || return 0; done
  refuse "the input $name is none of: ${*:3}"
}
for name in PATH FORMAT ANNOTATE UPLOAD SARIF JSON COMMENT FAIL_ON SINCE BASELINE CONFIG; do
  variable="AUDIT_$name"
  [[ "${!variable}" != *[[:cntrl:]]* ]] || refuse "the input behind $variable holds a control character"
done
one_of format "$AUDIT_FORMAT" text json markdown junit
one_of fail-on "$AUDIT_FAIL_ON" error warning note never
one_of annotate "$AUDIT_ANNOTATE" true True TRUE false False FALSE
one_of upload-sarif "$AUDIT_UPLOAD" true True TRUE false False FALSE
[[ "$AUDIT_UPLOAD" != [tT]* || -n "$AUDIT_SARIF" ]] || refuse "the input upload-sarif needs the input sarif"
[[ "$AUDIT_SINCE" != -* ]] || refuse "the input since begins with a dash"
# A path that begins with a dash, or is called like a command, is no option and no command.
[[ "$AUDIT_PATH" == /* ]] || AUDIT_PATH="./$AUDIT_PATH"
[ -d "$AUDIT_PATH" ] || refuse "the input path names no folder"
# Whoever writes the path could else have another repository audited in the place of this one.
if [ -n "${GITHUB_WORKSPACE:-}" ]; then
  workspace="$(realpath -- "$GITHUB_WORKSPACE")"
  [[ "$(realpath -- "$AUDIT_PATH")/" == "${workspace%/}/"* ]] || refuse "the input path leads out of the workspace"
fi

reports="$(mktemp -d "$RUNNER_TEMP/version-audit-reports.XXXXXX")"
arguments=("$AUDIT_PATH" "--fail-on=$AUDIT_FAIL_ON" "--format=$AUDIT_FORMAT:$reports/log" "--format=json:$reports/audit.json")
[ -z "$AUDIT_CONFIG" ] || arguments+=("--config=$AUDIT_CONFIG")
[ -z "$AUDIT_SINCE" ] || arguments+=("--since=$AUDIT_SINCE")
[ -z "$AUDIT_BASELINE" ] || arguments+=("--baseline=$AUDIT_BASELINE")
[ -z "$AUDIT_SARIF" ] || arguments+=("--format=sarif:$AUDIT_SARIF")
[ -z "$AUDIT_JSON" ] || arguments+=("--format=json:$AUDIT_JSON")
[ -z "$AUDIT_COMMENT" ] || arguments+=("--format=comment:$AUDIT_COMMENT")
case "$AUDIT_ANNOTATE" in
  [tT]*) arguments+=("--format=github:$reports/annotations" "--format=markdown:$reports/summary.md") ;;
esac

code=0
"$RUNNER_TEMP/version-audit/node_modules/.bin/version-audit" "${arguments[@]}" 2>"$reports/errors" || code=$?

# The log and the errors quote the repository, and no line of it may be taken for a workflow command.
token="$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"
echo "::stop-commands::$token"
cat "$reports/errors"
if [ -f "$reports/log" ]; then cat "$reports/log"; fi
echo
echo "::$token::"
[ ! -f "$reports/annotations" ] || cat "$reports/annotations"
# The report for the summary is cut, aloud, to what a step may add to it.
if [ -f "$reports/summary.md" ]; then
  [ -n "${GITHUB_STEP_SUMMARY:-}" ] || refuse "the runner names no file for the summary of the job (GITHUB_STEP_SUMMARY); set the input annotate to false to go without"
  cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY" || refuse "the summary of the job cannot be written to $GITHUB_STEP_SUMMARY"
fi

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
  if [ -n "$AUDIT_SARIF" ] && [ -f "$AUDIT_SARIF" ]; then echo "sarif-file=$(realpath -- "$AUDIT_SARIF")"; fi
} >>"$GITHUB_OUTPUT" || refuse "the outputs of the step cannot be written to $GITHUB_OUTPUT"
exit "$code"
