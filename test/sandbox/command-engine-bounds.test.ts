import { execFileSync, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { committing } from "../repository/files/git-environment.ts";
import { test } from "./command-repository.ts";

function pidIn(file: string): number {
  return Number(readFileSync(file, "utf8"));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process whose parent has ended may wait for init to take note of its end.
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}

test("a command that takes too long is stopped with everything that it started", async ({
  repository: { root, temporary, write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const child = join(dirname(root), "child");
  const { outcome } = await rehearse(`sleep 30 & echo $! > ${child}; sleep 30`, { timeoutSeconds: 4 });
  expect(outcome).toMatchObject({ ended: "stopped", help: expect.stringContaining("timeoutSeconds") });
  await expect.poll(() => isRunning(pidIn(child)), { timeout: 60_000 }).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});

test("a process that the command leaves behind does not keep the rehearsal waiting", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const { outcome } = await rehearse("sleep 90 & echo started", { timeoutSeconds: 60 });
  expect(outcome).toMatchObject({ ended: "completed" });
});

test("a process that has left the group of the command is not waited for", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const { outcome, log } = await rehearse("setsid sleep 90 & echo started", { timeoutSeconds: 60 });
  expect(outcome).toMatchObject({ ended: "completed" });
  expect(log).toMatchObject([{ text: "started" }]);
});

test("a command that prints without end fills no memory", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const { outcome, log } = await rehearse("yes 'a line of some length that is printed without end'", {
    timeoutSeconds: 2,
  });
  expect(outcome).toMatchObject({ ended: "stopped" });
  expect(log.reduce((length, { text }) => length + text.length, 0)).toBeLessThan(16 * 1024 * 1024 + 100);
  expect(log.at(-1)?.text).toBe("what else the command prints is left out");
});

test("a file that is too large to be read is named", async ({
  repository: { write, commitAll, rehearse },
}) => {
  write("a.txt", "a\n");
  commitAll();
  await expect(rehearse("truncate -s 3G large")).rejects.toThrow(/^large, as the command leaves it/);
});

test.for(["SIGINT", "SIGTERM"] as const)("an audit that gets %s leaves nothing behind", async (signal, {
  repository: { root, temporary, write, commitAll },
}) => {
  write("a.txt", "a\n");
  commitAll();
  const leader = join(dirname(root), "leader");
  const command = `echo $$ > ${leader}; sleep 30; echo late`;
  const program = join(import.meta.dirname, "rehearse-command.ts");
  const audit = spawn(process.execPath, ["--import", "tsx", program, root, command], {
    env: { ...committing, TMPDIR: temporary },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => audit.once("close", (_, by) => resolve(by)));
  await expect.poll(() => existsSync(leader) && pidIn(leader) > 0, { timeout: 200_000 }).toBe(true);
  audit.kill(signal);
  expect(await ended).toBe(signal);
  expect(readdirSync(temporary).filter((name) => name.startsWith("version-audit-"))).toEqual([]);
  expect(isRunning(pidIn(leader))).toBe(false);
});
