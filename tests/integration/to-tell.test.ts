import { describe, expect, it } from "vitest";
import { writeMessage } from "../../app/_words/message";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { system, visitor } from "../../lib/access/table";
import { faultOf } from "../../lib/faults";
import ar from "../../lib/i18n/messages/ar.json";
import en from "../../lib/i18n/messages/en.json";
import fr from "../../lib/i18n/messages/fr.json";
import { dismissNotice, markTold, markUntold } from "../../lib/messages/commands";
import { ownNotices, peopleToTell } from "../../lib/messages/queries";
import { isReadOnScreen, mailMessages } from "../../lib/messages/rules";
import { toldSchema } from "../../lib/messages/schema";
import { tellPerson } from "../../lib/messages/tell";
import { withdraw } from "../../lib/registrations/commands";
import { deleteSession, proposeSessions } from "../../lib/timetable/commands";
import { as } from "../support/as";
import { personNotices } from "../support/asked";
import { freshDatabase } from "../support/database";
import { todayFor } from "../support/desk";
import { coursesThatMove, join, peopleToTellIn, ticked } from "../support/toTell";
import { transact } from "../support/transact";
import { day, fault, now, opened, person, value, viewer, world } from "../support/world";

delete process.env.SMTP_URL;
process.env.PUBLIC_URL = "https://cascade.example.org";
freshDatabase();
const w = world();
const { decide, noticesFor, notices, toTell, everybody } = peopleToTellIn(w);

describe("without mail, people to tell", () => {
  it("stand on their course's list with a text in their own language, address or not", async () => {
    const course = opened(w);
    const laila = await join(course, { language: "ar", name: "ليلى" });
    const paul = await join(course, { language: "fr", email: "paul@example.org" });
    const { toTell: list, people } = notices(course.courseId);
    expect(people).toBe(2);
    expect(list.map((n) => n.name)).toEqual(["ليلى", expect.stringMatching(/^Person/)]);
    const texts = list.map((n) =>
      writeMessage({ language: n.language, message: n.message, params: n.values }),
    );
    expect(texts[0]!.text).toContain("لك مقعد");
    expect(texts[0]!.text).toContain(laila.token);
    expect(texts[1]!.text).toContain("Vous avez une place");
    expect(texts[1]!.text).toContain(`${paul.courseId}-${paul.number}`);
  });
  it("are told that they are accepted and what may change, and of no place, while the course is a draft", async () => {
    const course = opened(w, { admission: "selection" });
    const row = await join(course);
    decide(row, "accepted");
    const said = () => {
      const [notice] = notices(course.courseId).toTell;
      return (["en", "fr", "ar"] as const).map((language) => {
        const { subject, text } = writeMessage({
          language,
          message: notice!.message,
          params: notice!.values,
        });
        return `${subject} ${text}`;
      });
    };
    const place = ["you have a place", "vous avez une place", "لك مقعد"];
    const change = ["may change", "peuvent changer", "قد يتغيّر"];
    const has = (texts: string[], words: string[]) => texts.map((text, i) => text.includes(words[i]!));
    expect([has(said(), place), has(said(), change)]).toEqual([
      [true, true, true],
      [false, false, false],
    ]);
    sqlite().prepare("UPDATE courses SET state = 'draft' WHERE id = ?").run(course.courseId);
    expect([has(said(), place), has(said(), change)]).toEqual([
      [false, false, false],
      [true, true, true],
    ]);
  });
  it("do not stand there for having applied, which they saw, until they have heard something", async () => {
    const course = opened(w, { admission: "selection" });
    const row = await join(course);
    decide(row, "shortlisted");
    expect(toTell(course.courseId)).toEqual([]);
    decide(row, "accepted");
    expect(toTell(course.courseId)).toEqual([[row.id, "registrationAccepted"]]);
  });
  it("hear the last that holds; who has heard is listed anew when something else holds", async () => {
    const course = opened(w, { admission: "selection" });
    const row = await join(course);
    decide(row, "waiting");
    decide(row, "accepted");
    expect(toTell(course.courseId)).toEqual([[row.id, "registrationAccepted"]]);
    const first = everybody(course.courseId);
    expect(value(markTold(as(w.coordinator, now), first)).count).toBe(1);
    expect(toTell(course.courseId)).toEqual([]);
    decide(row, "declined");
    expect(toTell(course.courseId)).toEqual([[row.id, "registrationDeclined"]]);
    // What was said before it cannot become untold again.
    expect(fault(markUntold(as(w.coordinator, now), first)).code).toBe("toldNewer");
    const second = everybody(course.courseId);
    value(markTold(as(w.coordinator, now), second));
    expect(fault(markUntold(as(w.coordinator, now), first)).code).toBe("toldNewer");
    value(markUntold(as(w.coordinator, now), second));
    expect(toTell(course.courseId)).toEqual([[row.id, "registrationDeclined"]]);
  });
  it("are no longer to be told of a place that they have given back", async () => {
    const course = opened(w, { capacity: "1" });
    const row = await join(course);
    const next = await join(course);
    value(withdraw(as(visitor, now), { token: row.token, reason: null }));
    expect(toTell(course.courseId)).toEqual([[next.id, "registrationMovedUp"]]);
  });
  it("are marked once, by whoever decides in that course, and by nobody else", async () => {
    const course = opened(w);
    await join(course);
    const elsewhere = opened(w);
    const own = everybody(course.courseId);
    for (const by of [w.stranger, w.trainer, w.participant]) {
      expect(() => noticesFor(by, course.courseId)).toThrow("notFound");
      expect(fault(markTold(as(by, now), own)).code).toBe("notFound");
      expect(fault(markUntold(as(by, now), own)).code).toBe("notFound");
    }
    expect(fault(markTold(as(visitor, now), own)).code).toBe("signInNeeded");
    // The keys of one course say nothing in another, nor on a person's page.
    expect(fault(markTold(as(w.coordinator, now), { ...own, courseId: elsewhere.courseId })).code).toBe(
      "notFound",
    );
    expect(fault(markTold(as(w.coordinator, now), { ...own, courseId: null })).code).toBe("notFound");
    expect(value(markTold(as(w.coordinator, now), own)).count).toBe(1);
    expect(value(markTold(as(w.coordinator, now + 1), own)).count).toBe(0);
    expect(notices(course.courseId).told).toMatchObject([{ toldBy: "Samar", toldAt: now }]);
    expect(faultOf(toldSchema.safeParse({ courseId: "1" }).error!.issues[0]!).code).toBe("chooseNotices");
  });
  it("are one item of a coordinator's Today for each course, and none of a trainer's", async () => {
    const course = opened(w);
    await join(course);
    await join(course);
    const items = (by: typeof w.coordinator) =>
      todayFor(as(by, now), "2027-01-10").awaits.filter(
        (item) => item.kind === "tell" && item.course.id === course.courseId,
      );
    expect(items(w.coordinator)).toMatchObject([{ kind: "tell", count: 2 }]);
    expect(items(viewer(1, { administrator: true }))).toHaveLength(1);
    for (const by of [w.trainer, w.stranger, w.participant]) expect(items(by)).toEqual([]);
    value(markTold(as(w.coordinator, now), everybody(course.courseId)));
    expect(items(w.coordinator)).toEqual([]);
    expect(peopleToTell(as(system), gate.course(as(system), "registrations.decide", course.courseId))).toBe(
      0,
    );
  });
});

