import { read, sqlite } from "../../db/client";
import { courses, programmeMembers } from "../../db/schema";
import { setCourseState } from "../../lib/courses/commands";
import { addDays } from "../../lib/time/civil";
import { as } from "./as";
import { coursesToCertify } from "./certified";
import { transact } from "./transact";
import { ended, now, opened, value, viewer, type World } from "./world";

/**
 * People on the way to trainer: who completed a training of trainers of the world's programme, each with what it takes to
 * teach there; and workshops that they hold.
 */
export async function onTheWay(w: World) {
  const { issued, running } = coursesToCertify(w);
  const tot = await issued("tot");
  const toolId = sqlite().prepare("SELECT id FROM tools WHERE code = 'think-coop'").pluck().get() as number;
  for (const { personId } of tot.people)
    transact((db) =>
      db
        .insert(programmeMembers)
        .values({ programmeId: w.programmeId, personId, role: "trainer", since: now })
        .onConflictDoNothing()
        .run(),
    );
  const viewerOf = (personId: number) => viewer(personId, { trains: [w.programmeId] });

  /** Puts others in the place of those who train a course and its sessions, the first as lead. */
  function trainedBy(courseId: number, personIds: readonly number[]) {
    const db = sqlite();
    db.prepare(
      "DELETE FROM session_trainers WHERE session_id IN (SELECT id FROM sessions WHERE course_id = ?)",
    ).run(courseId);
    db.prepare("DELETE FROM course_trainers WHERE course_id = ?").run(courseId);
    for (const [at, personId] of personIds.entries()) {
      db.prepare("INSERT INTO course_trainers (course_id, person_id) VALUES (?, ?)").run(courseId, personId);
      db.prepare(
        "INSERT INTO session_trainers (session_id, person_id, role) SELECT id, ?, ? FROM sessions WHERE course_id = ?",
      ).run(personId, at === 0 ? "lead" : "co_trainer", courseId);
    }
  }

  /** A workshop for users under way, with people on its roll, held by these people on the way. */
  async function workshopOf(...personIds: number[]) {
    const course = await running("user");
    trainedBy(course.courseId, personIds);
    const evening = course.at(course.endsOn, "22:00");
    const end = () => value(ended(w.coordinator, course.courseId, evening));
    return { ...course, evening, end };
  }

  /** A workshop that is open, before its first day. */
  function planned(personId: number) {
    const course = opened(w, { kind: "user", startsOn: "2027-09-05", endsOn: "2027-09-09" });
    trainedBy(course.courseId, [personId]);
    return course;
  }

  /** Cancels a course. */
  const cancel = (courseId: number, from: "open" | "running", at: number) =>
    value(setCourseState(as(w.coordinator, at), { courseId, from, to: "cancelled", reason: "No room" }));

  const dayAfter = (of: { endsOn: string }, days: number) => addDays(of.endsOn, days);
  const stateOf = (courseId: number) =>
    read()
      .select({ id: courses.id, state: courses.state })
      .from(courses)
      .all()
      .find(({ id }) => id === courseId)!.state;
  return { tot, toolId, viewerOf, trainedBy, workshopOf, planned, cancel, dayAfter, stateOf };
}
