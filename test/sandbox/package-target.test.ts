import { expect, test } from "vitest";
import { importsTarget, packageTarget, readPackageFields } from "../../src/sandbox/modules/package-target.ts";

test.each([
  [{}, ".", "./index.js"],
  [{ main: "./lib.js" }, ".", "./lib.js"],
  [{ main: 1 }, ".", "./index.js"],
  [{ main: "./lib.js" }, "./deep/x.js", "./deep/x.js"],
  [{ exports: null, main: "./lib.js" }, ".", "./lib.js"],
  [{ exports: "./only.js" }, ".", "./only.js"],
  [{ exports: "./only.js" }, "./x", null],
  [{ exports: { import: "./i.js", default: "./d.js" } }, ".", "./i.js"],
  [{ exports: { require: "./r.js", default: "./d.js" } }, ".", "./d.js"],
  [{ exports: { browser: "./b.js" } }, ".", null],
  [{ exports: { ".": { node: { import: "./n.js" } }, "./x": "./x.js" } }, ".", "./n.js"],
  [{ exports: { "./x": ["./first.js", "./second.js"] } }, "./x", "./first.js"],
  [{ exports: { "./x": [{ browser: "./b.js" }, "./second.js"] } }, "./x", "./second.js"],
  [{ exports: { "./x": [null, { browser: "./b.js" }] } }, "./x", null],
  [{ exports: { "./x": null } }, "./x", null],
  [{ exports: { "./*": "./all/*.js", "./deep/*": "./deep/*.mjs" } }, "./deep/a", "./deep/a.mjs"],
  [{ exports: { "./deep/*": "./deep/*.mjs", "./*": "./all/*.js" } }, "./deep/a", "./deep/a.mjs"],
  [{ exports: { "./*.js": "./all/*.js" } }, "./a.ts", null],
  [{ exports: { "./a*a": "./*" } }, "./a", null],
  [{ exports: { "./*": "./src/*/*.js" } }, "./*", "./src/*/*.js"],
])("an import of a package with %j as %s means %s", (fields, subpath, file) => {
  const read = readPackageFields(JSON.stringify(fields));
  if (read === null) throw new RangeError("no fields");
  expect(packageTarget(read, subpath, true)).toBe(file);
});

test("require and import ask for different conditions", () => {
  const fields = { exports: { require: "./r.cjs", import: "./i.mjs" } };
  expect(packageTarget(fields, ".", false)).toBe("./r.cjs");
  expect(packageTarget(fields, ".", true)).toBe("./i.mjs");
});

test("the package's own names", () => {
  const fields = { imports: { "#a": "./a.js", "#lib/*": { default: "./lib/*.js" } } };
  expect(importsTarget(fields, "#a", true)).toBe("./a.js");
  expect(importsTarget(fields, "#lib/b", true)).toBe("./lib/b.js");
  expect(importsTarget(fields, "#c", true)).toBeNull();
  expect(importsTarget({}, "#a", true)).toBeNull();
  expect(importsTarget({ imports: ["#a"] }, "#a", true)).toBeNull();
});

test("what is no object has no fields", () => {
  for (const text of ["", "null", '"x"', "{"]) expect(readPackageFields(text)).toBeNull();
  expect(readPackageFields('{ "type": "module", "main": ["x"] }')).toEqual({ type: "module" });
});
