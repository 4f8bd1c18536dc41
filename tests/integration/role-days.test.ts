import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { visitor } from "../../lib/access/table";
import { viewerOf } from "../../lib/access/viewer";
import { addMember } from "../../lib/people/commands";
import { coordinatorsNow } from "../../lib/programmes/store/roles";
import { countTrainers } from "../../lib/programmes/store/trainers";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fault, value, viewer, worksIn, world } from "../support/world";

freshDatabase();
const w = world();
const lastDay = "2027-01-20";
/** Half an hour before and after the midnight that ends the last day: of Amman (three hours before UTC), of Lima (five behind it). */
const midnights = {
  JO: Date.parse("2027-01-20T21:00:00Z"),
  PE: Date.parse("2027-01-21T05:00:00Z"),
};
const half = 30 * 60_000;

for (const [country, midnight] of Object.entries(midnights))
  it(`a role ends with its last day where its programme works: ${country}`, () => {
    sqlite().prepare("DELETE FROM programme_countries").run();
    worksIn(w.programmeId, country);
    sqlite().prepare("UPDATE programme_members SET ends_on = ?").run(lastDay);
    sqlite().prepare("DELETE FROM accounts").run();
    const { id } = sqlite()
      .prepare(
        "INSERT INTO accounts (person_id, email, created_at) VALUES (?, 'c@example.org', 0) RETURNING id",
      )
      .get(w.coordinator.personId) as { id: number };
    const held = [midnight - half, midnight + half].map((at) => {
      const cx = as(visitor, at);
      const { coordinates } = viewerOf(cx, id);
      return [coordinates, coordinatorsNow(cx, w.programmeId).length, countTrainers(cx, w.programmeId) > 0];
    });
    expect(held).toEqual([
      [[w.programmeId], 1, true],
      [[], 0, false],
    ]);
    // Until then it can be given to that day, and no longer.
    sqlite().prepare("DELETE FROM accounts").run();
    const give = (at: number) =>
      addMember(as(viewer(w.trainerIds[1]!, { administrator: true }), at), {
        personId: w.trainerIds[0]!,
        programmeId: w.programmeId,
        role: "trainer",
        endsOn: lastDay,
      });
    value(give(midnight - half));
    expect(fault(give(midnight + half)).fields?.endsOn?.code).toBe("roleDayOver");
  });

it("ends with the last day of its programme there too", () => {
  sqlite().prepare("UPDATE programme_members SET ends_on = NULL").run();
  sqlite().prepare("UPDATE programmes SET ends_on = ?").run(lastDay);
  const { id } = sqlite()
    .prepare(
      "INSERT INTO accounts (person_id, email, created_at) VALUES (?, 'c@example.org', 0) RETURNING id",
    )
    .get(w.coordinator.personId) as { id: number };
  const readsOnly = [-half, half].map((by) => viewerOf(as(visitor, midnights.PE + by), id).readsOnly);
  expect(readsOnly).toEqual([[], [w.programmeId]]);
});
