import { expect, it } from "vitest";
import { sqlite } from "../../db/client";
import * as gate from "../../lib/access/gate";
import { askAgain, askTrainers } from "../../lib/requests/commands";
import { askedIn } from "../../lib/requests/queries";
import { askSchema } from "../../lib/requests/schema";
import { as } from "../support/as";
import { freshDatabase } from "../support/database";
import { day, fault, now, opened, value, world } from "../support/world";

freshDatabase();
const w = world();
const [rami, nour] = w.trainerIds as [number, number];
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
/** Who has not answered on a civil day, and whether they can in time, as whoever reads the overview is told. */
const shown = (civil: string) => {
  const cx = as(w.trainer, at(civil));
  return askedIn(cx, gate.course(cx, "course.read", courseId)).map(({ id, late }) => [id, late]);
};

it("who was asked and does not answer stays to be seen when the day to answer by is over, and when the course is", () => {
  value(ask(now, nour));
  expect(shown("2027-02-07")).toEqual([[nour, false]]);
  expect(shown("2027-02-08")).toEqual([[nour, true]]);
  expect(shown("2027-02-20")).toEqual([[nour, true]]);
});
it("in a course that has begun somebody can be asked again, or another one, for what is left of it", () => {
  const requestId = sqlite().prepare("SELECT max(id) FROM trainer_requests").pluck().get() as number;
  const again = (on: string, answerBy: string) =>
    askAgain(as(w.coordinator, at(on)), { requestId, answerBy });
  expect(fault(again("2027-02-09", "2027-02-11")).fields).toMatchObject({
    answerBy: { code: "answerByLate", params: { day: { day: "2027-02-10" } } },
  });
  value(again("2027-02-09", "2027-02-10"));
  expect(shown("2027-02-09")).toEqual([[nour, false]]);
  // Before it begins it is its first day, as it was.
  expect(fault(again("2027-02-05", "2027-02-09")).fields).toMatchObject({
    answerBy: { code: "answerByLate", params: { day: { day: "2027-02-08" } } },
  });
  expect(fault(again("2027-02-12", "2027-02-12")).fields).toMatchObject({
    answerBy: { code: "answerByLate" },
  });
});
it("who is asked for one session in time and late for another has not answered yet", () => {
  const [sessionId] = sqlite()
    .prepare("SELECT id FROM sessions WHERE course_id = ? AND day = '2027-02-10'")
    .pluck()
    .all(courseId);
  sqlite().prepare("UPDATE trainer_requests SET answer_by = '2027-02-07'").run();
  value(ask(at("2027-02-08"), nour, { sessionId: String(sessionId), answerBy: "2027-02-09" }));
  expect(shown("2027-02-09")).toEqual([[nour, false]]);
  expect(shown(new Date(at("2027-02-09") + day).toISOString().slice(0, 10))).toEqual([[nour, true]]);
});
