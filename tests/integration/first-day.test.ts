import { describe, expect, it } from "vitest";
import { read, sqlite } from "../../db/client";
import { accounts, countries, settings } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { signIn } from "../../lib/accounts/commands";
import { hashPassword } from "../../lib/accounts/password";
import { setToolRetired } from "../../lib/curriculum/commands";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { locales } from "../../lib/i18n/rules";
import { fieldIn } from "../../lib/languageFields";
import {
  addHoliday,
  editCountry,
  editHoliday,
  removeHoliday,
  restoreHoliday,
} from "../../lib/places/commands";
import { countriesInUse, countryChoices, countryDetail } from "../../lib/places/queries";
import { editProgramme } from "../../lib/programmes/commands";
import { programmeDetail } from "../../lib/programmes/queries";
import {
  countrySchema,
  holidayEditSchema,
  holidaySchema,
  programmeEditSchema,
} from "../../lib/programmes/schema";
import { openStore } from "../../lib/store/commands";
import { addDays } from "../../lib/time/civil";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { deskCourse } from "../support/desk";
import { firstDay } from "../support/firstDay";
import { transact } from "../support/transact";
import { day, fault, now, person, value } from "../support/world";

freshDatabase();
const { administrator, programmeId, coordinator, shipped, plan } = firstDay();

describe("a fresh database", () => {
  it("has the five tools and all countries, however often it is opened", () => {
    openStore(now + 1);
    expect(
      toolCatalogue(as(administrator)).map((t) => [t.code, t.versions.length, t.versions[0]!.modules.length]),
    ).toEqual([
      ["think-coop", 2, 1],
      ["start-coop", 2, 4],
      ["my-coop", 2, 4],
      ["manage-coop", 1, 1],
      ["osh-agriculture", 1, 1],
    ]);
    expect(read().select().from(countries).all()).toHaveLength(249);
    expect(read().select().from(settings).all()).toContainEqual({ name: "tools", value: "1" });
  });
  it("gets back a country that is missing, and keeps what was edited, changed and retired", () => {
    sqlite().exec("DELETE FROM holidays WHERE country = 'YE'; DELETE FROM countries WHERE code = 'YE'");
    value(
      editCountry(
        as(administrator, now),
        countrySchema.parse({ country: "TN", version: "1", zone: "Africa/Tunis", weekend: ["5", "6"] }),
      ),
    );
    value(setToolRetired(as(administrator, now), { toolId: shipped("manage-coop").id, retired: "yes" }));
    openStore(now + 2);
    const country = (code: string) =>
      read()
        .select()
        .from(countries)
        .all()
        .find((c) => c.code === code);
    expect(country("YE")).toMatchObject({ code: "YE", zone: "Asia/Aden", weekend: [5, 6] });
    expect(country("TN")).toMatchObject({ code: "TN", zone: "Africa/Tunis", weekend: [5, 6] });
    expect(shipped("manage-coop").retiredAt).toBe(now);
    value(setToolRetired(as(administrator, now), { toolId: shipped("manage-coop").id, retired: "no" }));
  });
  it("plans a course at once, in any country", () => {
    const { courseId } = plan({ country: "EG", zone: "Africa/Cairo", placeEn: "Cairo" });
    expect(deskCourse(as(coordinator), courseId)?.tools.map((t) => t.title.en)).toEqual(["Think.Coop"]);
  });
});

describe("countries", () => {
  it("are edited by administrators alone, who leave a working day", () => {
    const week = ["1", "2", "3", "4", "5", "6", "7"];
    const of = { country: "MA", version: "1" };
    const input = countrySchema.parse({ ...of, zone: "Africa/Casablanca", weekend: "7" });
    expect(fault(editCountry(as(coordinator, now), input)).code).toBe("notFound");
    value(editCountry(as(administrator, now), input));
    expect(fault(editCountry(as(administrator, now), { ...input, zone: "Africa/Ceuta" })).code).toBe("stale");
    expect(countrySchema.safeParse({ ...of, zone: "Africa/Casablanca", weekend: week }).success).toBe(false);
    expect(countrySchema.safeParse({ ...of, zone: "Africa/Nowhere", weekend: "7" }).success).toBe(false);
    expect(fault(editCountry(as(administrator, now), { ...input, country: "XX" })).code).toBe("notFound");
  });
  it("in use come first; a programme takes more of them, and keeps them when it is saved as it is", () => {
    expect(countriesInUse(as(coordinator))[0]).toBe("EG");
    expect(countryChoices(as(coordinator)).others).toContain("VN");
    expect(countryChoices(as(coordinator)).others).not.toContain("EG");
    const programmeDetailNow = () =>
      programmeDetail(as(coordinator), gate.programme(as(coordinator), "programmes.read", programmeId));
    const save = (more: Record<string, unknown>) =>
      editProgramme(
        as(coordinator, now),
        programmeEditSchema.parse({
          programmeId: String(programmeId),
          version: String(programmeDetailNow().version),
          code: "First",
          titleEn: "First",
          issuerEn: "ILO",
          countries: programmeDetailNow().countries,
          ...more,
        }),
      );
    value(save({ moreCountry1: "VN", moreCountry2: "", moreCountry3: "SN" }));
    value(save({ moreCountry1: "", moreCountry2: "" }));
    expect(
      programmeDetail(as(coordinator), gate.programme(as(coordinator), "programmes.read", programmeId))
        .countries,
    ).toEqual(["EG", "SN", "VN"]);
    expect(
      programmeEditSchema.safeParse({ programmeId: "1", code: "x", titleEn: "x", issuerEn: "x" }).success,
    ).toBe(false);
  });
  it("in use say what a local number means to somebody who signs in with it", async () => {
    const passwordHash = await hashPassword("a long password");
    const personId = person("Awa", { country: "SN", phone: "+221771234567" });
    transact((db) =>
      db.insert(accounts).values({ personId, phone: "+221771234567", passwordHash, createdAt: now }).run(),
    );
    for (const identifier of ["77 123 45 67", "+221 77 123 45 67", "00221771234567"])
      expect(
        (await signIn(as(visitor, now), { identifier, password: "a long password", back: "/today" }, "there"))
          .ok,
      ).toBe(true);
  });
});

