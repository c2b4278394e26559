import { expect, test } from "vitest";
import { isMissed } from "../../src/judge/judge.ts";
import { soFar } from "./judged.ts";

/** What each missed place of a file of a crate says of itself; null for one that is a finding. */
function reasonsIn(path: string, text: string): (string | null)[] {
  const crate = { "fern/Cargo.toml": '[package]\nname = "fern"\nversion = "2.4.0"\n' };
  const told = { bumped: ["package.json", "packages/core/package.json", "fern/Cargo.toml"] };
  const { occurrences } = soFar({ ...crate, [path]: text }, told);
  return occurrences
    .filter((place) => place.path === path && isMissed(place.verdict))
    .map(({ unreported }) => unreported);
}

test("the page of a crate says how it is asked for, and a comment of its code only shows it", () => {
  const block = (mark: string) => `${mark} \`\`\`toml\n${mark} fern = "2.3.0"\n${mark} \`\`\`\n`;
  expect(reasonsIn("fern/src/lib.rs", block("//!"))).toEqual([null]);
  expect(reasonsIn("fern/src/lib.rs", block("///"))).toEqual(["an example in a comment"]);
});

test("where a path stands beside it, the version of a crate says nothing", () => {
  const asked = (rest: string) => `\`\`\`toml\nfern = { version = "2.3.0"${rest} }\n\`\`\`\n`;
  expect(reasonsIn("README.md", asked(', path = "../fern"'))).toEqual([
    "a path beside it says which one is meant",
  ]);
  expect(reasonsIn("README.md", asked(', features = ["leaf"]'))).toEqual([null]);
});

test("a comment that leads to the documents of a former release leads to what was true then", () => {
  expect(reasonsIn("fern/src/a.rs", "/// [leaf]: https://docs.rs/fern/2.3.0/fern/leaf.html\n")).toEqual([]);
  expect(reasonsIn("fern/src/a.rs", '#![doc(html_root_url = "https://docs.rs/fern/2.3.0")]\n')).toEqual([
    null,
  ]);
});

test("a bare number that admits current is what the page of its own crate says, and on that of another an illustration", () => {
  const page = '```toml\nfern = "2.3.0"\n```\n';
  expect(reasonsIn("fern/README.md", page)).toEqual([null]);
  const moss = '[package]\nname = "moss"\nversion = "0.3.0"\n';
  const { occurrences } = soFar(
    {
      "fern/Cargo.toml": '[package]\nname = "fern"\nversion = "2.4.0"\n',
      "moss/Cargo.toml": moss,
      "moss/README.md": page,
    },
    { bumped: ["package.json", "packages/core/package.json", "fern/Cargo.toml"] },
  );
  const place = occurrences.find(({ path }) => path === "moss/README.md");
  expect(place?.unreported).toBe("2.3.0 admits 2.4.0");
});
