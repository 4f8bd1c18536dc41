import { describe, expect, it } from "vitest";
import { isZ } from "@/app/_ui/kit/isZ";

describe("the key Z", () => {
  it.each([
    ["z", "KeyZ", true],
    ["Z", "KeyZ", true],
    ["z", "KeyY", true], // a German keyboard
    ["y", "KeyZ", false], // its neighbour there
    ["ئ", "KeyZ", true], // an Arabic keyboard
    ["я", "KeyZ", true], // a Russian keyboard
    ["ئ", "KeyX", false],
  ])("%s on %s: %s", (key, code, is) => {
    expect(isZ({ key, code })).toBe(is);
  });
});
