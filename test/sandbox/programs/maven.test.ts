import { expect, test } from "vitest";
import { release } from "../../rules/fixture-copy.ts";
import { printed, rehearseFiles, rehearseFolder, withFiles, written } from "../rehearse-files.ts";

const property = (name: string) => `$${"{"}${name}}`;
const parent = (version: string) =>
  `<parent><groupId>org.acme</groupId><artifactId>kit</artifactId><version>${version}</version></parent>`;
const need = (version: string) =>
  `<dependency><groupId>org.acme</groupId><artifactId>a</artifactId><version>${version}</version></dependency>`;
const build = (version: string) => ({
  "pom.xml": `<project>
  <groupId>org.acme</groupId><artifactId>kit</artifactId><version>${version}</version>
  <modules><module>a</module><module>b</module></modules>
  <properties><other>1.2.3</other></properties>
</project>
`,
  "a/pom.xml": `<project>${parent(version)}<artifactId>a</artifactId></project>\n`,
  "b/pom.xml": `<project>${parent(version)}<artifactId>b</artifactId><profiles><profile><dependencies>${need(version)}</dependencies></profile></profiles></project>\n`,
});
const script = '#!/bin/sh\nexec java -jar wrapper.jar "$@"\n';
const wrapper = { mvnw: script, gradlew: script };

function rehearse(lines: string, files: Readonly<Record<string, string>> = build("1.3.0-SNAPSHOT")) {
  return rehearseFiles({ ...files, ...wrapper, "release.sh": `set -e\n${lines}\n` }, { entry: "release.sh" });
}

test("versions:set gives a build, its modules and what they need of each other one version", async () => {
  const rehearsal = await rehearse("./mvnw -B -ntp versions:set -DnewVersion=1.3.0\nmvn versions:commit");
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  for (const [path, text] of Object.entries(build("1.3.0"))) expect(written(rehearsal, path)).toBe(text);
  expect(rehearsal.writes.filter(({ after }) => after !== null).map(({ path }) => path)).toContain(
    "pom.xml.versionsBackup",
  );
  const places = rehearsal.writes.map(({ origin }) => [origin.path, origin.line]);
  expect(places[0]).toEqual(["release.sh", 2]);
});

test("the plugin is known by its long name, and a version is put together of the former one", async () => {
  const parts = ["majorVersion", "nextMinorVersion"].map((name) => property(`parsedVersion.${name}`));
  const rehearsal = await rehearse(
    `mvn build-helper:parse-version org.codehaus.mojo:versions-maven-plugin:2.16.2:set -DgenerateBackupPoms=false '-DnewVersion=${parts.join(".")}.0'`,
  );
  expect(written(rehearsal, "a/pom.xml")).toBe(build("1.4.0")["a/pom.xml"]);
  expect(new Set(rehearsal.writes.map(({ path }) => path))).toEqual(
    new Set(["pom.xml", "a/pom.xml", "b/pom.xml"]),
  );
});

test("release:prepare gives the build the version of the release, and reads what is beside it", async () => {
  const told = await rehearse(
    "mvn -B clean release:clean release:prepare release:perform -DreleaseVersion=2.0.0 -DdevelopmentVersion=2.1.0-SNAPSHOT -Darguments=-DskipTests",
  );
  expect(told.outcome).toEqual({ ended: "completed", exitCode: 0 });
  for (const [path, text] of Object.entries(build("2.0.0"))) expect(written(told, path)).toBe(text);
  expect(told.writes[0]?.origin).toMatchObject({ path: "release.sh", line: 2 });
  const untold = await rehearse(
    "mvn --batch-mode org.apache.maven.plugins:maven-release-plugin:3.1.1:prepare",
  );
  expect(written(untold, "b/pom.xml")).toBe(build("1.3.0")["b/pom.xml"]);
});

