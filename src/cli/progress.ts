import { visible } from "../report/visible-text.ts";

/** How long work has to take before its progress is worth showing: on a terminal, and in a log. In milliseconds. */
const patience = { terminal: 1000, log: 2000 };
/** How long a log is left alone after a line. */
const pause = 5000;

/** Says at which stage the work is. */
export type ShowStage = (stage: string) => void;

/**
 * Does work of which standard error is told what goes on, once it has taken a while: a terminal by one line, which is gone
 * when the work ends, however it ends; a log by a line for a stage, and seldom.
 */
export async function withProgress<T>(isWanted: boolean, work: (show: ShowStage) => Promise<T>): Promise<T> {
  if (!isWanted || process.env["VERSION_AUDIT_PROGRESS"] === "never") return work(() => {});
  const write = (text: string) => process.stderr.write(text);
  return process.stderr.isTTY ? onTerminal(write, work) : inLog(write, work);
}

/** Where progress is written; the text has its own line breaks. */
type Write = (text: string) => unknown;

/** Progress as a terminal shows it, which can take a line away again. */
export async function onTerminal<T>(write: Write, work: (show: ShowStage) => Promise<T>): Promise<T> {
  let current = "";
  let isDue = false;
  const print = () => write(`\r\x1b[K${visible(current)} …`);
  // A stage that lasts, such as a slow script, has to be told of although nothing new begins.
  const timer = setTimeout(() => {
    isDue = true;
    print();
  }, patience.terminal);
  const started = performance.now();
  try {
    return await work((stage) => {
      current = stage;
      // No timer gets its turn while files are being read.
      isDue ||= performance.now() - started > patience.terminal;
      if (isDue) print();
    });
  } finally {
    clearTimeout(timer);
    if (isDue) write("\r\x1b[K");
  }
}

/** Progress as a file or a pipe holds it: whole lines, and few. */
export async function inLog<T>(write: Write, work: (show: ShowStage) => Promise<T>): Promise<T> {
  let current = "";
  let told = "";
  let next = performance.now() + patience.log;
  const tell = () => {
    if (current === told || performance.now() < next) return;
    told = current;
    next = performance.now() + pause;
    write(`${visible(current)} …\n`);
  };
  const timer = setInterval(tell, patience.log);
  try {
    return await work((stage) => {
      current = stage;
      tell();
    });
  } finally {
    clearInterval(timer);
  }
}
