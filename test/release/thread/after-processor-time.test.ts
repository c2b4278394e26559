import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { afterProcessorTime } from "../../../src/release/thread/after-processor-time.ts";

function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

test("what works is ended after the time that it had a processor, however busy the machine is", async () => {
  const began = used();
  const others = Array.from({ length: 4 }, () => spawn(process.execPath, ["-e", "for (;;);"]));
  try {
    let isEnded = false;
    afterProcessorTime(400, () => {
      isEnded = true;
    });
    while (!isEnded) {
      Array.from({ length: 20_000 }, (_, index) => index * 2);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(used() - began).toBeGreaterThanOrEqual(400);
  } finally {
    for (const other of others) other.kill();
  }
});

test("what does nothing is ended, too, and what is called off is not", async () => {
  let wasCalled = false;
  const callOff = afterProcessorTime(50, () => {
    wasCalled = true;
  });
  callOff();
  await new Promise<void>((resolve) => void afterProcessorTime(50, resolve));
  expect(wasCalled).toBe(false);
});
