import { expect, it } from "vitest";
import { workshopDefaults } from "../../app/[locale]/(desk)/desk/workshops/WorkshopFields";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { editWorkshop } from "../../lib/courses/commands";
import { deskCourse } from "../../lib/courses/queries";
import { workshopEditSchema } from "../../lib/courses/schema";
import { toldOfChange } from "../../lib/messages/queries";
import { deleteSession, undoTimetableChange } from "../../lib/timetable/commands";
import { courseSessions } from "../../lib/timetable/queries";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { now, ownWorkshop, registered, value, world } from "../support/world";

freshDatabase();
const w = world();
const cx = as(w.trainer, now);

it("who moves their workshop learns how many are told of it, and that nobody is where nothing moved", async () => {
  const { courseId, slug } = ownWorkshop(w);
  expect((await registered(slug, { name: "Someone" })).ok).toBe(true);
  sqlite().prepare("UPDATE registrations SET state = 'accepted' WHERE course_id = ?").run(courseId);
  // Nothing rests on an approval that there is not.
  sqlite().prepare("UPDATE courses SET approved_at = NULL WHERE id = ?").run(courseId);
  const edit = (more: object) => {
    const course = deskCourse(cx, gate.course(cx, "course.read", courseId))!;
    const { defaults } = workshopDefaults(course, courseSessions(cx, course));
    return value(
      editWorkshop(
        cx,
        workshopEditSchema.parse({
          ...{ courseId: String(courseId), wholeIds: [], shownCountry: "", shownZone: "", ownLanguage: "en" },
          ...{ ...defaults, place: defaults.place || "Amman", ...more },
        }),
      ),
    );
  };
  expect(edit({ capacity: "30" })).toMatchObject({ mailed: 0, byHand: 0 });
  const moved = edit({ startsOn: "2027-04-05", endsOn: "2027-04-09" });
  // Whoever registered, and the other trainer.
  expect(moved).toMatchObject({ mailed: 0, byHand: 2 });
  // The same is said of a change of its timetable.
  const mine = gate.course(cx, "timetable.edit", courseId);
  const [session, other] = courseSessions(cx, deskCourse(cx, gate.course(cx, "course.read", courseId))!);
  const later = as(w.trainer, now + 1000);
  value(deleteSession(later, { courseId, sessionId: session!.id }));
  expect(toldOfChange(later, mine, later.now)).toEqual({ mailed: 0, byHand: 2 });
  // Of one that is undone nobody hears who had heard of the days.
  sqlite().prepare("UPDATE notices SET told_at = ?").run(now);
  const last = as(w.trainer, now + 2000);
  const { changeId } = value(deleteSession(last, { courseId, sessionId: other!.id }));
  expect(toldOfChange(last, mine, last.now)).toEqual({ mailed: 0, byHand: 2 });
  value(undoTimetableChange(last, { changeId: changeId! }));
  expect(toldOfChange(last, mine, last.now)).toEqual({ mailed: 0, byHand: 0 });
});
