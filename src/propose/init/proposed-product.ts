import { parse } from "jsonc-parser";
import type { FoundAudit } from "../../findings/audit.ts";

/** Names shorter than this are words of everyday prose. */
const shortestName = 4;

/** The `[product]` table that the repository speaks for: its names, its images and its home page. */
export function proposedProduct(audit: FoundAudit): Readonly<Record<string, readonly string[]>> {
  const { workspace, occurrences, repository } = audit;
  // The private root of a workspace has a name that nobody outside ever reads.
  const root = workspace.npm.find(({ dir }) => dir === "");
  const isNamed = root !== undefined && (!root.private || workspace.npm.length === 1);
  const names = [...scopesOf(workspace), ...(isNamed ? [root.name.replace(/^@[^/]*\//, "")] : [])]
    .map((name) => name.replace(/^@/, ""))
    .filter((name) => name.length >= shortestName);
  const images = occurrences.flatMap(({ kind, subject, owed }) =>
    kind === "image" && subject?.type === "image" && owed ? [subject.name] : [],
  );
  const home = homepage(repository.has("package.json") ? repository.read("package.json") : null);
  const table = { names, images, urls: home === null ? [] : [home] };
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, values]) => {
      const distinct = [...new Set(values)].sort();
      return distinct.length === 0 ? [] : [[key, distinct]];
    }),
  );
}

/** The scopes under which something is published, else all: those of examples and tests are words of everyday prose. */
function scopesOf({ npm, scopes }: FoundAudit["workspace"]): string[] {
  const published = npm.flatMap(({ name, member, private: isPrivate }) =>
    member && !isPrivate ? (/^@[^/]+(?=\/)/.exec(name)?.[0] ?? []) : [],
  );
  return published.length > 0 ? published : [...scopes];
}

/** The home page of a manifest without its scheme; none that other products share. */
function homepage(manifest: string | null): string | null {
  const value: unknown = manifest === null ? null : parse(manifest);
  if (typeof value !== "object" || value === null || !("homepage" in value)) return null;
  const match = /^https?:\/\/([^#?]+?)\/?(?:[#?].*)?$/.exec(String(value.homepage));
  const place = match?.[1] ?? null;
  return place === null || /^(?:www\.)?(?:github|gitlab|npmjs)\.com\b/.test(place) ? null : place;
}
