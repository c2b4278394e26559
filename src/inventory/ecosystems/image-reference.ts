import type { Span } from "../../repository/text/span.ts";
import { findTagVersion } from "../versions/docker-tag.ts";

/** A piece of a text and the UTF-16 offset in the file at which it stands. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/** An image with a versioned tag. */
export interface ImageVersion {
  /** The name without tag and digest, as it is written, variables with a known value filled in. */
  readonly name: string;
  /** The tag, or the part of it that stands in one place. */
  readonly tag: string;
  readonly version: string;
  /** Where the version stands in the file. */
  readonly span: Span;
}

/**
 * Reads an image reference, `registry:5000/org/name:tag@digest`, given as the pieces that it is put together from. Null
 * when its tag has no version, or has one that is put together from several pieces.
 * Grammar: https://pkg.go.dev/github.com/distribution/reference
 */
export function imageVersion(pieces: readonly Piece[]): ImageVersion | null {
  const reference = pieces.map(({ text }) => text).join("");
  if (reference.includes("://")) return null;
  const digest = reference.indexOf("@");
  const end = digest === -1 ? reference.length : digest;
  const colon = reference.lastIndexOf(":", end);
  if (colon < 1 || colon < reference.lastIndexOf("/", end)) return null;
  const tag = reference.slice(colon + 1, end);
  const found = findTagVersion(tag);
  if (found === null) return null;
  const start = colon + 1 + found.start;
  let offset = 0;
  for (const piece of pieces) {
    const next = offset + piece.text.length;
    if (start >= offset && start + found.version.length <= next) {
      const at = piece.at + start - offset;
      const span = { start: at, end: at + found.version.length };
      const part = piece.text.slice(Math.max(colon + 1 - offset, 0), end - offset);
      return { name: reference.slice(0, colon), tag: part, version: found.version, span };
    }
    offset = next;
  }
  return null;
}

const variable = /\$(?:\{([A-Za-z_]\w*)(?::?[-=]([^{}$]*))?\}|([A-Za-z_]\w*))/gu;

/**
 * Splits a text at its variables and puts their values in: what `values` knows, else the default that stands in
 * `${NAME:-default}`. A variable without a value stays as it is written.
 */
export function expandVariables(
  text: string,
  at: number,
  values: ReadonlyMap<string, Piece>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(variable)) {
    const { 0: written, 1: braced, 2: fallback, 3: bare } = match;
    const known = values.get(braced ?? bare ?? "");
    const inPlace =
      fallback === undefined
        ? null
        : { text: fallback, at: at + match.index + written.length - 1 - fallback.length };
    const value = known ?? inPlace;
    if (value === null) continue;
    pieces.push({ text: text.slice(done, match.index), at: at + done }, value);
    done = match.index + written.length;
  }
  pieces.push({ text: text.slice(done), at: at + done });
  return pieces;
}
