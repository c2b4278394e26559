/** Documents and other texts in the shapes that the fixtures do not have, by path. */
export const texts: Readonly<Record<string, string>> = {
  "docs/start.md": `---
title: Start
version: 1.4.2
---

# Lumen 1.4.2

<!-- version-audit-ignore: an example of an old command -->

\`\`\`sh
npm install lumenkit@1.4.2 @lumen/react@^1.4.2
pip install lumen-client==1.4.2
docker run --rm lumen-dev/engine:1.4.2 --port 6420
\`\`\`

- Since **v1.2.0**, see [1.3.0](https://github.com/lumen-dev/lumen/releases/tag/v1.3.0).
- ![badge](https://img.shields.io/badge/version-1.4.2-blue.svg)
- compare/v1.4.1...v1.4.2, 10.0.0.1, 2024.05.27, \`~> 1.4.2\`, %401.4.2

| package | version |
|---|---|
| lumenkit | \`1.4.2\` |

\`\`\`toml
[dependencies]
lumen-client = { version = "1.4.2", features = ["a"] }
\`\`\`
`,
  "docs/page.mdx":
    'import { V } from "./v";\n\n{/* version-audit-ignore: shown as it was */}\n\nInstall `lumenkit@1.4.2` <V v="1.4.2" />\n',
  "docs/guide.rst": "Lumen 1.4.2\n===========\n\n.. versionadded:: 1.2.0\n\n``pip install lumen==1.4.2``\n",
  "docs/guide.adoc": "= Lumen\n:version: 1.4.2\n\n`npm i lumenkit@{version}` 1.4.2\n",
  "docs/page.html":
    '<!doctype html><script src="https://cdn.jsdelivr.net/npm/lumenkit@1.4.2/dist.js"></script><!-- 1.4.2 --><svg><path d="M1.5.5,3.25.5-1.2.3.4.5.6l2.3.4-1.4.2z"/></svg>\n',
  "docs/notebook.ipynb":
    '{"cells":[{"cell_type":"code","source":["!pip install lumen-client==1.4.2\\n","print(\\"1.4.2\\")"]}],"nbformat":4,"nbformat_minor":5}\n',
  "docs/CHANGELOG.md": "# Changelog\n\n## [1.4.2] - 2024-05-27\n\n- fixed since 1.4.1\n\n## 1.4.1\n",
  "docs/notes.txt": "Lumen 1.4.2 (2024-05-27)\r\nrequires Node 22.1.0 or later\r\n\r\nlumen-1.4.2.tgz\r\n",
  "docs/unicode.md": "Größe ab 1.4.2 \u{1F680} v1.4.2 für „1.4.2“\u2028neu\u00a01.4.2\n",
  LICENSE: "Copyright 2024 Lumen. Version 2.0, January 2004\n",
  "data/table.csv": 'name,version\nlumenkit,1.4.2\n"left, right","2.0.1"\n',
  "data/min.json": '{"a":[1,2.5e3,-0,true,null,"1.4.2"],"b":{"version":"1.4.2","":"\\u0031.4.2"},"b":2}',
  "data/comments.jsonc":
    '// Lumen 1.4.2\n{\n  /* since */ "version": "1.4.2", // version-audit-ignore: sample\n  "list": ["a",],\n}\n',
  "data/merge.yaml":
    "%YAML 1.2\n---\nbase: &base {a: 1.4.2, b: [x, *base]}\nuse:\n  <<: *base\n  ? complex\n  : \"1.4.2\"\n  !!str tag: !<!x> 'it''s 1.4.2'\n--- # two\n- |2\n   1.4.2\n- >+\n  folded\n\n- - - deep\n",
  "dist/bundle.min.js":
    '!function(){var e="1.4.2",t={version:"1.4.2"};console.log(e,t,"lumenkit@1.4.2")}();\n//# sourceMappingURL=bundle.min.js.map\n',
  ".gitignore": "dist/\n*.log\n!keep.log\n",
  "patch.diff": "--- a/package.json\n+++ b/package.json\n@@ -1 +1 @@\n-1.4.1\n+1.4.2\n",
};
