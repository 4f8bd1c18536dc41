import { describe, expect, it } from "vitest";
import { isZ, letterOf } from "@/app/_ui/kit/letterOf";

describe("the letter of a key", () => {
  it.each([
    ["m", "KeyM", "m"],
    ["M", "KeyM", "m"],
    // A French keyboard has M beside L, and A and Q, Z and W the other way round.
    ["m", "Semicolon", "m"],
    [",", "KeyM", ""],
    ["a", "KeyQ", "a"],
    ["q", "KeyA", "q"],
    ["z", "KeyW", "z"],
    ["z", "KeyY", "z"], // a German keyboard
    // An Arabic and a Russian keyboard have other letters in these places.
    ["ة", "KeyM", "m"],
    ["ح", "KeyP", "p"],
    ["لا", "KeyB", "b"], // two letters on one key
    ["ь", "KeyM", "m"],
    ["ж", "Semicolon", ""],
    // What types no letter has none.
    ["1", "Digit1", ""],
    ["&", "Digit1", ""],
    ["Delete", "Delete", ""],
    ["Dead", "KeyE", ""],
  ])("of %s on %s is %s", (key, code, letter) => {
    expect(letterOf({ key, code })).toBe(letter);
  });
});

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
