import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetfulRepository, run } from "../cli/command-line.ts";
import { isInstalled } from "../clients/installed.ts";
import { commit, git } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

/** A page as the command prints it. */
function pageOf(root: string): { html: string; file: string } {
  const file = join(temporaryFolder({}), "page.html");
  expect(run(root, ["--format", `html:${file}`, "--quiet"]).code).not.toBe(2);
  return { html: readFileSync(file, "utf8"), file };
}

const hostile =
  "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";

test("what stands in a repository can end no element of the page", () => {
  const { html } = pageOf(forgetfulRepository({ "docs/README.md": `npm i @acme/web@1.3.0 ${hostile}\n` }));
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html).toContain("\\u003c/script>");
  expect(html).not.toMatch(/(?:src|href)="?(?:https?:)?\/\//);
});

describe.runIf(isInstalled("chromium"))("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
      args: ["--no-sandbox"],
    });
  });
  afterAll(() => browser.close());

  /** Opens a page from disk; what it complains of, and what it asks for beyond itself, is collected. */
  async function opened(file: string, width = 1280, colorScheme: "light" | "dark" = "light") {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    context.setDefaultTimeout(200_000);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => request.url() !== `file://${file}` && faults.push(request.url()));
    await page.goto(`file://${file}`);
    return { page, faults };
  }

  const rowsOf = (page: Page) => page.locator(".rows .row > .place").allTextContents();

  test("it says the answer, and shows the findings with their lines, the release and every place", async () => {
    const { page, faults } = await opened(pageOf(forgetfulRepository()).file);
    expect(await page.textContent("h1")).toBe(
      "If 1.4.3 were released now, 1 of 3 owed places would be wrong afterwards: 1 would go stale with this release.",
    );
    expect(await page.textContent("#findings")).toContain("@acme/api stays at 1.4.2");
    expect(await page.textContent("#story")).toContain("packages/web/package.json");
    expect(await rowsOf(page)).toEqual([
      "package.json:3:15",
      "packages/api/package.json:3:15",
      "packages/web/package.json:3:15",
    ]);
    expect(faults).toEqual([]);
  });

  test("the inventory is narrowed by words, verdict and a click on the map", async () => {
    const { page } = await opened(pageOf(forgetfulRepository()).file);
    await page.fill("#words", "web");
    expect(await rowsOf(page)).toEqual(["packages/web/package.json:3:15"]);
    await page.fill("#words", "");
    await page.click(".chip.stale");
    expect(await rowsOf(page)).toEqual(["packages/api/package.json:3:15"]);
    expect(await page.textContent(".status")).toBe("1 of 3 version strings");
    await page.click('.cell[title^="package.json:"]');
    expect(await rowsOf(page)).toEqual(["package.json:3:15"]);
  });

  test("by keyboard the arrows go through the map", async () => {
    const { page } = await opened(pageOf(forgetfulRepository()).file);
    await page.locator(".cell").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(
      await page.evaluate("[...document.querySelectorAll('.cell')].indexOf(document.activeElement)"),
    ).toBe(1);
    await page.keyboard.press("Enter");
    expect(await rowsOf(page)).toHaveLength(1);
  });

  test("hostile names are shown as they are and do nothing", async () => {
    const root = forgetfulRepository({
      "docs/README.md": `npm i @acme/web@1.3.0 ${hostile}\n`,
      "<img src=x onerror=alert(1)>/README.md": "npm i @acme/web@1.3.0\n",
      [`packages/evil/package.json`]: JSON.stringify({ name: `@acme/${hostile}`, version: "1.4.2" }),
    });
    const { page, faults } = await opened(pageOf(root).file);
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.textContent("#inventory")).toContain("<img src=x onerror=alert(1)>/README.md:1:17");
    expect(faults).toEqual([]);
  });

  test("its policy lets no other script run and nothing be loaded", async () => {
    const { page, faults } = await opened(pageOf(forgetfulRepository()).file);
    await page.evaluate(`{
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken'";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src='https://example.com/x.png'>");
    }`);
    expect(await page.title()).not.toBe("taken");
    expect(faults.filter((fault) => fault.includes("Content Security Policy"))).toHaveLength(2);
  });

  test("places lead to their lines where the address of the repository is known", async () => {
    const root = forgetfulRepository();
    git(root, "init", "--quiet", "--initial-branch=main");
    git(root, "remote", "add", "origin", "https://user:secret@github.com/acme/acme.git");
    commit(root);
    const { file, html } = pageOf(root);
    const { page } = await opened(file);
    const href = await page.locator(".rows a").first().getAttribute("href");
    expect(href).toMatch(
      /^https:\/\/github\.com\/acme\/acme\/blob\/[0-9a-f]{40}\/package\.json\?plain=1#L3$/,
    );
    expect(html).not.toContain("secret");
  });

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [400, "light"],
    [400, "dark"],
  ] as const)("axe finds nothing at %i pixels, %s, and nothing is cut off", async (width, scheme) => {
    const { page } = await opened(
      pageOf(forgetfulRepository({ Dockerfile: "FROM acme/web:1.3.0\n" })).file,
      width,
      scheme,
    );
    // Evaluated by the debugger, which the policy of the page does not bind.
    await page.evaluate(axe.source);
    const violations: readonly { readonly id: string }[] = await page.evaluate(
      "axe.run().then((result) => result.violations)",
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  test("of fifty thousand places only those exist that are seen", async () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `npm i other-${index % 100}@1.${index}.0\n`);
    const { page } = await opened(pageOf(forgetfulRepository({ "docs/many.md": lines.join("") })).file);
    expect(await page.textContent(".status")).toBe("50,003 version strings");
    expect((await rowsOf(page)).length).toBeLessThan(60);
    await page.fill("#words", "1.49999.0");
    expect(await rowsOf(page)).toEqual(["docs/many.md:50000:16"]);
    await page.fill("#words", "");
    await page.evaluate("document.querySelector('.list').scrollTo(0, 1e9)");
    await page.locator(".rows").getByText("packages/web/package.json:3:15").waitFor();
  });
});
