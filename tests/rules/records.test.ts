import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headcountGroups, headcountMeasures } from "../../lib/courses/rules";
import { faultOf } from "../../lib/faults";
import {
  type Counts,
  countCells,
  countFaults,
  countField,
  countFields,
  recordChanges,
  recordForm,
  whenFaults,
} from "../../lib/records/rules";
import { recordSchema } from "../../lib/records/schema";
import { said } from "../support/posted";

const counts = (some: Partial<Counts>): Counts =>
  ({ ...Object.fromEntries(countFields.map((field) => [field, null])), ...some }) as Counts;

/** A record as its form posts it, with every field that a browser sends. */
const posted = (more: Record<string, unknown> = {}) => ({
  programmeId: "1",
  kind: "tot",
  ownLanguage: "en",
  country: "CI",
  mode: "venue",
  attendedTotal: "25",
  attendedTotalSource: "published",
  ...more,
});
/** The fault beside each field, without its parameters. */
const faultsOf = (form: Record<string, unknown>): Record<string, string> => {
  const parsed = recordSchema.safeParse(form);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), faultOf(issue).code]));
};

describe("the numbers of a record", () => {
  const small = fc.integer({ min: 0, max: 2 });

  it("are all taken where they can all be true, whichever of them are known", () => {
    // Who completed is among who attended, who attended among who enrolled: each number is a part of the one before.
    const people = fc.array(
      fc.record({
        group: fc.constantFrom("woman", "man", "unknown"),
        reached: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(people, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), (list, shown) => {
        const known = counts(
          Object.fromEntries(
            countCells.map(({ measure, group }, i) => [
              countField(measure, group),
              shown[i]
                ? list.filter(
                    (p) =>
                      p.reached >= headcountMeasures.indexOf(measure) &&
                      (group === "total" || p.group === group),
                  ).length
                : null,
            ]),
          ),
        );
        expect(countFaults(known)).toEqual({});
      }),
    );
  });

  it("are refused exactly where no people could have been counted like that", () => {
    /** Tries every way of filling in what is not known. */
    const possible = (known: Counts): boolean => {
      const choices = (field: keyof Counts, most: number) =>
        known[field] === null ? Array.from({ length: most + 1 }, (_, n) => n) : [known[field]];
      const from = (i: number, before: { total: number; woman: number; man: number }): boolean => {
        const measure = headcountMeasures[i];
        if (!measure) return true;
        for (const woman of choices(countField(measure, "woman"), Math.min(2, before.woman)))
          for (const man of choices(countField(measure, "man"), Math.min(2, before.man)))
            for (const total of choices(countField(measure, "total"), Math.min(4, before.total)))
              if (
                woman <= before.woman &&
                man <= before.man &&
                total <= before.total &&
                woman + man <= total &&
                from(i + 1, { total, woman, man })
              )
                return true;
        return false;
      };
      return from(0, { total: 4, woman: 2, man: 2 });
    };
    fc.assert(
      fc.property(fc.array(fc.option(small, { nil: null }), { minLength: 9, maxLength: 9 }), (values) => {
        const known = counts(Object.fromEntries(countFields.map((field, i) => [field, values[i] ?? null])));
        expect(Object.keys(countFaults(known)).length === 0).toBe(possible(known));
      }),
      { numRuns: 2000 },
    );
  });

  it("say which of them disagree, beside the one that is too large or the total that is too small", () => {
    expect(countFaults(counts({ enrolledTotal: 20, completedTotal: 21 }))).toEqual({
      completedTotal: {
        code: "countAboveEarlier",
        params: { measure: "completed", count: 21, earlier: "enrolled", before: 20 },
      },
    });
    expect(countFaults(counts({ attendedWoman: 3, completedWoman: 4 }))).toEqual({
      completedWoman: {
        code: "countAboveEarlier",
        params: { measure: "completed", count: 4, earlier: "attended", before: 3 },
      },
    });
    expect(countFaults(counts({ attendedTotal: 20, attendedWoman: 4, completedMan: 17 }))).toEqual({
      attendedTotal: {
        code: "countAboveTotal",
        params: { total: 20, women: 4, womenIn: "attended", men: 17, menIn: "completed" },
      },
    });
    expect(countFaults(counts({ attendedTotal: 20, attendedWoman: 4, attendedMan: 16 }))).toEqual({});
  });

  it("are whole, from 0 to 100000, in the digits of any script", () => {
    const read = (text: string) => recordSchema.safeParse(posted({ attendedTotal: text }));
    for (const text of ["0", "63", "٦٣", " 24 ", "100000"]) expect(read(text).success, text).toBe(true);
    for (const text of ["-1", "2.5", "100001", "about 20", "1e3"])
      expect(faultsOf(posted({ attendedTotal: text })).attendedTotal, text).toBe("numberRange");
    expect(recordSchema.parse(posted({ attendedTotal: "٦٣" })).attendedTotal).toBe(63);
  });

  it("each say what they are based on; women and men may share the source of all", () => {
    expect(faultsOf(posted({ attendedTotalSource: "" }))).toEqual({ attendedTotalSource: "sourceNeeded" });
    expect(faultsOf(posted({ attendedWoman: "4" }))).toEqual({});
    expect(faultsOf(posted({ attendedWoman: "4", attendedTotalSource: "" }))).toEqual({
      attendedTotalSource: "sourceNeeded",
    });
    expect(faultsOf(posted({ completedMan: "4" }))).toEqual({ completedManSource: "sourceNeeded" });
    expect(faultsOf(posted({ completedManSource: "document" }))).toEqual({ completedMan: "numberOfSource" });
    expect(faultsOf(posted({ enrolledTotalSource: "document" }))).toEqual({
      enrolledTotal: "numberOfSource",
    });
    expect(faultsOf(posted({ enrolledTotalSource: "document", enrolledWoman: "5" }))).toEqual({});
  });
});

describe("when a recorded course was", () => {
  const today = "2027-01-12";
  const when = (startsOn: string | null, endsOn: string | null, year: number | null = null) =>
    Object.fromEntries(
      Object.entries(whenFaults({ startsOn, endsOn, year }, today)).map(([field, text]) => [
        field,
        said(text).code,
      ]),
    );
  it("is over: a day or a year to come is refused", () => {
    expect(when("2023-10-17", "2023-10-28")).toEqual({});
    expect(when("2027-01-10", "2027-01-12")).toEqual({});
    expect(when("2027-01-10", "2027-01-13")).toEqual({ endsOn: "courseToCome" });
    expect(when("2027-01-13", "2027-01-14")).toEqual({ startsOn: "courseToCome" });
    expect(when(null, null, 2027)).toEqual({});
    expect(when(null, null, 2028)).toEqual({ year: "yearRange" });
    expect(when(null, null, 1949)).toEqual({ year: "yearRange" });
    expect(when("1949-12-30", "1949-12-31")).toEqual({ startsOn: "yearRange" });
    expect(when(null, null)).toEqual({});
  });
  it("agrees with its year", () => {
    expect(when("2023-10-17", "2023-10-28", 2023)).toEqual({});
    expect(when("2023-10-17", "2023-10-28", 2022)).toEqual({ year: "yearOfOtherDays" });
    expect(when("2023-12-27", "2024-01-05", 2023)).toEqual({});
    expect(when("2023-12-27", "2024-01-05", 2024)).toEqual({});
  });
  it("has two days or none, in their order, and at most a year between them", () => {
    expect(faultsOf(posted({ startsOn: "2023-10-17" }))).toEqual({ endsOn: "bothDates" });
    expect(faultsOf(posted({ startsOn: "2023-10-17", endsOn: "2023-10-16" }))).toEqual({
      endsOn: "courseEndsBeforeStart",
    });
    expect(faultsOf(posted({ startsOn: "2021-10-17", endsOn: "2023-10-16" }))).toEqual({
      endsOn: "courseTooLong",
    });
    expect(faultsOf(posted({ year: "23" }))).toEqual({ year: "yearDigits" });
    expect(recordSchema.parse(posted({ year: "٢٠١٩" })).year).toBe(2019);
  });
});

describe("what is known of a recorded course", () => {
  const bare = { attendedTotal: "", attendedTotalSource: "" };
  it("is a number or a fact at least", () => {
    expect(faultsOf(posted(bare))).toEqual({ attendedTotal: "nothingKnown" });
    expect(faultsOf(posted({ ...bare, placeSource: "document" }))).toEqual({});
    expect(faultsOf(posted({ ...bare, enrolledMan: "0", enrolledManSource: "assumed" }))).toEqual({});
  });
  it("has no source of nothing, and no note without a source", () => {
    expect(faultsOf(posted({ datesSource: "document" }))).toEqual({ datesSource: "factOfSource" });
    expect(faultsOf(posted({ datesSource: "document", year: "2019" }))).toEqual({});
    expect(faultsOf(posted({ datesSource: "document", datesNoteFr: "Dates inconnues" }))).toEqual({});
    expect(faultsOf(posted({ toolsSource: "document", languageSource: "document" }))).toEqual({
      toolsSource: "factOfSource",
      languageSource: "factOfSource",
    });
    expect(faultsOf(posted({ partnersSourceNoteAr: "مركز تورينو" }))).toEqual({
      partnersSource: "sourceNeeded",
    });
  });
  it("is said all at once where several things are amiss", () => {
    expect(
      faultsOf(
        posted({
          startsOn: "2023-10-17",
          endsOn: "2023-10-16",
          attendedTotal: "20",
          attendedWoman: "21",
          year: "x",
          partnersSourceNoteEn: "CWA",
          completedMan: "2",
          country: "",
        }),
      ),
    ).toEqual({
      endsOn: "courseEndsBeforeStart",
      attendedTotal: "countAboveTotal",
      year: "yearDigits",
      partnersSource: "sourceNeeded",
      completedManSource: "sourceNeeded",
      country: "choose",
    });
  });
});

describe("the form of a record", () => {
  const kept = {
    programmeId: 1,
    kind: "tot",
    title: { own: "fr", fr: "Formation" },
    titleGenerated: false,
    description: null,
    country: "CI",
    place: { own: "fr", fr: "Soubré" },
    mode: "venue",
    venueId: null,
    startsOn: null,
    endsOn: null,
    year: 2023,
    datesNote: { own: "en", en: "In October" },
    languages: ["fr"],
    moduleIds: [3],
    headcounts: [{ measure: "attended", grouping: "total", count: 25, source: "assumed" }],
    facts: [{ fact: "dates", source: "assumed", note: null }],
  } as const;
  const shown = recordForm({ ...kept, languages: ["fr"] });

  it("has a field for every number and its source, and is read back as what is kept", () => {
    expect(headcountMeasures.length * headcountGroups.length).toBe(countFields.length);
    const read = recordSchema.parse(shown);
    expect(read).toMatchObject({
      attendedTotal: 25,
      attendedTotalSource: "assumed",
      datesSource: "assumed",
      year: 2023,
      datesNoteEn: "In October",
      placeFr: "Soubré",
      titleFr: "Formation",
      moduleIds: [3],
    });
  });
  it("tells the log what became of sources and numbers, and of a text that it changed", () => {
    const after = { ...shown, datesSource: "document", attendedTotal: "24", placeFr: "Gagnoa" };
    expect(recordChanges(shown, after)).toEqual({
      datesSource: ["assumed", "document"],
      attendedTotal: ["25", "24"],
      placeFr: null,
    });
  });
});
