import { beforeEach, describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { system } from "../../lib/access/table";
import { createCourse } from "../../lib/courses/commands";
import { courseSchema } from "../../lib/courses/schema";
import { toolCatalogue } from "../../lib/curriculum/queries";
import { locales } from "../../lib/i18n/rules";
import { countryList } from "../../lib/places/queries";
import { createProgramme } from "../../lib/programmes/commands";
import { programmeSchema } from "../../lib/programmes/schema";
import { openStore } from "../../lib/store/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, value } from "../support/world";

freshDatabase();
beforeEach(() => {
  openStore(now);
});

const regions = () => countryList(as(system)).map((country) => country.code);

describe("a database that was just started", () => {
  it("has tools, each with a version that has modules, titled in all three languages", () => {
    const tools = toolCatalogue(as(system));
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
        as(system, now),
        programmeSchema.parse({
          code: "First",
          titleEn: "First",
          issuer: "ILO",
          issuerEn: "ILO",
          countries: regions(),
        }),
      ),
    );
    const tools = toolCatalogue(as(system));
    for (const [i, { code, zone }] of countryList(as(system)).entries()) {
      const tool = tools[i % tools.length]!;
      const result = createCourse(
        as(system, now),
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
      );
      expect(result.ok, `${code}: ${JSON.stringify(result)}`).toBe(true);
    }
  });
});
