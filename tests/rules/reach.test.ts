import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byCountry,
  monthOf,
  quarterOf,
  quartersUpTo,
  type ReachedCourse,
  reachByPlace,
  reachByQuarter,
  reachByTool,
} from "../../lib/programmes/rules/numbers";
import {
  type BySex,
  countedBySex,
  fewestBySex,
  nobody,
  peopleIn,
  reachedByRecord,
  shownBySex,
  together,
} from "../../lib/records/rules/numbers";

const unknown = (count: number): BySex => ({ ...nobody, unknown: count });
const course = (more: Partial<ReachedCourse>): ReachedCourse => ({
  kind: "tot",
  state: "closed",
  country: "JO",
  place: { own: "en", en: "Irbid" },
  startsOn: "2026-11-03",
  tools: [],
  reached: unknown(10),
  ...more,
});

describe("people by sex", () => {
  const h = (grouping: "total" | "woman" | "man", count: number, measure = "attended" as const) => ({
    measure,
    grouping,
    count,
  });
  it("are those whom the record counts; the others are not known", () => {
    expect(countedBySex([h("total", 24), h("woman", 10)], "attended")).toEqual({
      women: 10,
      men: 0,
      unknown: 14,
    });
    expect(countedBySex([h("woman", 10), h("man", 4)], "attended")).toEqual({
      women: 10,
      men: 4,
      unknown: 0,
    });
    // Women alone say nothing of how many there were.
    expect(countedBySex([h("woman", 10)], "attended")).toBeNull();
    expect(countedBySex([], "attended")).toBeNull();
  });
  it("are not told apart where they are fewer than five, or nothing is known of any", () => {
    expect(shownBySex({ women: 3, men: 1, unknown: 0 })).toBeNull();
    expect(shownBySex({ women: 0, men: 0, unknown: 40 })).toBeNull();
    expect(shownBySex({ women: 3, men: 2, unknown: 0 })).toEqual({ women: 3, men: 2, unknown: 0 });
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (women, men, rest) => {
        const shown = shownBySex({ women, men, unknown: rest });
        if (shown) expect(peopleIn(shown)).toBeGreaterThanOrEqual(fewestBySex);
      }),
    );
  });
  it("of a recorded course are who attended, else who completed, else who was enrolled", () => {
    const enrolled = { measure: "enrolled" as const, grouping: "total" as const, count: 30 };
    const completed = { measure: "completed" as const, grouping: "total" as const, count: 20 };
    expect(reachedByRecord([enrolled, completed, h("total", 24)])).toEqual(unknown(24));
    expect(reachedByRecord([enrolled, completed])).toEqual(unknown(20));
    expect(reachedByRecord([enrolled])).toEqual(unknown(30));
    expect(reachedByRecord([])).toBeNull();
  });
});

describe("quarters", () => {
  it("end with the one of today, and each day is in its own", () => {
    expect(quartersUpTo("2026-11-26", 3)).toEqual([
      { year: 2026, quarter: 2 },
      { year: 2026, quarter: 3 },
      { year: 2026, quarter: 4 },
    ]);
    expect(quartersUpTo("2026-02-01", 2)[0]).toEqual({ year: 2025, quarter: 4 });
    const quarters = quartersUpTo("2026-11-26", 3);
    expect(quarterOf("2026-06-30", quarters)).toBe(0);
    expect(quarterOf("2026-07-01", quarters)).toBe(1);
    expect(quarterOf("2026-03-31", quarters)).toBe(-1);
  });
});

