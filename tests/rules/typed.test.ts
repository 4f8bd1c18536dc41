import { describe, expect, it } from "vitest";
import { readPost } from "@/app/_actions/readPost";
import { readTyped } from "@/app/_actions/readTyped";
import { dayInField } from "@/app/_ui/form/dayInField";
import { locales } from "@/lib/i18n/rules";
import { addDays, isCivilDay } from "@/lib/time/civil";
import { readDay, readTime } from "@/lib/time/typed";

describe("a day that is typed", () => {
  it.each([
    ["28/12/2026", "2026-12-28"],
    ["28.12.26", "2026-12-28"],
    ["28 - 12 - 2026", "2026-12-28"],
    ["28122026", "2026-12-28"],
    ["2026-12-28", "2026-12-28"],
    ["28 Dec 2026", "2026-12-28"],
    ["1st September 2026", "2026-09-01"],
    ["1er février 2027", "2027-02-01"],
    ["3 aout 2027", "2027-08-03"],
    ["٢٨/١٢/٢٠٢٦", "2026-12-28"],
    ["28 كانون الأول 2026", "2026-12-28"],
    ["28 ديسمبر 2026", "2026-12-28"],
    ["3 غشت 2027", "2027-08-03"],
  ])("is taken as the day it says: %s", (typed, iso) => {
    expect(readDay(typed)).toBe(iso);
  });

  it.each(["31/02/2027", "12/28/2026", "28/12", "5 ju 2027", "juillet 2027", "tomorrow"])(
    "is refused where it says none, or two: %s",
    (typed) => expect(isCivilDay(readDay(typed))).toBe(false),
  );

  it("is read back from how its field shows it, in every language", () => {
    for (const locale of locales)
      for (let one = "2026-01-01"; one < "2028-01-01"; one = addDays(one, 1))
        expect(readDay(dayInField(one, locale))).toBe(one);
    expect(dayInField("2026-12-08", "en")).toBe("8 Dec 2026");
    expect(dayInField("2026-12-08", "ar")).toBe("08/12/2026");
  });
});

describe("a time that is typed", () => {
  it.each([
    ["9", "09:00"],
    ["930", "09:30"],
    ["9h30", "09:30"],
    ["14 h", "14:00"],
    ["9.30", "09:30"],
    ["٠٩:٣٠", "09:30"],
  ])("is taken as the time it says: %s", (typed, said) => expect(readTime(typed)).toBe(said));
  it("stays as it is where it says none", () => {
    for (const typed of ["25:00", "9:5", "9:75", "noon", ""]) expect(readTime(typed)).toBe(typed);
  });
});

it("is read from a form without JavaScript, of the fields that it lists alone", () => {
  const form = new FormData();
  for (const [name, said] of [
    ["startsOn", "28/12/2026"],
    ["startsAt", "9h30"],
    ["place", "28/12/2026"],
    ["typedDays[]", "startsOn"],
    ["typedTimes[]", "startsAt"],
  ])
    form.append(name!, said!);
  expect(readTyped(readPost(form))).toEqual({
    startsOn: "2026-12-28",
    startsAt: "09:30",
    place: "28/12/2026",
  });
});
