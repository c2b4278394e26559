/** What the exit codes say. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  /** The audit could not be made. */
  notMade: 2,
} as const;
