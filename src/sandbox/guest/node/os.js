// node:os of a machine that is the same for everyone.

export const EOL = "\n";
export const devNull = "/dev/null";
export const constants = { signals: { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }, errno: {} };

export const arch = () => "x64";
export const availableParallelism = () => 1;
export const cpus = () => [
  { model: "rehearsal", speed: 1000, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } },
];
export const endianness = () => "LE";
export const freemem = () => 1_000_000_000;
export const homedir = () => "/home/rehearsal";
export const hostname = () => "rehearsal";
export const loadavg = () => [0, 0, 0];
export const machine = () => "x86_64";
export const networkInterfaces = () => ({});
export const platform = () => "linux";
export const release = () => "6.0.0";
export const tmpdir = () => "/tmp";
export const totalmem = () => 2_000_000_000;
export const type = () => "Linux";
export const uptime = () => 1000;
export const userInfo = () => ({
  uid: 1000,
  gid: 1000,
  username: "rehearsal",
  homedir: homedir(),
  shell: "/bin/sh",
});
export const version = () => "rehearsal";
