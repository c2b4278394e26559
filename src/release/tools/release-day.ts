/** The day on which every rehearsal takes place, that of the sandbox: the same input gives the same output. */
export const releaseDay: Date = new Date(Date.UTC(2000, 0, 1));
