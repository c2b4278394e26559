import { describe, expect, test } from "vitest";
import { mavenRelease } from "../../../src/release/tools/maven/maven-release.ts";
import { applyTool } from "./apply-plan.ts";

const property = (name: string) => `$${"{"}${name}}`;
const plugin = (configuration = "") =>
  `<build><plugins><plugin>\n<artifactId>maven-release-plugin</artifactId>${configuration}</plugin></plugins></build>`;
const head = "<groupId>org.acme</groupId><artifactId>kit</artifactId>";
const root = (body: string) =>
  `<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0">\n${body}\n</project>\n`;
const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(mavenRelease, files, { target });
const step = (run: string) => ({
  ".github/workflows/r.yml": `jobs:\n  a:\n    steps:\n      - run: ${run}\n`,
});

describe("a release by Maven", () => {
  test("rewrites the version and nothing else of the file", async () => {
    const text = root(`${head}\n  <!-- ours -->\n  <version> 1.3.0-SNAPSHOT </version>\n${plugin()}`);
    const { written, plan } = await apply({ "pom.xml": text });
    expect(plan.trains).toMatchObject([
      { current: "1.3.0-SNAPSHOT", packages: ["kit"], tag: "kit-{version}" },
    ]);
    expect(plan.config).toMatchObject({ path: "pom.xml", line: 6 });
    expect(written["pom.xml"]).toBe(text.replace("1.3.0-SNAPSHOT", "1.3.0"));
  });

  test("rewrites modules, their parents and what they ask of each other", async () => {
    const parent =
      "<parent><groupId>org.acme</groupId><artifactId>kit</artifactId><version>1.2.3</version></parent>";
    const need = (group: string, artifact: string, version: string) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
    const { written } = await apply({
      "pom.xml": root(
        `${head}<version>1.2.3</version><modules><module>a</module><module>b</module></modules>${plugin()}`,
      ),
      "a/pom.xml": root(`${parent}<artifactId>a</artifactId>`),
      "b/pom.xml": root(
        `${parent}<artifactId>b</artifactId><version>1.2.3</version><dependencies>${need("org.acme", "a", "1.2.3")}${need(property("project.groupId"), "a", "1.2.3")}${need("other", "a", "1.2.3")}${need("org.acme", "a", "1.2.2")}</dependencies>`,
      ),
      "c/pom.xml": root(`${parent}<artifactId>c</artifactId>`),
    });
    expect(Object.keys(written).sort()).toEqual(["a/pom.xml", "b/pom.xml", "pom.xml"]);
    expect(written["a/pom.xml"]).toContain("<version>1.3.0</version></parent>");
    expect(written["b/pom.xml"]?.match(/<version>[^<]*/g)).toEqual([
      ...[
        "<version>1.3.0",
        "<version>1.3.0",
        "<version>1.3.0",
        "<version>1.3.0",
        "<version>1.2.3",
        "<version>1.2.2",
      ],
    ]);
  });

  test("leaves a parent that is not of the build", async () => {
    const parent =
      "<parent><groupId>org.other</groupId><artifactId>base</artifactId><version>1.2.3</version></parent>";
    const { written } = await apply({
      "pom.xml": root(`${parent}${head}<version>1.2.3</version>${plugin()}`),
    });
    expect(written["pom.xml"]?.match(/<version>[^<]*/g)).toEqual(["<version>1.2.3", "<version>1.3.0"]);
  });

  test("rewrites the property that holds the version", async () => {
    const { written, plan } = await apply({
      "pom.xml": root(
        `${head}<version>${property("revision")}</version><properties><revision>1.2.3</revision></properties>${plugin()}`,
      ),
    });
    expect(plan.trains.map(({ current }) => current)).toEqual(["1.2.3"]);
    expect(written["pom.xml"]).toContain(
      `<version>${property("revision")}</version><properties><revision>1.3.0</revision>`,
    );
  });

  test("knows the form of its tags", async () => {
    const format = "<configuration><tagNameFormat>v@{project.version}</tagNameFormat></configuration>";
    const { plan } = await apply({ "pom.xml": root(`${head}<version>1.2.3</version>${plugin(format)}`) });
    expect(plan.trains.map(({ tag }) => tag)).toEqual(["v{version}"]);
  });

  test("is recognised by a workflow that sets versions", async () => {
    const { plan } = await apply({
      "pom.xml": root(`${head}<version>1.2.3</version>`),
      ...step("mvn -B versions:set -DnewVersion=$V"),
    });
    expect(plan.call).toBe("mvn versions:set -DnewVersion={version}");
    expect(plan.trains.map(({ tag }) => tag)).toEqual([null]);
  });

  test("follows modules of profiles and modules that are files", async () => {
    const { plan } = await apply({
      "pom.xml": root(
        `${head}<version>1.2.3</version><profiles><profile><modules><module>x/special.xml</module></modules></profile></profiles>${plugin()}`,
      ),
      "x/special.xml": root("<artifactId>x</artifactId>"),
    });
    expect(plan.trains.map(({ packages }) => packages)).toEqual([["kit", "x"]]);
  });

  test("is not recognised by a pom alone, nor by one that is broken", async () => {
    await expect(apply({ "pom.xml": root(`${head}<version>1.2.3</version>`) })).rejects.toThrow(
      "was not recognised",
    );
    await expect(apply({ "pom.xml": "<project>" })).rejects.toThrow("was not recognised");
  });
});
