import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { acceptIssue } from "../../lib/timetable/commands";
import { peopleElsewhere, planIssues } from "../../lib/timetable/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { ownersBy } from "../support/owners";
import { holder } from "../support/signedIn";
import { timetables } from "../support/timetables";
import { fault, now, opened, person, registered, value, world } from "../support/world";

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

/** What is open in the plan of a course of these kinds. */
const openIn = (courseId: number, kinds: readonly string[], by = w.coordinator) => {
  const cx = as(by, now);
  return planIssues(cx, gate.course(cx, "timetable.edit", courseId)).open.filter(({ kind }) =>
    kinds.includes(kind),
  );
};

/** Makes a course of its own week one of these days with one session. */
function movedTo(
  courseId: number,
  day: string,
  times: { startsAt: string; endsAt: string; trainerIds?: string[] },
) {
  run("DELETE FROM sessions WHERE course_id = ?", courseId);
  run("UPDATE courses SET starts_on = ?, ends_on = ? WHERE id = ?", day, day, courseId);
  value(save(courseId, { day, ...times }));
}

describe("a trainer who has a place in another course at that time", () => {
  const [rami] = w.trainerIds as [number, number];

  it("is shown in both: in the plan that they train in, and among the people of the other", async () => {
    const here = opened(w, { titleEn: "Trained", startsOn: "2027-05-02", endsOn: "2027-05-06" });
    const there = opened(w, { titleEn: "Refresher", startsOn: "2027-06-06", endsOn: "2027-06-10" });
    value(await registered(there.slug, { name: "Rami", phone: "0791234611" }));
    run("UPDATE registrations SET person_id = ? WHERE course_id = ?", rami, there.courseId);
    const [first] = sessionsOf(here.courseId);
    expect(openIn(here.courseId, ["trainer_expected"])).toEqual([]);
    movedTo(there.courseId, first!.day, { startsAt: first!.startsAt, endsAt: first!.endsAt });
    expect(openIn(here.courseId, ["trainer_expected"])).toMatchObject([
      { trainerId: rami, sessionIds: [first!.id], course: { en: "Refresher" } },
    ]);
    expect(found(there.courseId).people).toMatchObject([{ name: "Rami", course: { en: "Trained" } }]);
    // Of another programme, and not public: that they are busy, and not where.
    run("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?", w.otherId, there.courseId);
    expect(openIn(here.courseId, ["trainer_expected"])).toMatchObject([{ trainerId: rami, course: null }]);
    run("UPDATE courses SET programme_id = ?, state = 'open' WHERE id = ?", w.programmeId, there.courseId);
    run("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?", w.otherId, here.courseId);
    expect(found(there.courseId).people).toMatchObject([{ name: "Rami", course: null }]);
    run("UPDATE courses SET programme_id = ?, state = 'open' WHERE id = ?", w.programmeId, here.courseId);
    // Where they registered by the public page they are another person, of the same name and phone.
    const again = person("Rami");
    for (const of of [rami, again])
      run("INSERT OR IGNORE INTO contact_keys (person_id, kind, hash) VALUES (?, 'phone', 'the same')", of);
    run("UPDATE registrations SET person_id = ? WHERE course_id = ?", again, there.courseId);
    expect(openIn(here.courseId, ["trainer_expected"])).toMatchObject([{ trainerId: rami }]);
    expect(found(there.courseId).people).toMatchObject([{ course: { en: "Trained" } }]);
    run("UPDATE registrations SET state = 'withdrawn' WHERE course_id = ?", there.courseId);
    expect(openIn(here.courseId, ["trainer_expected"])).toEqual([]);
    expect(found(there.courseId).people).toEqual([]);
  });
});

describe("the hours of a trainer on a day", () => {
  it("are those of all courses together; too many are accepted with a reason, which holds for just these", () => {
    const [rami] = w.trainerIds as [number, number];
    const here = opened(w, { startsOn: "2027-08-01", endsOn: "2027-08-05" });
    const there = opened(w, { startsOn: "2027-09-05", endsOn: "2027-09-09" });
    const [first] = sessionsOf(here.courseId);
    const hours = () => openIn(here.courseId, ["over_hours"]);
    movedTo(there.courseId, first!.day, { startsAt: "16:00", endsAt: "21:00", trainerIds: [String(rami)] });
    expect(hours()).toEqual([]);
    movedTo(there.courseId, first!.day, { startsAt: "16:00", endsAt: "22:00", trainerIds: [String(rami)] });
    const over = hours().filter((one) => one.kind === "over_hours" && one.trainerId === rami);
    expect(over).toMatchObject([{ day: first!.day, minutes: 165 + 6 * 60 }]);
    // Of a course that is not theirs to know, how much it is stays untold.
    expect(over).toMatchObject([{ hidden: false }]);
    run("UPDATE courses SET programme_id = ?, state = 'draft' WHERE id = ?", w.otherId, there.courseId);
    expect(hours().filter((one) => one.kind === "over_hours" && one.trainerId === rami)).toMatchObject([
      { hidden: true },
    ]);
    // So it does in what the form sends, which says nothing of itself: the hours and the course are no part of it.
    const [untold] = hours().filter((one) => one.kind === "over_hours" && one.trainerId === rami);
    expect(untold!.word).toMatch(/^[\w-]{22}$/);
    const guessed = { courseId: here.courseId, kind: "over_hours" as const, reason: "As guessed" };
    expect(fault(acceptIssue(as(w.coordinator, now), { ...guessed, word: untold!.about })).code).toBe(
      "issueChanged",
    );
    run("UPDATE courses SET programme_id = ?, state = 'open' WHERE id = ?", w.programmeId, there.courseId);
    const accept = { courseId: here.courseId, kind: "over_hours" as const, word: over[0]!.word };
    value(acceptIssue(as(w.coordinator, now), { ...accept, reason: "Two half days, agreed with them" }));
    const left = () => hours().filter((one) => one.kind === "over_hours" && one.trainerId === rami);
    expect(left()).toEqual([]);
    movedTo(there.courseId, first!.day, { startsAt: "16:00", endsAt: "22:30", trainerIds: [String(rami)] });
    expect(left()).toMatchObject([{ before: { reason: "Two half days, agreed with them" } }]);
    // In a cancelled course nobody trains.
    run("UPDATE courses SET state = 'cancelled' WHERE id = ?", there.courseId);
    expect(hours()).toEqual([]);
    // Who else pays for it may ask for fewer.
    run("UPDATE programmes SET hours_a_day = 2 WHERE id = ?", w.otherId);
    expect(hours()).toEqual([]);
    run(
      "INSERT INTO course_shares (course_id, programme_id, by_person_id, since) VALUES (?, ?, ?, 0)",
      here.courseId,
      w.otherId,
      rami,
    );
    expect(hours().length).toBeGreaterThan(0);
    expect(hours().every((one) => one.kind === "over_hours" && one.most === 120)).toBe(true);
  });
});
