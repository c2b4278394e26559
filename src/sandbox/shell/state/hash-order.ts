import { bytesOf } from "../../host/files/byte-text.ts";

const buckets = 1024;
const offset = 2166136261;
const prime = 16777619;

/**
 * The order in which bash 5 goes through an associative array: by bucket of its hash table, the newest key of a bucket
 * first. Source: `hash_string` and `assoc_to_word_list` of bash 5.2.
 * @param keys in the order in which they were added
 */
export function hashOrder(keys: readonly string[]): string[] {
  const placed = keys.map((key, index) => ({ key, index, bucket: bucketOf(key) }));
  return placed.sort((a, b) => a.bucket - b.bucket || b.index - a.index).map(({ key }) => key);
}

function bucketOf(key: string): number {
  let hash = offset;
  for (const byte of bytesOf(key)) hash = (Math.imul(hash, prime) ^ ((byte << 24) >> 24)) >>> 0;
  return hash & (buckets - 1);
}
