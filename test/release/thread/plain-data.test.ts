import { expect, test } from "vitest";
import { post } from "../../../src/release/thread/plain-data.ts";

test("what can be copied is posted, and a function anywhere in a message does not compile", () => {
  const posted: unknown[] = [];
  const port = { postMessage: (message: unknown) => posted.push(message) };
  post(port, { list: [1, "two", null], table: new Map([["key", new Uint8Array(1)]]) });
  // @ts-expect-error A function in a list.
  post(port, { rules: [{ seeks: () => true }] });
  // @ts-expect-error A method of an interface.
  post<{ pattern: { isIn(text: string): boolean } }>(port, { pattern: { isIn: () => true } });
  // @ts-expect-error A function in a table.
  post(port, new Map([["key", () => 1]]));
  // @ts-expect-error What nobody knows.
  post<{ value: unknown }>(port, { value: 1 });
  expect(posted).toHaveLength(5);
});
