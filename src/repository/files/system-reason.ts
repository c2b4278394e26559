/**
 * What the operating system said, for example `EACCES: permission denied`. The call and the absolute path that Node
 * appends are left out, so that the same repository gives the same words in every place.
 */
export function systemReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const comma = message.indexOf(", ");
  return comma === -1 ? message : message.slice(0, comma);
}
