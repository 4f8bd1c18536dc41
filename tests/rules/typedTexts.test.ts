import { describe, expect, it } from "vitest";
import { typedTexts } from "../../app/_actions/typedTexts";

describe("what was typed into a form whose page does not open any more", () => {
  it("is what somebody wrote, in rows too, and no key, number or word of a list", () => {
    expect(
      typedTexts({
        version: "12",
        signedInAs: "7",
        programmeId: "3",
        role: "coTrainer",
        country: "JO",
        startsOn: "2027-03-01",
        reason: "The hall is flooded.\nWe move on Monday",
        rooms: [{ name: "Amman" }, { name: "قاعة" }, { name: "Hall 2" }],
        title: { en: "Hall 2", fr: "Salle à côté" },
        open: true,
      }),
    ).toEqual(["The hall is flooded.\nWe move on Monday", "Amman", "قاعة", "Hall 2", "Salle à côté"]);
  });
  it("is nothing secret, nothing sensitive and no contact", () => {
    const secret = "correct horse battery";
    const names = "password current newPassword code token phone email contact needs sex disability".split(
      " ",
    );
    expect(typedTexts(Object.fromEntries(names.map((name) => [name, secret])))).toEqual([]);
    expect(typedTexts({ people: [{ needs: secret, phone: "+962 79 x", name: "Sara Ali" }] })).toEqual([
      "Sara Ali",
    ]);
  });
});
