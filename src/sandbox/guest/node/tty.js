// node:tty.

export function isatty(fd) {
  return fd === 0;
}
