/**
 * Actions that fetch, set up, cache, sign, commit or publish, and change no file of the tree that has a version. All others
 * may do whatever they like.
 */
const harmless = [
  /^actions\/(?:checkout|setup-[\w-]+|cache|cache\/\w+|upload-artifact|create-github-app-token|create-release|attest[\w-]*|labeler)$/,
  /^(?:pnpm\/action-setup|oven-sh\/setup-bun|denoland\/setup-deno|astral-sh\/setup-uv|volta-cli\/action|jdx\/mise-action)$/,
  /^(?:dtolnay\/rust-toolchain|actions-rs\/toolchain|Swatinem\/rust-cache|ruby\/setup-ruby|gradle\/actions\/[\w-]+)$/,
  /^(?:docker\/[\w-]+|sigstore\/[\w-]+|goreleaser\/goreleaser-action|aws-actions\/configure-[\w-]+|google-github-actions\/\w+)$/,
  /^(?:softprops\/action-gh-release|ncipollo\/release-action|JS-DevTools\/npm-publish|pypa\/gh-action-pypi-publish)$/,
  /^(?:peter-evans\/create-pull-request|stefanzweifel\/git-auto-commit-action|EndBug\/add-and-commit|ad-m\/github-push-action)$/,
  /^(?:crazy-max\/ghaction-import-gpg|webfactory\/ssh-agent|step-security\/harden-runner|tibdex\/github-app-token)$/,
];

/** True for an action, such as `actions/checkout@v4`, that leaves the versions of the tree alone. */
export function isHarmlessAction(action: string): boolean {
  const [name = ""] = action.split("@");
  return harmless.some((pattern) => pattern.test(name));
}