describe("the reach of a programme", () => {
  it("counts courses that are held, each in its quarter, in its place and with each of its tools", () => {
    const tool = (code: string) => ({ code, title: { own: "en" as const, en: code } });
    const courses = [
      course({ tools: [tool("think-coop"), tool("think-coop")] }),
      course({ startsOn: "2022-01-01", tools: [tool("think-coop"), tool("my-coop")] }),
      course({
        startsOn: null,
        place: { own: "en", en: "Zarqa" },
        reached: { women: 9, men: 3, unknown: 0 },
      }),
      course({ state: "draft", reached: unknown(99) }),
      course({ state: "cancelled", reached: unknown(99) }),
      course({ reached: null }),
    ];
    const { quarters, before, undated } = reachByQuarter(courses, "2026-11-26");
    expect(quarters).toHaveLength(8);
    expect(quarters.map((q) => peopleIn(q.reached))).toEqual([0, 0, 0, 0, 0, 0, 0, 10]);
    expect([peopleIn(before), peopleIn(undated)]).toEqual([10, 12]);
    expect(reachByPlace(courses).places.map(({ place, reached }) => [place.en, peopleIn(reached)])).toEqual([
      ["Irbid", 20],
      ["Zarqa", 12],
    ]);
    expect(reachByTool(courses).map(({ code, reached }) => [code, reached])).toEqual([
      ["think-coop", 20],
      ["my-coop", 10],
    ]);
  });
  it("counts a place once that is written in two scripts, where some course there names both", () => {
    const amman = (place: object, women: number) =>
      course({ place: place as never, reached: { women, men: 0, unknown: 0 } });
    const arabic = amman({ own: "ar", ar: "عمّان" }, 3);
    const english = amman({ own: "en", en: "Amman" }, 4);
    const both = amman({ own: "ar", ar: "عمان", en: "amman" }, 5);
    const shown = (all: Parameters<typeof reachByPlace>[0]) =>
      reachByPlace(all).places.map(({ reached }) => peopleIn(reached));
    expect(shown([arabic, english])).toEqual([4, 3]);
    expect(shown([arabic, english, both])).toEqual([12]);
    expect(reachByPlace([arabic, english, both]).places[0]?.place).toMatchObject({ ar: "عمّان", en: "Amman" });
    // The same name in another country is another place.
    expect(shown([english, { ...english, country: "US" }])).toEqual([4, 4]);
  });
  it("counts a town once that is named with its province and without, and two of one name apart", () => {
    const at = (fr: string, ar?: string) =>
      course({ country: "CD", place: { own: "fr", fr, ...(ar ? { ar } : {}) }, reached: unknown(5) });
    const shown = (...all: Parameters<typeof reachByPlace>[0]) =>
      reachByPlace(all).places.map(({ place, reached }) => [place.fr, peopleIn(reached)]);
    const [bare, kasai] = [at("Tshikapa", "تشيكابا"), at("Tshikapa, Kasaï", "تشيكابا، كاساي")];
    expect(shown(bare, kasai, at("Tshikapa (Kasai)"))).toEqual([["Tshikapa", 15]]);
    expect(shown(kasai, at("Luebo, Kasaï"))).toHaveLength(2);
    // Where its province tells it from another one, nobody knows which of them the bare name means.
    expect(shown(bare, kasai, at("Tshikapa, Tshopo"))).toEqual([
      ["Tshikapa", 5],
      ["Tshikapa, Kasaï", 5],
      ["Tshikapa, Tshopo", 5],
    ]);
    expect(shown(kasai, { ...bare, country: "CM" })).toHaveLength(2);
  });
  it("loses nobody between the places that are shown and the others", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(20), count: fc.nat(50) })), (rows) => {
        const courses = rows.map(({ at, count }) =>
          course({
            country: at % 2 ? "JO" : "CD",
            place: { own: "en", en: `P${at}` },
            reached: unknown(count),
          }),
        );
        const { places, others, countries } = reachByPlace(courses, 3);
        const inCountries = countries.flatMap((one) => [...one.places, one.others]);
        expect(countries.map(({ reached }) => peopleIn(reached))).toEqual(
          countries.map((one) =>
            [...one.places, one.others].reduce((sum, p) => sum + peopleIn(p.reached), 0),
          ),
        );
        expect(inCountries.reduce((sum, p) => sum + peopleIn(p.reached), 0)).toBe(
          rows.reduce((sum, { count }) => sum + count, 0),
        );
        const all = places.reduce((sum, p) => together(sum, p.reached), others.reached);
        expect(peopleIn(all)).toBe(rows.reduce((sum, { count }) => sum + count, 0));
        expect(others.count).not.toBe(1);
      }),
    );
  });
  it("has its month within its dates alone", () => {
    const dates = { startsOn: "2024-01-15", endsOn: "2027-12-31" };
    expect(monthOf(dates, "2026-11-26")).toEqual({ month: 35, of: 48 });
    expect(monthOf(dates, "2028-01-01")).toBeNull();
    expect(monthOf({ startsOn: null, endsOn: "2027-12-31" }, "2026-11-26")).toBeNull();
  });
});

describe("what the page of a programme draws", () => {
  const people = (unknown: number) => ({ ...nobody, unknown });

  it("is countries by how many were reached there, with their places below", () => {
    const places = [
      { country: "KE", place: "Nairobi", reached: people(24) },
      { country: "JO", place: "Irbid", reached: people(15) },
      { country: "JO", place: "Deir Alla", reached: people(12) },
    ];
    expect(
      byCountry(places).map((c) => [c.country, peopleIn(c.reached), ...c.places.map(({ place }) => place)]),
    ).toEqual([
      ["JO", 27, "Irbid", "Deir Alla"],
      ["KE", 24, "Nairobi"],
    ]);
  });
});
