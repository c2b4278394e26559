import { expect, test } from "vitest";
import { outcomes, refusals } from "./agreement.ts";
import { casesOf } from "./cases.ts";

const chart = `# A chart.
apiVersion: v2
version: 1.2.3 # of the chart
appVersion: "1.2.3"
app:
  image: {tag: 'v1.2.3', pull: Always}
  old: 1.10
images:
  - name: acme
    tag: 1.2.3
a.b: dotted
`;
const files = { "Chart.yaml": chart, "list.txt": "x\n" };

/** By the manual of yq 4: https://mikefarah.gitbook.io/yq/. */
test("yq reads values and puts texts in their places", () => {
  const asked = casesOf(`
yq .version Chart.yaml
yq -r .appVersion Chart.yaml
yq e '.app.image.tag' Chart.yaml
yq eval '.images[0].tag' Chart.yaml
yq '.app.old' Chart.yaml
yq '.["a.b"]' Chart.yaml
yq .none.at.all Chart.yaml
yq .version none.yaml
`);
  expect(outcomes(asked, files, {}).map(({ stdout, exitCode }) => `${stdout.trim()} ${exitCode}`)).toEqual([
    "1.2.3 0",
    "1.2.3 0",
    "v1.2.3 0",
    "1.2.3 0",
    "1.10 0",
    "dotted 0",
    "null 0",
    " 1",
  ]);
  const changes = casesOf(`
yq -i '.version = "2.0.0" | .appVersion = strenv(NEXT)' Chart.yaml
yq e -i '.app.image.tag = "v2" | .app.old = "1.20"' Chart.yaml
yq --inplace '.images[0].tag = env(NEXT)' Chart.yaml
`);
  const [both, styles, listed] = outcomes(changes, files, { NEXT: "2.0.0" }).map(
    (one) => one.files["Chart.yaml"],
  );
  expect(both).toBe(chart.replace("version: 1.2.3 #", "version: 2.0.0 #").replace('"1.2.3"', '"2.0.0"'));
  expect(styles).toBe(chart.replace("'v1.2.3'", "'v2'").replace("old: 1.10", 'old: "1.20"'));
  expect(listed).toBe(chart.replace("tag: 1.2.3", "tag: 2.0.0"));
});

test("yq refuses what it does not know, and says why", () => {
  const refused = casesOf(`
yq . Chart.yaml
yq '.version = "2.0.0"' Chart.yaml
yq -i '.fresh = "x"' Chart.yaml
yq -i '.version |= "x"' Chart.yaml
yq -i '.version = .appVersion' Chart.yaml
yq -i '.version = strenv(NEXT)' Chart.yaml
yq .app Chart.yaml
yq -o json .version Chart.yaml
yq -y .version Chart.yaml
yq -s '.kind' Chart.yaml
yq .version list.txt
yq w -i Chart.yaml version 2
`);
  expect(refusals(refused, files)).toMatchInlineSnapshot(`
    [
      "'yq' '.' 'Chart.yaml': yq . is not rehearsed, because only paths and assignments of texts to them are known",
      "'yq' '.version = "2.0.0"' 'Chart.yaml': yq .version = "2.0.0" is not rehearsed, because it shows the file, whose layout yq would change",
      "'yq' '-i' '.fresh = "x"' 'Chart.yaml': yq .fresh = "x" is not rehearsed, because it adds a value to the file",
      "'yq' '-i' '.version |= "x"' 'Chart.yaml': yq .version |= "x" is not rehearsed, because only paths and assignments of texts to them are known",
      "'yq' '-i' '.version = .appVersion' 'Chart.yaml': yq .version = .appVersion is not rehearsed, because only paths and assignments of texts to them are known",
      "'yq' '-i' '.version = strenv(NEXT)' 'Chart.yaml': yq .version = strenv(NEXT) is not rehearsed, because the variable NEXT is not set",
      "'yq' '.app' 'Chart.yaml': yq .app is not rehearsed, because there is no single value at the place",
      "'yq' '-o' 'json' '.version' 'Chart.yaml': yq -o is not rehearsed, because it is not known",
      "'yq' '-y' '.version' 'Chart.yaml': yq -y is not rehearsed, because it is not known",
      "'yq' '-s' '.kind' 'Chart.yaml': yq -s is not rehearsed, because one yq writes a file for each document by it, and another one joins them",
      "'yq' '.version' 'list.txt': yq .version list.txt is not rehearsed, because one YAML file is read or changed",
      "'yq' 'w' '-i' 'Chart.yaml' 'version' '2': yq w -i Chart.yaml version 2 is not rehearsed, because one YAML file is read or changed",
    ]
  `);
});
