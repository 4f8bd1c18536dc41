import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { peopleElsewhere } from "../../lib/timetable/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { ownersBy } from "../support/owners";
import { holder } from "../support/signedIn";
import { timetables } from "../support/timetables";
import { now, opened, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, save } = timetables(w);
const run = (text: string, ...values: unknown[]) =>
  sqlite()
    .prepare(text)
    .run(...values);
const found = (courseId: number) => {
  const cx = as(w.coordinator, now);
  return peopleElsewhere(cx, gate.course(cx, "registrations.read", courseId));
};

describe("a person in two courses at once", () => {
  it("is shown on both sides, by name and at the session, until one of the two is given up", async () => {
    const here = opened(w, { titleEn: "Here", startsOn: "2027-02-07", endsOn: "2027-02-11" });
    // Elsewhere, with hours of its own; its trainers have no part in it.
    const there = opened(w, { titleEn: "There", startsOn: "2027-03-07", endsOn: "2027-03-11" });
    const rana = { name: "Rana Saleh", phone: "0791234599", email: "rana@example.org" };
    value(await registered(here.slug, rana));
    value(await registered(there.slug, { ...rana, name: "Mrs Rana Saleh", email: "" }));
    // Of one family, with one phone.
    value(await registered(here.slug, { name: "Omar Saleh", phone: rana.phone }));
    const [first] = sessionsOf(here.courseId);
    const of = "SELECT id FROM registrations WHERE course_id = ? ORDER BY id LIMIT 1";
    const mine = sqlite().prepare(of).get(here.courseId) as { id: number };
    const other = sqlite().prepare(of).get(there.courseId) as { id: number };
    expect(found(here.courseId).people).toEqual([]);
    run("DELETE FROM sessions WHERE course_id = ?", there.courseId);
    run("UPDATE courses SET starts_on = '2027-02-07', ends_on = '2027-02-11' WHERE id = ?", there.courseId);
    value(save(there.courseId, { day: first!.day, startsAt: first!.startsAt, endsAt: first!.endsAt }));
    expect(found(here.courseId)).toEqual({
      bySession: new Map([
        [first!.id, [{ people: 1, of: [mine.id], course: expect.objectContaining({ en: "There" }) }]],
      ]),
      people: [
        {
          ...{ registrationId: mine.id, number: 1, name: "Rana Saleh", latinName: null },
          course: expect.objectContaining({ en: "There" }),
          ...{ day: first!.day, from: first!.startsAt, to: first!.endsAt },
        },
      ],
    });
    expect(found(there.courseId).people).toMatchObject([
      { registrationId: other.id, course: { en: "Here" } },
    ]);
    // Of another programme, and not public: that they are busy, and not where.
    run("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?", w.otherId, there.courseId);
    expect(found(here.courseId).people).toMatchObject([{ name: "Rana Saleh", course: null }]);
    expect([...found(here.courseId).bySession.values()]).toEqual([
      [{ people: 1, of: [mine.id], course: null }],
    ]);
    run("UPDATE registrations SET state = 'withdrawn' WHERE id = ?", other.id);
    expect(found(here.courseId)).toEqual({ bySession: new Map(), people: [] });
  });
  it("is shown as well where they registered for both signed in, with whatever contact", async () => {
    const days = { startsOn: "2027-04-04", endsOn: "2027-04-08" };
    const [here, there] = [opened(w, days), opened(w, days)];
    const { cookie } = await ownersBy(here.slug)({ name: "Hana Odeh" });
    value(await registered(there.slug, { who: "self", phone: "0791234600" }, now, holder(cookie)));
    expect(found(here.courseId).people).toMatchObject([{ name: "Hana Odeh" }]);
  });
});
