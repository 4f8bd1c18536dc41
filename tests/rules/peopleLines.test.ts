import { describe, expect, it } from "vitest";
import { peopleInLines } from "../../lib/registrations/rules/peopleLines";

const nothing = { phone: "", email: "", organisation: "", sex: "", over: false };

describe("people who are pasted", () => {
  it("are names alone, numbered or not, and empty lines say nothing", () => {
    expect(peopleInLines("1. Rana Haddad\r\n\n2) Omar Said\nRana").people).toEqual([
      { ...nothing, line: 1, name: "Rana Haddad" },
      { ...nothing, line: 3, name: "Omar Said" },
      { ...nothing, line: 4, name: "Rana" },
    ]);
  });
  it("say by what their cells look like what each is, in any order after the name", () => {
    expect(
      peopleInLines(
        "رنا حداد، ٠٧٩١٢٣٤٥٦٧، rana@example.org، أنثى، تعاونية النور\n7, Omar, M, omar@example.org",
      ).people,
    ).toEqual([
      {
        line: 1,
        name: "رنا حداد",
        phone: "٠٧٩١٢٣٤٥٦٧",
        email: "rana@example.org",
        organisation: "تعاونية النور",
        sex: "woman",
        over: false,
      },
      { ...nothing, line: 2, name: "Omar", sex: "man", email: "omar@example.org" },
    ]);
  });
  it("are read by the heads of their columns where there are some; a column that is not known is named", () => {
    const pasted =
      "N°\tNom\tPrénom\tVillage\tStructure\tTéléphone\n1\tKalala\tEspérance\tKamina\tCoop A, B\t+243 990 000 001";
    expect(peopleInLines(pasted)).toEqual({
      people: [
        {
          ...nothing,
          line: 2,
          name: "Espérance Kalala",
          organisation: "Coop A, B",
          phone: "+243 990 000 001",
        },
      ],
      notTaken: ["Village"],
    });
  });
  it("keep a comma that stands in quotation marks", () => {
    expect(peopleInLines('"Haddad, Rana",0791234567,"Coop ""A"""').people).toEqual([
      { ...nothing, line: 1, name: "Haddad, Rana", phone: "0791234567", organisation: 'Coop "A"' },
    ]);
  });
  it("with more than there is to say are unclear, not cut short", () => {
    expect(peopleInLines("Sami, Coop, Director").people[0]).toMatchObject({ name: "Sami", over: true });
    expect(peopleInLines("Name;Sex\nSami;often").people[0]).toMatchObject({ sex: "", over: true });
  });
});