test("a property is set, and with the version the time of the build", async () => {
  const files = build("1.2.3");
  const stamped = files["pom.xml"].replace(
    "<other>",
    "<project.build.outputTimestamp>2020-01-01T00:00:00Z</project.build.outputTimestamp><other>",
  );
  const rehearsal = await rehearse(
    "mvn versions:set-property -Dproperty=other -DnewVersion=9.9.9\nmvn versions:set -DremoveSnapshot -DnewVersion=2.0.0",
    { ...files, "pom.xml": stamped },
  );
  expect(written(rehearsal, "pom.xml")).toContain("<other>9.9.9</other>");
  expect(written(rehearsal, "pom.xml")).not.toContain("2020-01-01");
});

test("a build is asked for its version", async () => {
  const rehearsal = await rehearse(
    `v=$(mvn help:evaluate -Dexpression=project.version -q -DforceStdout)\necho "\${v%-SNAPSHOT}"\nmvn -q exec:exec -Dexec.executable=echo '-Dexec.args=${property("project.artifactId")} ${property("project.version")}' --non-recursive`,
  );
  expect(printed(rehearsal)).toBe("1.3.0\nkit 1.3.0-SNAPSHOT\n");
});

test("what is no question of versions is recorded, and a wrapper is not read", async () => {
  const rehearsal = await rehearse("mvn -B clean deploy -Prelease\n./mvnw -s x.xml verify\n");
  expect(rehearsal.commands.map(({ command, answer }) => [command, answer])).toEqual([
    ["mvn -B clean deploy -Prelease", "not run"],
    ["./mvnw -s x.xml verify", "not run"],
  ]);
});

test.each([
  [
    "mvn versions:set",
    "mvn versions:set without -DnewVersion is not rehearsed, because it asks somebody for the version",
  ],
  [
    "mvn versions:set deploy -DnewVersion=2.0.0",
    "mvn deploy is not rehearsed, because it is asked for beside versions:set, and only that is carried out",
  ],
  [
    "mvn versions:set -DnewVersion=2.0.0 -DartifactId=a",
    "mvn versions:set -DartifactId is not rehearsed, because it is not known which modules it means",
  ],
  ["mvn versions:set -pl a -DnewVersion=2.0.0", "mvn -pl is not rehearsed, because it is not known"],
  [
    "mvn help:evaluate -Dexpression=project.version",
    "mvn help:evaluate without -q -DforceStdout is not rehearsed, because it prints other lines around the value",
  ],
  [
    "mvn release:prepare -DreleaseVersion=2.0.0",
    "mvn release:prepare without --batch-mode is not rehearsed, because it asks somebody for the versions",
  ],
  [
    "mvn -B release:prepare -DdryRun=true",
    "mvn release:prepare -DdryRun is not rehearsed, because it only tries what it would do",
  ],
  [
    "mvn -B release:prepare -Dproject.rel.org.acme:a=2.0.0",
    "mvn release:prepare -Dproject.rel.org.acme:a is not rehearsed, because it is not known what it changes of the versions",
  ],
  [
    "mvn -B versions:set -DnewVersion=2.0.0\nmvn -B release:prepare",
    "mvn release:prepare 2.0.0 is not rehearsed, because it ends where the build is at no snapshot",
  ],
  ["v=$(./gradlew properties | grep ^version:)", "the sandbox does not know ./gradlew"],
])("%s ends the rehearsal", async (line, message) => {
  expect((await rehearse(line)).outcome).toMatchObject({ ended: "stopped", message });
});

test("a version in a property ends the rehearsal", async () => {
  const files = {
    "pom.xml": `<project><artifactId>a</artifactId><version>${property("revision")}</version></project>`,
  };
  const { outcome } = await rehearse("mvn versions:set -DnewVersion=2.0.0", files);
  expect(outcome).toMatchObject({ ended: "stopped" });
});

test("release:prepare ends the rehearsal where changes are not committed", async () => {
  const files = {
    ...build("1.3.0-SNAPSHOT"),
    "README.md": "kit 1.2.0\n",
    "release.sh": "sed -i s/1.2.0/1.3.0/ README.md\nmvn -B release:prepare\n",
  };
  const { outcome } = await withFiles(files, (root) => {
    release(root);
    return rehearseFolder(root, { entry: "release.sh" });
  });
  expect(outcome).toMatchObject({
    ended: "stopped",
    message:
      "mvn release:prepare with changes that are not committed is not rehearsed, because it ends at local modifications: M README.md",
  });
});
