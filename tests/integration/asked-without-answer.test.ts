import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { acceptRequest, askAgain, askTrainers } from "../../lib/requests/commands";
import { lateIn, mayBeAsked } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { fault, now, opened, person, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
const salma = person("Salma");
sqlite()
  .prepare("INSERT INTO programme_members (programme_id, person_id, role, since) VALUES (?, ?, 'trainer', ?)")
  .run(w.programmeId, salma, now);
const { courseId } = opened(w, {
  ...{ startsOn: "2027-02-08", endsOn: "2027-02-10", trainerIds: [String(rami)] },
});
const ask = (at: number, personId: number, more: Record<string, string> = {}) =>
  askTrainers(
    as(w.coordinator, at),
    askSchema.parse({
      ...{ courseId: String(courseId), sessionId: "", trainerIds: [String(personId)], role: "co_trainer" },
      ...{ answerBy: "2027-02-07", message: "", ...more },
    }),
  );
/** Nine in the morning of a civil day at the place of the course. */
const at = (civil: string) => Date.parse(`${civil}T06:00:00Z`);
/** Who did not answer in time on a civil day, as whoever asks is told. */
const late = (civil: string, viewer = w.coordinator) => {
  const cx = as(viewer, at(civil));
  return lateIn(cx, gate.course(cx, "trainers.ask", courseId)).map(({ id }) => id);
};

it("who was asked and does not answer stays to be seen when the day to answer by is over, by whoever can ask again", () => {
  value(ask(now, nour));
  expect(late("2027-02-07")).toEqual([]);
  expect(late("2027-02-08")).toEqual([nour]);
  expect(late("2027-02-20")).toEqual([nour]);
  // Who trains it is told no day to answer by.
  const cx = as(w.trainer, now);
  expect(() => gate.course(cx, "trainers.ask", courseId)).toThrow();
  sqlite().prepare("UPDATE courses SET state = 'closed' WHERE id = ?").run(courseId);
  expect(late("2027-02-20")).toEqual([]);
  sqlite().prepare("UPDATE courses SET state = 'running' WHERE id = ?").run(courseId);
});
it("in a course that has begun somebody can be asked again, or another one, for what is left of it", () => {
  const requestId = sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
  const again = (on: string, answerBy: string) =>
    askAgain(as(w.coordinator, at(on)), { requestId, answerBy });
  expect(fault(again("2027-02-09", "2027-02-11")).fields).toMatchObject({
    answerBy: { code: "answerByLate", params: { day: { day: "2027-02-10" } } },
  });
  value(again("2027-02-09", "2027-02-10"));
  expect(late("2027-02-09")).toEqual([]);
  // Before it begins it is its first day, as it was.
  expect(fault(again("2027-02-05", "2027-02-09")).fields).toMatchObject({
    answerBy: { code: "answerByLate", params: { day: { day: "2027-02-08" } } },
  });
  expect(fault(again("2027-02-12", "2027-02-12")).code).toBe("askedAllOver");
});
it("who is asked for one session in time and late for another has not answered yet", () => {
  const [sessionId] = sqlite()
    .prepare("SELECT id FROM sessions WHERE course_id = ? AND day = '2027-02-10'")
    .pluck()
    .all(courseId);
  sqlite().prepare("UPDATE trainer_requests SET answer_by = '2027-02-07'").run();
  value(ask(at("2027-02-08"), nour, { sessionId: String(sessionId), answerBy: "2027-02-09" }));
  expect(late("2027-02-09")).toEqual([]);
  expect(late("2027-02-10")).toEqual([nour]);
});
it("of what is over nobody is asked any more, and accepting it would give nothing: also on its last day", () => {
  const evening = at("2027-02-10") + 14 * 3_600_000;
  const requestId = sqlite()
    .prepare("SELECT id FROM trainer_requests WHERE session_id IS NULL")
    .pluck()
    .get() as number;
  expect(fault(ask(evening, salma, { answerBy: "2027-02-10" })).code).toBe("askedAllOver");
  expect(fault(askAgain(as(w.coordinator, evening), { requestId, answerBy: "2027-02-10" })).code).toBe(
    "askedAllOver",
  );
  const cx = as(w.coordinator, evening);
  const course = gate.course(cx, "trainers.ask", courseId);
  expect(mayBeAsked(cx, course, { sessionId: null, groupId: null })).toBe(false);
  const asked = { ...w.trainer, personId: nour };
  expect(fault(acceptRequest(as(asked, evening), { requestId })).code).toBe("askedAllOver");
  // While something is to come it is as before.
  value(ask(at("2027-02-10"), salma, { answerBy: "2027-02-10" }));
});
