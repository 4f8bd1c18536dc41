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
import { courseForm, now, planned, value, viewer, world } from "../support/world";

freshDatabase();
const w = world();
const { sessionsOf, save } = timetables(w);
const [rami, nour] = w.trainerIds as [number, number];
const cx = as(w.coordinator, now);
const day = "2027-02-07";

/** A course of both trainers with one session, which one of them trains; how it is reckoned who is there then. */
function course(more: Record<string, unknown> = {}) {
  const { courseId } = planned(w, { startsOn: day, endsOn: day, venueId: "" });
  value(save(courseId, { day, startsAt: "16:00", endsAt: "17:00", trainerIds: [String(rami)], ...more }));
  const granted = gate.course(cx, "timetable.edit", courseId);
  const session = sessionsOf(courseId)[0]!;
  return {
    does: (id: number) => trainersThen(cx, granted, session, [rami, nour])(id),
    instead: () => {
      const found = standIn(cx, granted, session);
      return found && [found.absent.id, found.by.id];
    },
  };
}
const isAway = (personId: number) =>
  value(
    enterAwayDays(as(viewer(personId, { trains: [w.programmeId] }), now), {
      ...{ personId, fromDay: day, toDay: null, reason: null },
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
