import { type ReadAhead, startReadAhead } from "../../repository/files/read-ahead.ts";
import { type Rehearser, startRehearser } from "./rehearser.ts";

/** What works beside an audit while it reads and judges. */
export interface AuditThreads {
  readonly rehearser: Rehearser;
  readonly ahead: ReadAhead;
}

/** Starts the thread of the rehearsals at once, and ends it however it ends. */
export async function withRehearser<T>(use: (rehearser: Rehearser) => Promise<T>): Promise<T> {
  const rehearser = startRehearser();
  try {
    return await use(rehearser);
  } finally {
    rehearser.end();
  }
}

/** Starts the threads of an audit at once, and ends them however it ends. */
export async function withThreads<T>(use: (threads: AuditThreads) => Promise<T>): Promise<T> {
  const ahead = startReadAhead();
  try {
    return await withRehearser((rehearser) => use({ rehearser, ahead }));
  } finally {
    ahead.end();
  }
}
