import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { enterAwayDays } from "../../lib/away/commands";
import { createCourse } from "../../lib/courses/commands";
import { courseSchema } from "../../lib/courses/schema";
import { trainersThen } from "../../lib/timetable/queries";
import { standIn } from "../../lib/trainers/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { timetables } from "../support/timetables";
import { transact } from "../support/transact";
import { courseForm, now, person, planned, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, save } = timetables(w);
const [rami, nour] = w.trainerIds as [number, number];
const cx = as(w.coordinator, now);
const day = "2027-02-07";

/** A course of both trainers with one session, which one of them trains; how it is reckoned who is there then. */
function course(more: Record<string, unknown> = {}, on = day) {
  const { courseId } = planned(w, { startsOn: on, endsOn: on, venueId: "" });
  value(save(courseId, { day: on, startsAt: "16:00", endsAt: "17:00", trainerIds: [String(rami)], ...more }));
  const granted = gate.course(cx, "timetable.edit", courseId);
  const session = sessionsOf(courseId)[0]!;
  return {
    ...{ courseId, session },
    does: (id: number) => trainersThen(cx, granted, session, [rami, nour])(id),
    /** Who cannot be there, and who may be instead, as seen at an instant. */
    instead: (at = now) => {
      const found = standIn(as(w.coordinator, at), granted, session);
      return found && [found.absent.id, found.by.id];
    },
  };
}
const isAway = (personId: number, on = day) =>
  value(
    enterAwayDays(as(viewer(personId, { trains: [w.programmeId] }), now), {
      ...{ personId, fromDay: on, toDay: null, reason: null },
    }),
  );

it("says of each trainer whether they are free at the time of a session, and when and, where it may be told, where they teach", () => {
  const { does } = course();
  expect(does(rami)).toEqual({ busy: [], free: true });
  expect(does(nour)).toEqual({ busy: [], free: true });
  const own = planned(w, { startsOn: day, endsOn: day, venueId: "" });
  value(save(own.courseId, { day, startsAt: "15:30", endsAt: "16:15", trainerIds: [String(nour)] }));
  const title = gate.course(cx, "course.read", own.courseId).title;
  expect(does(nour)).toEqual({ busy: [{ from: "15:30", to: "16:15", course: title }], free: false });
  // A draft of another programme is not the viewer's to know.
  transact((db) =>
    db
      .insert(programmeMembers)
      .values({ programmeId: w.otherId, personId: nour, role: "trainer", since: now })
      .run(),
  );
  const form = { programmeId: String(w.otherId), startsOn: day, endsOn: day, venueId: "" };
  const other = value(
    createCourse(
      as(w.stranger, now),
      courseSchema.parse(courseForm(w, { ...form, trainerIds: [String(nour)] })),
    ),
  );
  value(
    save(other.courseId, { day, startsAt: "16:30", endsAt: "18:00", trainerIds: [String(nour)] }, w.stranger),
  );
  expect(does(nour).busy.at(-1)).toEqual({ from: "16:30", to: "18:00", course: null });
  sqlite()
    .prepare("UPDATE courses SET state = 'cancelled' WHERE id IN (?, ?)")
    .run(own.courseId, other.courseId);
  expect(does(nour).free).toBe(true);
});

it("puts in place of a trainer who cannot be there another of the course who is free and may lead it, and else nobody", () => {
  const talk = course({ startsAt: "08:00", endsAt: "09:00" });
  expect(talk.instead()).toBeNull();
  isAway(rami);
  expect(talk.does(rami)).toEqual({ busy: [], free: false });
  expect(talk.instead()).toEqual([rami, nour]);
  const taught = course({
    kind: "module",
    moduleId: String(w.moduleIds[0]),
    startsAt: "18:00",
    endsAt: "19:00",
  });
  expect(taught.instead()).toBeNull();
  isAway(nour);
  expect(talk.instead()).toBeNull();
});

it("offers nobody in place of whoever trained what has begun, whatever became of them since", () => {
  const onDay = "2027-03-09";
  const talk = course({ startsAt: "10:00", endsAt: "11:00" }, onDay);
  isAway(rami, onDay);
  expect(talk.instead(talk.session.startInstant - 1)).toEqual([rami, nour]);
  expect(talk.instead(talk.session.startInstant)).toBeNull();
});

it("looks at the course's own trainers, however many the programme has, with whoever has no role in it, without whoever has trained all of theirs", () => {
  const onDay = "2027-03-16";
  const { session, courseId, instead } = course({ startsAt: "14:00", endsAt: "15:00" }, onDay);
  const before = session.startInstant - 1;
  isAway(rami, onDay);
  // By name all of these come before everybody of the course.
  transact((db) => {
    for (let i = 0; i < 300; i += 1)
      db.insert(programmeMembers)
        .values({ programmeId: w.programmeId, personId: person(`Aaa ${i}`), role: "trainer", since: now })
        .run();
  });
  expect(instead(before)).toEqual([rami, nour]);
  sqlite().prepare("DELETE FROM programme_members WHERE person_id = ?").run(nour);
  expect(instead(before)).toEqual([rami, nour]);
  // What was theirs is over, and somebody else trains what comes: they are no longer of the team for that.
  const morning = { day: onDay, startsAt: "09:00", endsAt: "10:00" };
  value(save(courseId, { ...morning, trainerIds: [String(nour)] }));
  expect(instead(now)).toEqual([rami, nour]);
  expect(instead(before)).toBeNull();
});
