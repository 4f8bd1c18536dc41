import { describe, expect, it } from "vitest";
import ar from "../../lib/i18n/messages/ar.json";

type Tree = { [key: string]: string | Tree };
const texts = (tree: Tree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === "string" ? [value] : texts(value)));

describe("an address in an Arabic sentence", () => {
  it("is set apart, so that its signs stay where they are", () => {
    const found = texts(ar).filter((text) => text.includes("://"));
    expect(found.length).toBeGreaterThan(3);
    for (const text of found) expect(text).toMatch(/\u2066https:\/\/\u2069/);
  });
});
