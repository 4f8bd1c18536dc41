import { expect, it } from "vitest";
import { namesApart } from "../../app/_words/namesApart";
import { dotBetween } from "../../lib/i18n/rules";
import { toldApartByPlace } from "../../lib/people/rules/apart";

const who = (id: number, name: string, more: object = {}) => ({
  ...{ id, name, latinName: null, organisation: null, place: null, country: null },
  ...more,
});

it("people to choose from who share a name are told apart by the closest word that is theirs alone", () => {
  const names = namesApart(
    [
      who(1, "Rami Haddad", { organisation: "Union", place: "Irbid", country: "JO" }),
      who(2, "Rami  Hadad", { organisation: "Union" }),
      who(3, "Nour Saleh", { organisation: "Union" }),
      who(4, "رامي", { organisation: "Union", place: "Karak" }),
      who(5, "رامي", { organisation: "Union", place: "Irbid" }),
      // Offered twice, by their programme and by the course: one person.
      who(3, "Nour Saleh", { organisation: "Union" }),
    ],
    "en",
  );
  expect([...names.values()]).toEqual([
    "Rami Haddad",
    "Rami  Hadad",
    "Nour Saleh",
    `رامي${dotBetween}Karak`,
    `رامي${dotBetween}Irbid`,
  ]);
  const byCountry = [who(1, "Ali", { country: "JO" }), who(2, "Ali", { country: "CD" })];
  expect([...namesApart(byCountry, "fr").values()]).toEqual([
    `Ali${dotBetween}Jordanie`,
    `Ali${dotBetween}République démocratique du Congo`,
  ]);
});

it("who shares all of that too is told by the end of their phone, to whoever may know it", () => {
  const same = { organisation: "Union", place: "Irbid", country: "JO" };
  const two = [who(1, "Ali", { ...same, phoneEnd: "4711" }), who(2, "Ali", { ...same, phoneEnd: "0815" })];
  expect([...namesApart(two, "en").values()]).toEqual([`Ali${dotBetween}…4711`, `Ali${dotBetween}…0815`]);
  // In a sentence that is read from the right the dots stay where the number begins.
  expect(namesApart(two, "ar").get(1)).toBe(`Ali${dotBetween}\u2066…4711\u2069`);
});

it("where no word is somebody's alone, all that is known is said", () => {
  const at = ["Union", "Irbid"];
  expect(
    toldApartByPlace([...Array(2).fill({ name: "Ali", at }), { name: "Ali", at: ["Other", null] }]),
  ).toEqual([at, at, ["Other"]]);
});