describe("a course that moves", () => {
  const { running, sessionsOf, save } = coursesThatMove(w);

  it("tells of other dates, place, venue, mode or zone everybody who has a place or waits for one", async () => {
    for (const change of [
      { startsOn: "2027-02-06" },
      { endsOn: "2027-02-12" },
      { placeEn: "Salt" },
      { venueId: "" },
      { mode: "online" },
      { zone: "Africa/Nairobi" },
    ]) {
      const course = await running();
      course.edit(change);
      expect(course.moved(), JSON.stringify(change)).toEqual(["accepted", "waiting"]);
    }
  });
  it("tells nobody of what they do not plan by", async () => {
    const course = await running();
    course.edit({ titleEn: "Another title", minAttendance: "70", costs: "Free" });
    course.edit({ placeFr: "Irbid" });
    expect(course.moved()).toEqual([]);
    const session = sessionsOf(course.courseId)[0]!;
    save(course.courseId, session, { title: "Welcome" });
    expect(course.moved()).toEqual([]);
  });
  it("tells of other sessions whoever has a place: moved, added, taken out, proposed anew", async () => {
    const course = await running();
    const told = () => {
      const who = course.moved();
      value(markTold(as(w.coordinator, now), everybody(course.courseId)));
      return who;
    };
    const [first, second] = sessionsOf(course.courseId);
    save(course.courseId, second!, { roomId: String(w.roomId) });
    expect(told()).toEqual(["accepted"]);
    save(course.courseId, first!, { startsAt: "08:30" });
    expect(told()).toEqual(["accepted"]);
    save(course.courseId, first!, { sessionId: "", day: "2027-02-11", startsAt: "18:00", endsAt: "19:00" });
    expect(told()).toEqual(["accepted"]);
    value(deleteSession(as(w.coordinator, now), { courseId: course.courseId, sessionId: second!.id }));
    expect(told()).toEqual(["accepted"]);
    const hours = { startsAt: "10:00", endsAt: "16:30", breakFrom: "13:00", breakMinutes: 60 };
    value(proposeSessions(as(w.coordinator, now), { courseId: course.courseId, ...hours }));
    expect(told()).toEqual(["accepted"]);
    value(proposeSessions(as(w.coordinator, now), { courseId: course.courseId, ...hours }));
    expect(course.moved()).toEqual([]);
  });
  it("is one message after several edits, and none where they lead back", async () => {
    const course = await running();
    course.edit({ placeEn: "Salt" });
    course.edit({ placeEn: "Ajloun" });
    expect(course.moved()).toEqual(["accepted", "waiting"]);
    const [notice] = notices(course.courseId).toTell;
    expect(notice!.values.place).toBe("Ajloun");
    course.edit({ placeEn: "Irbid" });
    expect(course.moved()).toEqual([]);
    // Once they know of the move, the way back is one as well.
    course.edit({ placeEn: "Salt" });
    value(markTold(as(w.coordinator, now), everybody(course.courseId)));
    course.edit({ placeEn: "Irbid" });
    expect(course.moved()).toEqual(["accepted", "waiting"]);
  });
  it("tells nobody of sessions that are over, of a course that is over, or of the times of a draft", async () => {
    const course = await running();
    const [first] = sessionsOf(course.courseId);
    const after = Date.parse(`${first!.day}T07:30:00Z`);
    save(course.courseId, first!, { startsAt: "08:50", endsAt: "09:20" }, after);
    expect(course.moved()).toEqual([]);
    course.edit({ placeEn: "Salt" }, Date.parse("2027-02-20T00:00:00Z"));
    expect(course.moved()).toEqual([]);
    const back = await running();
    sqlite().prepare("UPDATE courses SET state = 'draft' WHERE id = ?").run(back.courseId);
    save(back.courseId, sessionsOf(back.courseId)[0]!, { startsAt: "08:30" });
    expect(back.moved()).toEqual([]);
  });
  it("is no longer of concern to whoever gave the place back; who moved up hears where it is now", async () => {
    const course = await running();
    course.edit({ placeEn: "Salt" });
    value(withdraw(as(visitor, now), { token: course.accepted.token, reason: null }));
    expect(toTell(course.courseId)).toEqual([[course.waiting.id, "registrationMovedUp"]]);
    expect(notices(course.courseId).toTell[0]!.values.place).toBe("Salt");
  });
});

