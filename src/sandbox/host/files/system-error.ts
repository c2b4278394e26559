/** The errors of the operating system that the overlay gives, with Node's numbers and words on Linux. */
const reasons = {
  EPERM: { errno: -1, text: "operation not permitted" },
  ENOENT: { errno: -2, text: "no such file or directory" },
  EBADF: { errno: -9, text: "bad file descriptor" },
  EACCES: { errno: -13, text: "permission denied" },
  EEXIST: { errno: -17, text: "file already exists" },
  ENOTDIR: { errno: -20, text: "not a directory" },
  EISDIR: { errno: -21, text: "illegal operation on a directory" },
  EINVAL: { errno: -22, text: "invalid argument" },
  ENAMETOOLONG: { errno: -36, text: "name too long" },
  ENOTEMPTY: { errno: -39, text: "directory not empty" },
  ELOOP: { errno: -40, text: "too many symbolic links encountered" },
} as const;

export type SystemErrorCode = keyof typeof reasons;

/** An error as the operating system would give it. It is handed on to the script and never ends the audit. */
export class SystemError extends Error {
  readonly code: SystemErrorCode;
  readonly errno: number;
  readonly syscall: string;
  readonly path: string;
  readonly dest: string | null;

  constructor(code: SystemErrorCode, syscall: string, path: string, dest: string | null = null) {
    const places = dest === null ? ` '${path}'` : ` '${path}' -> '${dest}'`;
    super(`${code}: ${reasons[code].text}, ${syscall}${syscall === "read" ? "" : places}`);
    this.code = code;
    this.errno = reasons[code].errno;
    this.syscall = syscall;
    this.path = path;
    this.dest = dest;
  }
}
