/** A version without what says that it is under development, `1.59.0-alpha` for `1.59.0-alpha-SNAPSHOT`. */
export function withoutMark(version: string): string {
  return version.replace(/[-.+](?:dev|git|snapshot|next)\.?\d{0,9}$/iu, "");
}