describe("public holidays", () => {
  const jordan = (from = "2027-01-01") => countryDetail(as(administrator), "JO", from)!.holidays;
  const on = (day: string) => jordan().find((h) => h.day === day);
  const nextYear = now + 366 * day;
  it("are there for this year and the next, in three languages, and say where the moon decides", () => {
    for (const code of [
      "JO",
      "LB",
      "PS",
      "KE",
      "CM",
      "CD",
      "KG",
      "IQ",
      "EG",
      "UG",
      "SD",
      "ET",
      "SY",
      "YE",
      "TN",
      "MA",
    ]) {
      const { holidays } = countryDetail(as(administrator), code, "2027-01-01")!;
      expect(new Set(holidays.map((h) => h.day.slice(0, 4))), code).toEqual(new Set(["2027", "2028"]));
      // Congo keeps no feast of the Islamic calendar.
      const byMoon = holidays.some((h) => h.byMoon && h.name.ar?.includes("عيد الفطر"));
      expect(byMoon, code).toBe(code !== "CD");
      for (const { name } of holidays)
        for (const locale of locales) expect(name[locale], `${code} ${name.en} ${locale}`).toBeTruthy();
    }
    expect(on("2027-12-25")).toMatchObject({ byMoon: false, name: { fr: "Noël" } });
  });
  it("are put in once a year: what somebody changed or took out stays so, and the next year comes", () => {
    value(
      editHoliday(
        as(administrator, now),
        holidayEditSchema.parse({
          country: "JO",
          of: "2028-05-01",
          day: "2028-05-02",
          ownLanguage: "en",
          nameEn: "Labour Day, moved",
        }),
      ),
    );
    value(removeHoliday(as(administrator, now), { country: "JO", day: "2027-12-25" }));
    openStore(now + 1);
    openStore(nextYear);
    expect(on("2028-05-01")).toBeUndefined();
    expect(on("2028-05-02")?.name).toEqual({ own: "en", en: "Labour Day, moved" });
    expect(on("2027-12-25")).toBeUndefined();
    expect(on("2029-12-25")?.name.en).toBe("Christmas Day");
  });
  it("come back as they were when their removal is undone", () => {
    const feast = jordan().find((h) => h.byMoon)!;
    const at = { country: "JO", day: feast.day };
    expect(fault(restoreHoliday(as(administrator, now), at)).code).toBe("holidayThere");
    value(removeHoliday(as(administrator, now), at));
    expect(fault(removeHoliday(as(administrator, now), at)).code).toBe("notFound");
    expect(fault(restoreHoliday(as(coordinator, now), at)).code).toBe("notFound");
    value(restoreHoliday(as(administrator, now), at));
    expect(on(feast.day)).toEqual(feast);
  });
  it("keep what they say in the other languages, and by the moon until a hand puts them to a day", () => {
    const feast = jordan().find((h) => h.byMoon)!;
    const form = (more: Record<string, string>) =>
      holidayEditSchema.parse({
        country: "JO",
        of: feast.day,
        day: feast.day,
        ownLanguage: "fr",
        ...Object.fromEntries(locales.map((l) => [fieldIn("name", l), feast.name[l] ?? ""])),
        ...more,
      });
    value(editHoliday(as(administrator, now), form({})));
    expect(on(feast.day)).toEqual(feast);
    value(editHoliday(as(administrator, now), form({ nameFr: "Fête" })));
    expect(on(feast.day)).toEqual({ ...feast, name: { ...feast.name, fr: "Fête" } });
    const moved = addDays(feast.day, -1);
    value(editHoliday(as(administrator, now), form({ nameFr: "Fête", day: moved })));
    expect(on(moved)).toMatchObject({ byMoon: false, name: { fr: "Fête" } });
    const add = holidaySchema.parse({ country: "JO", day: moved, name: "عيد", language: "ar" });
    expect(fault(addHoliday(as(administrator, now), add)).fields).toEqual({ day: { code: "holidayThere" } });
    value(addHoliday(as(administrator, now), { ...add, day: "2027-06-02" }));
    expect(on("2027-06-02")?.name).toEqual({ own: "ar", ar: "عيد" });
  });
  it("do not take the place of what an office entered before", () => {
    const there = { country: "KE", day: "2031-12-25" };
    value(addHoliday(as(administrator, now), { ...there, name: "Our own" }));
    openStore(Date.parse("2030-06-01T00:00:00Z"));
    const kenya = countryDetail(as(administrator), "KE", "2031-01-01")!.holidays;
    expect(kenya.find((h) => h.day === there.day)?.name.en).toBe("Our own");
    expect(kenya.some((h) => h.day === "2031-12-12")).toBe(true);
  });
});
