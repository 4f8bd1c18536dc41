import { describe, expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { registerPerson } from "../../lib/admission/commands";
import { editCourse, setCourseState } from "../../lib/courses/commands";
import { courseEditSchema } from "../../lib/courses/schema";
import { registerPersonSchema } from "../../lib/registrations/schema";
import { proposeSessions, saveSession } from "../../lib/timetable/commands";
import { sessionSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseForm, now, planned, registered, world } from "../support/world";

freshDatabase();
const w = world();

/** A course known only by numbers that lacks nothing a course of people needs: days, modules, trainers. */
function numbersOnly() {
  const { courseId, slug } = planned(w, { startsOn: "2026-11-01", endsOn: "2026-11-05" });
  sqlite().prepare("UPDATE courses SET counted_by = 'numbers', state = 'closed' WHERE id = ?").run(courseId);
  return { courseId, slug };
}

const states = ["draft", "open", "running", "closed", "cancelled"] as const;

/** Whatever a plan's pages can send, in the hands of the coordinator. */
const attempts: [string, (of: { courseId: number; slug: string }, version: number) => unknown][] = [
  ...states.map((to): (typeof attempts)[number] => [
    `to ${to}`,
    ({ courseId }) =>
      setCourseState(as(w.coordinator, now), { courseId, from: "closed", to, reason: "A reason" }),
  ]),
  [
    "the plan",
    ({ courseId }, version) =>
      editCourse(
        as(w.coordinator, now),
        courseEditSchema.parse({ ...courseForm(w), courseId: String(courseId), version: String(version) }),
      ),
  ],
  [
    "a proposal",
    ({ courseId }) =>
      proposeSessions(as(w.coordinator, now), {
        courseId,
        startsAt: "09:00",
        endsAt: "15:00",
        breakFrom: "12:00",
        breakMinutes: 60,
      }),
  ],
  [
    "a session",
    ({ courseId }) =>
      saveSession(
        as(w.coordinator, now),
        sessionSchema.parse({
          courseId: String(courseId),
          kind: "other",
          title: "Visit",
          day: "2026-11-02",
          startsAt: "09:00",
          endsAt: "10:00",
        }),
      ),
  ],
  ["a registration", ({ slug }) => registered(slug)],
  [
    "somebody registered",
    ({ courseId }) =>
      registerPerson(
        as(w.coordinator, now),
        registerPersonSchema([]).parse({
          courseId: String(courseId),
          formKey: "invariant-record",
          language: "en",
          name: "Somebody",
          phone: "0795550101",
          consent: "on",
        }) as never,
      ),
  ],
];

describe("a course known only by numbers", () => {
  const kept = (courseId: number) => ({
    course: sqlite().prepare("SELECT * FROM courses WHERE id = ?").get(courseId) as { version: number },
    sessions: sqlite().prepare("SELECT * FROM sessions WHERE course_id = ?").all(courseId),
    people: sqlite().prepare("SELECT * FROM registrations WHERE course_id = ?").all(courseId),
  });
  for (const [what, attempt] of attempts)
    it(`stays over, without people and without sessions: ${what}`, async () => {
      const of = numbersOnly();
      const before = kept(of.courseId);
      await attempt(of, before.course.version);
      expect(kept(of.courseId)).toEqual(before);
    });
});
