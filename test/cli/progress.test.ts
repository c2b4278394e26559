import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inLog, onTerminal, type ShowStage } from "../../src/cli/progress.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { versionAudit } from "./command-line.ts";

/** What is written during work that goes through these stages, each so many milliseconds long. */
async function written(
  progress: typeof inLog,
  stages: readonly (readonly [stage: string, lasts: number])[],
): Promise<string> {
  let text = "";
  const work = async (show: ShowStage) => {
    for (const [stage, lasts] of stages) {
      show(stage);
      await new Promise((resolve) => setTimeout(resolve, lasts));
    }
  };
  const ended = progress((piece) => {
    text += piece;
  }, work);
  await vi.runAllTimersAsync();
  await ended;
  return text;
}

describe("by a clock that the test moves", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("a terminal is told of what lasts more than a second, and of every stage behind it", async () => {
    const stages = [
      ["scanning", 300],
      ["rehearsing", 2000],
      ["judging", 10],
    ] as const;
    expect(await written(onTerminal, stages)).toBe("\r\x1b[Krehearsing …\r\x1b[Kjudging …\r\x1b[K");
  });

  test("a log is told of a stage after two seconds, and again after five", async () => {
    const stages = [
      ["scanning", 2500],
      ["rehearsing", 1000],
      ["judging", 6000],
    ] as const;
    expect(await written(inLog, stages)).toBe("scanning …\njudging …\n");
  });

  test.each([onTerminal, inLog])("%o says nothing of what is quick", async (progress) => {
    expect(
      await written(progress, [
        ["scanning", 400],
        ["judging", 400],
      ]),
    ).toBe("");
  });

  test("the line on a terminal is taken away when the work fails", async () => {
    let text = "";
    const failing = onTerminal(
      (piece) => {
        text += piece;
      },
      async (show) => {
        show("judging");
        await new Promise((resolve) => setTimeout(resolve, 1500));
        throw new Error("it failed");
      },
    );
    const told = expect(failing).rejects.toThrow("it failed");
    await vi.runAllTimersAsync();
    await told;
    expect(text).toBe("\r\x1b[Kjudging …\r\x1b[K");
  });
});

/** A repository whose release sleeps, and a line that rehearses it; however busy the machine is, it takes that long. */
function sleeping(seconds: number, options: string): { root: string; line: string; env: NodeJS.ProcessEnv } {
  const root = temporaryFolder({
    "package.json": '{ "name": "acme", "version": "1.4.2" }\n',
    "version-audit.toml": `[[release]]\nname = "cut"\ncommand = "sleep ${seconds}; echo {version} > VERSION"\n`,
  });
  const line = `${versionAudit} rehearse --engine command --output story.txt ${options}`;
  return { root, line, env: { PATH: process.env["PATH"], HOME: root } };
}

/** What a terminal gets. */
function terminal(seconds: number, options = ""): string {
  const { root, line, env } = sleeping(seconds, options);
  const args = ["--quiet", "--return", "--command", line, join(root, "typescript")];
  const { stdout, status } = spawnSync("script", args, { cwd: root, env, encoding: "utf8" });
  expect(status).toBe(0);
  return stdout;
}

/** What standard error gets that is no terminal. */
function log(seconds: number, options = ""): string {
  const { root, line, env } = sleeping(seconds, options);
  const { stderr, status } = spawnSync("sh", ["-c", line], { cwd: root, env, encoding: "utf8" });
  expect(status).toBe(0);
  return stderr;
}

describe("of a real process", () => {
  test("a terminal sees the stage, and nothing is left at the end", () => {
    const seen = terminal(2);
    expect(seen).toContain("\r\x1b[Krehearsing the release …");
    expect(seen.endsWith("\r\x1b[K")).toBe(true);
  });

  test("a log gets whole lines without any control character", () => {
    expect(log(5)).toMatch(/^(?:[\w ]+ …\n)+$/);
  });

  test("--quiet says nothing", () => {
    expect(terminal(2, "--quiet")).toBe("");
    expect(log(3, "--quiet")).toBe("");
  });
});
