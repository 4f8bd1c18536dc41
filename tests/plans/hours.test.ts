import { describe, expect, it } from "vitest";
import * as gate from "../../lib/access/gate";
import { system } from "../../lib/access/table";
import type { Context } from "../../lib/acts/context";
import { peopleElsewhere } from "../../lib/timetable/queries";
import { engagements, roomsTaken, sessionsDuring } from "../../lib/timetable/store/taken";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { opened, registered, value, world } from "../support/world";
import { costly, plansOf } from "./steps";

/** Who and what is elsewhere at an hour is asked whenever a timetable is looked at or changed. */
freshDatabase();
const w = world();
const course = opened(w);
value(await registered(course.slug));
const span = { startsAt: 0, endsAt: 1 };

const byHour: { name: string; ask: (cx: Context) => unknown; by: string }[] = [
  {
    name: "a room",
    ask: (cx) => roomsTaken(cx, [1], span),
    by: "sessions_room (room_id=? AND start_instant>? AND start_instant<?)",
  },
  {
    name: "trainers",
    ask: (cx) => engagements(cx, w.trainerIds, span),
    by: "session_trainers_person (person_id=? AND start_instant>? AND start_instant<?)",
  },
  {
    name: "courses",
    ask: (cx) => sessionsDuring(cx, [1, 2], span),
    by: "sessions_course (course_id=? AND start_instant>? AND start_instant<?)",
  },
  {
    name: "people of a course",
    ask: (cx) => peopleElsewhere(cx, gate.course(cx, "registrations.read", course.courseId)),
    by: "registrations_by_person (person_id=?)",
  },
];

describe("what is elsewhere at an hour", () => {
  for (const { name, ask, by } of byHour)
    for (const spread of [false, true])
      it(`${name}: is found by that hour alone${spread ? ", in a big file" : ""}`, () => {
        const plans = plansOf(ask, as(system), spread);
        for (const plan of plans) expect(costly(plan, true), plan.text).toEqual([]);
        expect(plans.flatMap(({ steps }) => steps).join("\n")).toContain(by);
      });
});
