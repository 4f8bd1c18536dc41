import { describe, expect, it } from "vitest";
import { system } from "../../lib/access/table";
import { countryList } from "../../lib/places/queries";
import { openStore } from "../../lib/store/commands";
import { addDays } from "../../lib/time/civil";
import { proposeSessions } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { now, planned, value, world } from "../support/world";

freshDatabase();
const w = world();
openStore(now);

/** Days of 2027 on which nobody works there, by law. */
const notWorked: Record<string, string[]> = {
  JO: ["2027-05-25", "2027-03-09"],
  LB: ["2027-11-22", "2027-02-09"],
  PS: ["2027-11-15", "2027-01-07"],
  KE: ["2027-06-01", "2027-10-20"],
  CM: ["2027-05-20", "2027-02-11"],
  CD: ["2027-06-30", "2027-01-04"],
  KG: ["2027-08-31", "2027-03-08"],
  IQ: ["2027-01-06", "2027-03-21"],
  EG: ["2027-10-06", "2027-05-03"],
  UG: ["2027-06-09", "2027-01-26"],
  SD: ["2027-12-19"],
  ET: ["2027-01-07", "2027-05-05", "2027-09-28"],
  SY: ["2027-12-08"],
  YE: ["2027-05-22", "2027-11-30"],
  TN: ["2027-08-13", "2027-03-09"],
  MA: ["2027-07-30", "2027-01-11"],
  FR: ["2027-07-14"],
  VN: ["2027-09-02"],
};

describe("a timetable proposed in a database that nobody has told of holidays", () => {
  for (const { code: country, zone } of countryList(as(system)).filter(({ code }) => notWorked[code]))
    it(`has no session on a public holiday in ${country}`, () => {
      for (const day of notWorked[country]!) {
        const dates = { startsOn: addDays(day, -7), endsOn: addDays(day, 7) };
        const { courseId } = planned(w, { ...dates, country, zone, venueId: "" });
        const hours = { startsAt: "09:00", endsAt: "10:00", breakFrom: "09:30", breakMinutes: 0 };
        value(proposeSessions(as(w.coordinator, now), { courseId, ...hours }));
        const days = courseSessions(as(w.coordinator), courseId).map((s) => s.day);
        expect(days.length).toBeGreaterThan(0);
        expect(days).not.toContain(day);
      }
    });
});