describe("somebody brought into a programme", () => {
  it("sees it on their own Today until they have read it; administrators see whom to tell", () => {
    const admin = viewer(person("Admin"), { administrator: true });
    const personId = person("Omar", { phone: "+962791112223" });
    const bring = () =>
      transact(() =>
        tellPerson(as(system, now), {
          personId,
          registrationId: null,
          courseId: null,
          message: "broughtIn",
          params: { programme: "PROSPECTS", by: "Samar" },
        }),
      );
    bring();
    const omar = viewer(personId);
    const waits = () => todayFor(as(admin, now), "2027-01-10").people;
    expect(waits()).toMatchObject([{ name: "Omar" }]);
    // Nobody tells themselves, an administrator neither.
    const himself = viewer(personId, { administrator: true });
    expect(todayFor(as(himself, now), "2027-01-10").people).toEqual([]);
    expect(todayFor(as(w.coordinator, now), "2027-01-10").people).toEqual([]);
    expect(personNotices(as(admin, now), personId)).toHaveLength(1);
    expect(personNotices(as(w.coordinator, now), personId)).toEqual([]);
    const [notice] = ownNotices(as(omar), gate.self(as(omar)));
    expect(notice!.params).toMatchObject({ by: "Samar", programme: "PROSPECTS" });
    expect(fault(dismissNotice(as(w.participant, now), { noticeId: notice!.id })).code).toBe("notFound");
    value(dismissNotice(as(omar, now), { noticeId: notice!.id }));
    expect(ownNotices(as(omar), gate.self(as(omar)))).toEqual([]);
    expect(waits()).toEqual([]);
    bring();
    const [again] = ownNotices(as(omar), gate.self(as(omar)));
    value(markTold(as(admin, now + day), ticked(null, again!.id)));
    expect(ownNotices(as(omar), gate.self(as(omar)))).toEqual([]);
  });
});

describe("somebody to be told something about themselves", () => {
  it.each(mailMessages.filter((message) => !isReadOnScreen(message)))(
    "stands on an administrator's Today with what that is, as on their page: %s",
    (message) => {
      const admin = viewer(person("Admin"), { administrator: true });
      const personId = person("Rima", { phone: null });
      const told = { personId, registrationId: null, courseId: null, message, params: {} };
      transact(() => tellPerson(as(system, now), told));
      const waits = todayFor(as(admin, now), "2027-01-10").people.filter(({ id }) => id === personId);
      expect(waits.map(({ messages }) => messages)).toEqual([[message]]);
      for (const words of [ar, en, fr]) {
        const sentences = words.tell.message;
        expect(Object.values(sentences).filter((said) => said === sentences[message])).toHaveLength(1);
      }
    },
  );
});
