import { expect, test } from "vitest";
import { ask, commitAll, folderWith, really } from "./asked.ts";

const files = {
  "README.md": "acme 1.2.3\nno version\nACME:1.2.3\n",
  "docs/a b.md": "use acme@1.2.3\n",
  "docs/é.txt": "acme 1x2x3\n",
  "src/version.ts": 'export const version = "1.2.3";\nconst a = "x";\n',
};

test.each([
  ["1.2.3"],
  ["-l", "acme"],
  ["-lF", "1.2.3"],
  ["-n", "1\\.2\\.3", "--", "*.md"],
  ["-h", "-o", "-E", "[0-9]+\\.[0-9]+", "docs"],
  ["-hoP", "(?<=acme@).*", "--", "docs/"],
  ["-iw", "acme", "README.md"],
  ["-L", "acme"],
  ["-z", "--name-only", "-e", "acme", "-e", "const"],
  ["-q", "nowhere"],
  ["--quiet", "acme"],
  ["-I", "--files-with-matches", "acme", "--", ":!docs"],
  ["-v", "acme", "--", "README.md"],
  ["--fixed-strings", "--word", "1.2.3", "README.md", "docs"],
])("git grep %s %s %s says what git says", (...args) => {
  const folder = folderWith(files);
  commitAll(folder);
  for (const cwd of ["", "docs"]) {
    const argv = ["git", "grep", ...args];
    const isThere = cwd === "" || !args.some((arg) => /README|docs/.test(arg));
    if (isThere) expect(ask(folder, argv, { cwd }), cwd).toMatchObject(really(folder, cwd, argv));
  }
});

test.each([
  [["acme", "HEAD"]],
  [["--cached", "acme"]],
  [["-c", "acme"]],
  [["(", "-E"]],
  [["-A1", "acme"]],
  [["--files-with", "acme"]],
])("nothing is known of git grep %j", (args) => {
  const folder = folderWith(files);
  commitAll(folder);
  expect(ask(folder, ["git", "grep", ...args])).toBeNull();
});
