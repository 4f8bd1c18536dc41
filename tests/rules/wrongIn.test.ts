import { expect, it } from "vitest";
import { wrongIn } from "../../app/[locale]/(public)/courses/[slug]/register/wrongIn";

it.each(["85", "1899", "2099", "٢٠٩٩", "nineteen", "19855"])(
  "a year of birth that cannot be (%s) is said in its step",
  (birthYear) => {
    expect(wrongIn({ who: "self", birthYear }, ["birthYear"])).toHaveProperty("birthYear");
  },
);

it.each(["", "1985", "١٩٨٥"])("a year of birth that can be (%s), or none, is gone on from", (birthYear) => {
  expect(wrongIn({ who: "self", birthYear }, ["birthYear"])).toEqual({});
});
