import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/rules";
import { createCourse, proposeSessions } from "../../lib/courses/commands";
import { courseSessions } from "../../lib/courses/queries";
import { courseSchema } from "../../lib/courses/schema";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { locales } from "../../lib/i18n/rules";
import { createProgramme } from "../../lib/programmes/commands";
import { countryList } from "../../lib/programmes/queries";
import { programmeSchema } from "../../lib/programmes/schema";
import { openStore } from "../../lib/store/commands";
import { addDays } from "../../lib/time/civil";
import { freshDatabase } from "../support/database";
import { now, value } from "../support/world";

freshDatabase();
beforeEach(() => {
  openStore(now);
});

const regions = () => countryList(system).map((country) => country.code);

describe("a database that was just started", () => {
  it("has tools, each with a version that has modules, titled in all three languages", () => {
    const tools = toolCatalogue(system);
    expect(tools.map((tool) => tool.title.en)).toEqual(
      expect.arrayContaining(["Think.Coop", "Start.Coop", "My.Coop"]),
    );
    for (const tool of tools)
      for (const version of tool.versions) {
        expect(version.modules.length, tool.code).toBeGreaterThan(0);
        for (const locale of locales)
          for (const text of [tool.title, ...version.modules.map((m) => m.title)])
            expect(text[locale], `${tool.code} ${locale}`).toBeTruthy();
      }
  });
  it("mends a start that was killed before the countries were there", () => {
    const before = regions().length;
    const unused = "NOT IN (SELECT country FROM programme_countries UNION SELECT country FROM courses)";
    sqlite().exec(`DELETE FROM holidays WHERE country ${unused}; DELETE FROM countries WHERE code ${unused}`);
    openStore(now + 1);
    expect(regions()).toHaveLength(before);
    expect(regions()).toEqual(expect.arrayContaining(["JO", "YE", "UY", "NP"]));
  });
  it("can plan a course on each tool in any country", () => {
    expect(regions().length).toBeGreaterThanOrEqual(249);
    const made = value(
      createProgramme(
        system,
        programmeSchema.parse({
          code: "First",
          titleEn: "First",
          issuer: "ILO",
          issuerEn: "ILO",
          countries: regions(),
        }),
        now,
      ),
    );
    const tools = toolCatalogue(system);
    for (const [i, { code, zone }] of countryList(system).entries()) {
      const tool = tools[i % tools.length]!;
      const result = createCourse(
        system,
        courseSchema.parse({
          programmeId: String(made.programmeId),
          kind: "tot",
          moduleIds: tool.versions[0]!.modules.map((m) => String(m.id)),
          ownLanguage: "en",
          country: code,
          placeEn: "Somewhere",
          mode: "venue",
          zone,
          languages: ["en"],
          capacity: "20",
          admission: "selection",
          minAttendance: "80",
        }),
        now,
      );
      expect(result.ok, `${code}: ${JSON.stringify(result)}`).toBe(true);
    }
  });

  /** A weekday in 2027 or 2028 on which nobody works there, by law or by a feast that all keep. */
  const notWorked: Record<string, string> = {
    JO: "2027-05-25",
    LB: "2027-11-22",
    PS: "2027-11-15",
    KE: "2027-06-01",
    CM: "2027-05-20",
    CD: "2027-06-30",
    KG: "2027-08-31",
    IQ: "2027-01-06",
    EG: "2027-10-06",
    UG: "2027-06-09",
    SD: "2027-12-19",
    ET: "2027-03-02",
    SY: "2027-12-08",
    YE: "2027-05-22",
    TN: "2027-08-13",
    MA: "2027-07-30",
    SN: "2028-04-04",
    FR: "2027-07-14",
    VN: "2027-09-02",
  };
  it("proposes no session on a public holiday, in any country where courses are held", () => {
    const { programmeId } = value(
      createProgramme(
        system,
        programmeSchema.parse({
          code: "Holidays",
          titleEn: "Holidays",
          issuer: "ILO",
          issuerEn: "ILO",
          countries: Object.keys(notWorked),
        }),
        now,
      ),
    );
    const tool = toolCatalogue(system)[0]!;
    const zones = new Map(countryList(system).map(({ code, zone }) => [code, zone]));
    for (const [country, day] of Object.entries(notWorked)) {
      const { courseId } = value(
        createCourse(
          system,
          courseSchema.parse({
            programmeId: String(programmeId),
            kind: "tot",
            moduleIds: tool.versions[0]!.modules.map((m) => String(m.id)),
            ownLanguage: "en",
            country,
            placeEn: "Somewhere",
            mode: "venue",
            zone: zones.get(country),
            startsOn: addDays(day, -7),
            endsOn: addDays(day, 7),
            languages: ["en"],
            capacity: "20",
            admission: "selection",
            minAttendance: "80",
          }),
          now,
        ),
      );
      const hours = { startsAt: "09:00", endsAt: "11:00", breakFrom: "10:00", breakMinutes: 15 };
      value(proposeSessions(system, { courseId, ...hours }, now));
      const days = courseSessions(system, courseId).map((s) => s.day);
      expect(days.length, country).toBeGreaterThan(0);
      expect(days, country).not.toContain(day);
    }
  });
});
