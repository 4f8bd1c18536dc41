import { describe, expect, it } from "vitest";
import { calendarEntries } from "../../app/_words/calendar";
import { sqlite } from "../../db/client";
import { venues } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { visitor } from "../../lib/access/table";
import { decideRegistrations } from "../../lib/admission/commands";
import { publicCourse } from "../../lib/courses/queries";
import { publicEvents } from "../../lib/feeds/queries";
import { saveGroup } from "../../lib/groups/commands";
import { groupSchema } from "../../lib/groups/schema";
import { deleteSession, saveSession, setCourseLink, undoTimetableChange } from "../../lib/timetable/commands";
import { courseLink, joinLink, ownTeaching, planIssues } from "../../lib/timetable/queries";
import { courseLinkSchema, sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { followRegistration } from "../support/asked";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { eventsAt, made } from "../support/feeds";
import { edited, sessionsOf } from "../support/timetableSteps";
import { transact } from "../support/transact";
import { fault, now, opened, planned, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const desk = as(w.coordinator, now);
const link = "https://meet.example.org/j/8421?pwd=abc";
const own = "https://meet.example.org/own";

const setLink = (courseId: number, said: string) =>
  setCourseLink(desk, courseLinkSchema.parse({ courseId: String(courseId), link: said }));

/** Changes one session of a course as its form does. */
function change(courseId: number, nth: number, more: Record<string, unknown>) {
  const session = sessionsOf(courseId)[nth]!;
  return saveSession(desk, edited(courseId, session, more) as Parameters<typeof saveSession>[1]);
}

/** A week of its own, so that trainers and rooms are free. */
let weeks = 0;
const nextWeek = () => {
  weeks += 1;
  const year = 2030 + weeks;
  return { startsOn: `${year}-02-03`, endsOn: `${year}-02-07` };
};

describe("the link of an online session", () => {
  it("is shown to those who have a place, to trainers and coordinators, and to nobody else anywhere", async () => {
    const { courseId, slug } = opened(w, {
      mode: "online",
      venueId: "",
      admission: "selection",
      ...nextWeek(),
    });
    value(setLink(courseId, link));
    value(change(courseId, 1, { link: own }));
    const [first, second] = sessionsOf(courseId);
    value(await registered(slug));
    const [applied] = sqlite()
      .prepare("SELECT id, token, person_id AS personId FROM registrations WHERE course_id = ?")
      .all(courseId) as { id: number; token: string; personId: number }[];
    expect(followRegistration(as(visitor, now), applied!.token)!.online).toEqual([]);
    const accepted = { courseId, registrationIds: [applied!.id], to: "accepted" as const, reason: null };
    value(decideRegistrations(desk, accepted));
    const mine = followRegistration(as(visitor, now), applied!.token)!.online;
    expect(mine.map(({ joinAt }) => joinAt).slice(0, 2)).toEqual([link, own]);

    // Those who teach it, in their calendar and at the desk; a trainer of the programme who does not teach it, nowhere.
    const taught = ownTeaching(
      as(w.trainer, now),
      { personId: w.trainer.personId!, accountId: 1 } as never,
      `${first!.day}`,
      `${first!.day}`,
    );
    expect(taught[0]!.sessions[0]!.joinAt).toBe(link);
    expect(joinLink(desk, gate.session(desk, "session.join", second!.id))).toBe(own);
    expect(() => gate.session(as(w.otherTrainer, now), "session.join", first!.id)).toThrow();

    // What is public says that it is online, and no link.
    const course = gate.publicCourse(as(visitor, now), slug)!;
    const events = publicEvents(as(visitor, now), course, {});
    const open = [
      publicCourse(as(visitor, now), slug),
      courseSessions(desk, courseId),
      events,
      calendarEntries(events, "en"),
    ];
    expect(JSON.stringify(open)).not.toContain("meet.example.org");
    expect(calendarEntries(events, "fr")[0]!.location).toBe("En ligne");

    // The calendar of the course has it for whoever coordinates or trains it, a public one does not.
    sqlite()
      .prepare(
        "INSERT OR IGNORE INTO accounts (id, person_id, email, created_at) VALUES (?, ?, 'c@example.org', ?)",
      )
      .run(w.coordinator.personId, w.coordinator.personId, now);
    value(change(courseId, 0, { interpretedInto: ["fr"], interpreter: "Dina" }));
    const ofCourse = await eventsAt(made(w.coordinator, "course", courseId));
    const atDesk = ofCourse.events.get(`session-${first!.id}@localhost:3000`)!;
    expect(atDesk.location).toBe(link);
    expect(atDesk.description).toBe("Interpretation into French");

    // A personal calendar has it, and takes another link for news.
    sqlite()
      .prepare("INSERT INTO accounts (id, person_id, email, created_at) VALUES (?, ?, 'p@example.org', ?)")
      .run(applied!.personId, applied!.personId, now);
    const token = made(
      { ...w.participant, personId: applied!.personId, accountId: applied!.personId },
      "mine",
    );
    const uid = `session-${first!.id}@localhost:3000`;
    const before = (await eventsAt(token)).events.get(uid)!;
    expect(before.location).toBe(link);
    value(setLink(courseId, `${link}2`));
    const after = (await eventsAt(token)).events.get(uid)!;
    expect([after.location, after.sequence > before.sequence]).toEqual([`${link}2`, true]);
  });

  it("opens a page over https and nothing else; empty, it is taken back", () => {
    const { courseId } = planned(w, { mode: "online", venueId: "", ...nextWeek() });
    for (const said of [
      "javascript:alert(1)",
      "http://meet.example.org",
      "https://user:secret@meet.example.org",
      "https://localhost",
      "https://meet.example.org/<b>",
      `https://meet.example.org/${"a".repeat(500)}`,
      "meet.example.org/1",
    ])
      expect(courseLinkSchema.safeParse({ courseId: "1", link: said }).success, said).toBe(false);
    value(setLink(courseId, ` ${link} `));
    const course = () => gate.course(desk, "timetable.edit", courseId);
    expect(courseLink(desk, course())).toBe(link);
    value(setLink(courseId, ""));
    expect(courseLink(desk, course())).toBeNull();
    expect(() =>
      sqlite().prepare("INSERT INTO course_links VALUES (?, 'javascript:1', null, 1)").run(courseId),
    ).toThrow();
  });

  it("comes back with its session, which has no room", () => {
    const { courseId } = opened(w, nextWeek());
    const [session] = sessionsOf(courseId);
    const said = sessionSchema.safeParse({
      courseId: "1",
      kind: "other",
      day: session!.day,
      startsAt: "09:00",
      endsAt: "10:00",
      online: "on",
      roomId: "1",
    });
    expect(JSON.stringify(said.error?.issues ?? [])).toContain("onlineHasNoRoom");
    value(change(courseId, 0, { online: true, roomId: null, link: own }));
    const { changeId } = value(deleteSession(desk, { courseId, sessionId: session!.id }));
    value(undoTimetableChange(desk, { changeId: changeId! }));
    expect(
      sqlite().prepare("SELECT online, link, room_id FROM sessions WHERE id = ?").get(session!.id),
    ).toEqual({ online: 1, link: own, room_id: null });
    expect(() =>
      sqlite().prepare("UPDATE sessions SET room_id = ? WHERE id = ?").run(w.roomId, session!.id),
    ).toThrow(/online/);
  });
});

const elsewhere = transact((db) =>
  db
    .insert(venues)
    .values({ name: "Cooperative union", country: "JO", place: "Zarqa" })
    .returning({ id: venues.id })
    .get(),
).id;
const room = sqlite()
  .prepare("INSERT INTO rooms (venue_id, name) VALUES (?, 'Meeting room') RETURNING id")
  .pluck();
const roomThere = room.get(elsewhere) as number;

describe("a course over two places", () => {
  it("says where each session is, by its room or the place of its group", () => {
    const { courseId } = opened(w, nextWeek());
    const groupId = value(
      saveGroup(
        desk,
        groupSchema.parse({ courseId: String(courseId), name: "Zarqa", venueId: String(elsewhere) }),
      ),
    ).groupId;
    value(change(courseId, 0, { groupId }));
    value(change(courseId, 1, { roomId: roomThere }));
    value(change(courseId, 2, { roomId: w.roomId }));
    const said = courseSessions(desk, courseId).map(({ venue, venuePlace, room }) => [
      venue,
      venuePlace,
      room,
    ]);
    expect(said.slice(0, 4)).toEqual([
      ["Cooperative union", "Zarqa", null],
      ["Cooperative union", "Zarqa", "Meeting room"],
      [null, null, "Hall"],
      [null, null, null],
    ]);
    const [entry] = calendarEntries(
      publicEvents(
        as(visitor, now),
        gate.publicCourse(
          as(visitor, now),
          sqlite().prepare("SELECT slug FROM courses WHERE id = ?").pluck().get(courseId) as string,
        )!,
        {},
      ),
      "en",
    );
    expect(entry!.location).toContain("Zarqa");
    // A venue of another country is none of its places.
    const abroad = transact((db) =>
      db
        .insert(venues)
        .values({ name: "Abroad", country: "LB", place: "Beirut" })
        .returning({ id: venues.id })
        .get(),
    ).id;
    expect(fault(change(courseId, 3, { roomId: room.get(abroad) as number })).fields?.roomId).toBeDefined();
    expect(
      fault(
        saveGroup(
          desk,
          groupSchema.parse({ courseId: String(courseId), name: "B", venueId: String(abroad) }),
        ),
      ).fields?.venueId,
    ).toBeDefined();
  });

  it("has its trainers travel between them, and nobody to what is online", () => {
    const { courseId } = opened(w, nextWeek());
    const travel = () =>
      planIssues(desk, gate.course(desk, "timetable.edit", courseId)).open.filter(
        ({ kind }) => kind === "travel",
      );
    expect(travel()).toEqual([]);
    const last = sessionsOf(courseId).length - 1;
    value(change(courseId, last, { roomId: roomThere }));
    expect(travel().length).toBeGreaterThan(0);
    expect(travel()[0]).toMatchObject({ courseId, venue: "Cooperative union" });
    value(change(courseId, last, { roomId: null, online: true }));
    expect(travel()).toEqual([]);
  });
});

describe("a group that is taught in a language", () => {
  it("is an open point where no trainer of it speaks that and nobody interprets, which may be accepted", () => {
    const { courseId } = opened(w, { languages: ["ar", "fr"], ...nextWeek() });
    const { groupId } = value(
      saveGroup(desk, { courseId, groupId: null, version: null, name: "French", language: "fr" }),
    );
    value(change(courseId, 0, { groupId }));
    const open = () =>
      planIssues(desk, gate.course(desk, "timetable.edit", courseId)).open.filter(
        ({ kind }) => kind === "language",
      );
    expect(open()).toMatchObject([{ language: "fr" }]);
    value(change(courseId, 0, { groupId, interpretedInto: ["fr"], interpreter: "Mona" }));
    expect(open()).toEqual([]);
    expect(courseSessions(desk, courseId)[0]).toMatchObject({ interpretedInto: ["fr"], interpreter: "Mona" });
    value(change(courseId, 0, { groupId, interpretedInto: [], interpreter: null }));
    expect(open()).toHaveLength(1);
    sqlite().prepare("UPDATE persons SET language = 'fr' WHERE id = ?").run(w.trainerIds[0]);
    expect(open()).toEqual([]);
    sqlite().prepare("UPDATE persons SET language = 'en'").run();
  });
});
