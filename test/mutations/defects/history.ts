import type { Defect } from "../mutation.ts";

/** A release that contradicts the tags, and a target that does. */
export const historyDefects: readonly Defect[] = [
  {
    title: "a release was made on a branch and not merged back",
    rule: "tag-ahead",
    at: "Cargo.toml",
    change: (tree) => tree.git("tag", "v1.4.5"),
  },
  {
    title: "the next version was tagged without a bump",
    rule: "tag-ahead",
    at: "Cargo.toml",
    change: (tree) => tree.git("tag", "--annotate", "--message", "by hand", "v1.4.3"),
  },
  {
    title: "a candidate of a release that is out",
    rule: "not-monotonic",
    at: "Cargo.toml",
    target: "1.4.2-rc.1",
    change: () => {},
  },
  {
    title: "a version between two releases of the line",
    rule: "not-monotonic",
    at: "Cargo.toml",
    target: "1.4.3",
    change: (tree) => tree.git("tag", "v1.4.4"),
  },
  {
    title: "the release that was made last",
    rule: "already-released",
    at: "Cargo.toml",
    target: "1.4.2",
    change: () => {},
  },
  {
    title: "an earlier release",
    rule: "already-released",
    at: "Cargo.toml",
    target: "1.3.0",
    change: () => {},
  },
];
