import { expect, it } from "vitest";
import { visitor } from "../../lib/access/table";
import { catalogue, catalogueChoices } from "../../lib/courses/queries";
import { catalogueSchema } from "../../lib/courses/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { opened, world } from "../support/world";

freshDatabase();
const w = world();

it("shows a course until its last day is over where it is, whatever day UTC has", () => {
  const days = { startsOn: "2027-05-10", endsOn: "2027-05-14" };
  const [puebla, amman] = [
    opened(w, {
      ...days,
      country: "MX",
      zone: "America/Mexico_City",
      venueId: "",
      trainerIds: [String(w.trainerIds[1])],
    }).slug,
    opened(w, { ...days, trainerIds: [String(w.trainerIds[0])] }).slug,
  ];
  const shown = (at: string, from?: string) =>
    catalogue(as(visitor, Date.parse(at)), catalogueSchema.parse({ from }))
      .courses.map(({ slug }) => slug)
      .filter((slug) => slug === puebla || slug === amman);
  const countries = (at: string) => catalogueChoices(as(visitor, Date.parse(at))).countries;
  expect(shown("2027-05-14T20:59:00Z").sort()).toEqual([puebla, amman].sort());
  // Midnight in Amman; in Puebla it is six in the evening at UTC's.
  expect(shown("2027-05-14T21:00:00Z")).toEqual([puebla]);
  expect(shown("2027-05-15T05:59:00Z")).toEqual([puebla]);
  expect(countries("2027-05-15T05:59:00Z")).toContain("MX");
  expect(shown("2027-05-15T05:59:00Z", "2027-05-15")).toEqual([]);
  expect(shown("2027-05-15T06:00:00Z")).toEqual([]);
  expect(countries("2027-05-15T06:00:00Z")).not.toContain("MX");
});
