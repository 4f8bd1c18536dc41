import { expect, it } from "vitest";
import { nearestFirst } from "../../app/[locale]/(desk)/desk/workshops/_plan/nearestFirst";

it("organisations of the country of a workshop are offered first, by name among themselves; none is left out", () => {
  const all = [
    { name: "Amani", country: "KE" },
    { name: "البركة", country: "JO" },
    { name: "Coop", country: null },
    { name: "النور", country: "JO" },
  ];
  expect(nearestFirst(all, "JO").map(({ name }) => name)).toEqual(["البركة", "النور", "Amani", "Coop"]);
  expect(nearestFirst(all, "")).toEqual(all);
});
