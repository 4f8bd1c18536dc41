import { describe, expect, it } from "vitest";
import { programmeCalled, roleTaken, sayRole } from "../../lib/programmes/rules";

const programmes = [
  { id: 3, title: { own: "en" as const, en: "PROSPECTS – Partnership", ar: "آفاق" } },
  { id: 4, title: { own: "en" as const, en: "OTHER" } },
];

describe("a role that was just taken away", () => {
  it("can be given back by whoever gives roles in its programme, while the person lacks it", () => {
    const taken = {
      programmeId: 3,
      programme: { own: "en", en: "PROSPECTS", ar: "آفاق" },
      endsOn: null,
      role: "trainer",
    };
    expect(roleTaken("3-trainer", programmes, [])).toEqual(taken);
    expect(roleTaken("3-trainer", programmes, [{ programmeId: 4, role: "trainer" }])).toEqual(taken);
    expect(roleTaken("3-trainer", programmes, [{ programmeId: 3, role: "trainer" }])).toBeUndefined();
    const toADay = { ...taken, endsOn: "2027-06-30" };
    expect(roleTaken(sayRole({ ...toADay, role: "trainer" }), programmes, [])).toEqual(toADay);
    expect(roleTaken("9-trainer", programmes, [])).toBeUndefined();
    expect(roleTaken(null, programmes, [])).toBeUndefined();
    expect(roleTaken("3-anything", programmes, [])).toBeUndefined();
  });
});

describe("what a programme is called", () => {
  it("is its title in each language, up to the dash after which it explains itself", () => {
    expect(
      programmeCalled({
        own: "en",
        en: "Land and Rights – Paths to Social and Solidarity Economy",
        fr: "Terre et droits – Chemins vers l’économie sociale et solidaire",
        ar: "الأرض والحقوق – مسارات نحو الاقتصاد الاجتماعي والتضامني",
      }),
    ).toEqual({ own: "en", en: "Land and Rights", fr: "Terre et droits", ar: "الأرض والحقوق" });
  });

  it("is the whole title where there is none, and a hyphen in a name is no dash", () => {
    const title = { own: "fr" as const, fr: "Développement coopératif du Moyen-Ogooué" };
    expect(programmeCalled(title)).toEqual(title);
  });
});
