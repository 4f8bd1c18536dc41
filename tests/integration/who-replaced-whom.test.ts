import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import { programmeMembers } from "../../db/schema";
import * as gate from "../../lib/access/gate";
import { askTrainers } from "../../lib/requests/commands";
import { askSchema } from "../../lib/requests/schema";
import { replaceTrainer } from "../../lib/timetable/commands";
import { ownTimetableChanges } from "../../lib/timetable/queries";
import { replaceTrainerSchema } from "../../lib/timetable/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { courseSessions } from "../support/desk";
import { transact } from "../support/transact";
import { fault, now, opened, person, value, world } from "../support/world";

freshDatabase();
const w = world();
const nour = w.trainerIds[1]!;
const cx = as(w.coordinator, now);
const trainer = (name: string) => {
  const personId = person(name);
  transact((db) =>
    db
      .insert(programmeMembers)
      .values({ programmeId: w.programmeId, personId, role: "trainer", since: now })
      .run(),
  );
  return personId;
};

it("says in the list of changes who took whose place, and to whoever was slower that it was done meanwhile", () => {
  const own = opened(w, { startsOn: "2027-05-09", endsOn: "2027-05-11" });
  const other = trainer("Took over");
  const change = { courseId: String(own.courseId), personId: String(nour), byPersonId: String(other) };
  const done = value(replaceTrainer(cx, replaceTrainerSchema.parse({ ...change, reason: "Ill" })));
  const named = () =>
    ownTimetableChanges(cx, gate.course(cx, "timetable.edit", own.courseId), done.changeId)[0]?.replaced;
  expect(named()).toMatchObject({ was: { name: "Nour" }, by: { name: "Took over" } });
  const again = replaceTrainer(cx, replaceTrainerSchema.parse({ ...change, reason: "Ill" }));
  expect(fault(again).code).toBe("replacedMeanwhile");
});

it("whoever was asked for what they take over need not answer any more, and is still asked for what they do not", () => {
  const own = opened(w, { startsOn: "2027-05-16", endsOn: "2027-05-18" });
  const other = trainer("Was asked");
  const [first] = courseSessions(cx, own.courseId);
  const asked = {
    ...{ courseId: String(own.courseId), trainerIds: [String(other)], role: "co_trainer" },
    ...{ answerBy: "2027-02-01", message: "" },
  };
  for (const sessionId of ["", String(first!.id)])
    value(askTrainers(cx, askSchema.parse({ ...asked, sessionId })));
  const states = () =>
    sqlite()
      .prepare("SELECT session_id IS NULL, state FROM trainer_requests WHERE person_id = ? ORDER BY id")
      .raw()
      .all(other);
  // Of the session they train all, of the course not: the last session has somebody else.
  const last = courseSessions(cx, own.courseId).at(-1)!;
  sqlite().prepare("DELETE FROM session_trainers WHERE session_id = ?").run(last.id);
  const change = { courseId: String(own.courseId), personId: String(nour), byPersonId: String(other) };
  value(replaceTrainer(cx, replaceTrainerSchema.parse({ ...change, reason: "Ill" })));
  expect(states()).toEqual([
    [1, "waiting"],
    [0, "taken_back"],
  ]);
});
