import { sqlite } from "../../../db/client";
import type { Filled, TwoProgrammes } from "../../support/twoProgrammes";
import { now } from "../../support/world";
import { type Row, team } from "./row";

/** Asking trainers, and their answers: whose course it is asks, whoever is asked answers. */
export function requestRows({ w, own, foreign, otherTrainers }: TwoProgrammes): Record<string, Row> {
  const trainersOf = (of: Filled) => (of === own ? w.trainerIds : otherTrainers);
  /** A request to the first trainer for a session, which nobody has been asked for. */
  const asked = (of: Filled, session: number, state: "waiting" | "declined") =>
    Number(
      sqlite()
        .prepare(
          "INSERT INTO trainer_requests (course_id, session_id, person_id, role, answer_by, asked_at, state, answered_at, reason) SELECT course_id, id, ?, 'lead', '2027-01-30', ?, ?, ?, 'A reason' FROM sessions WHERE course_id = ? ORDER BY start_instant LIMIT 1 OFFSET ?",
        )
        .run(trainersOf(of)[0]!, now, state, state === "waiting" ? null : now, of.open.courseId, session)
        .lastInsertRowid,
    );
  const keys = new Map(
    [own, foreign].map((of) => [
      of,
      { waiting: asked(of, 1, "waiting"), declined: asked(of, 2, "declined") },
    ]),
  );
  const key = (of: Filled, which: "waiting" | "declined") => String(keys.get(of)![which]);
  const answers = { by: ["trainer"] };
  return {
    askTrainers: {
      // Of a session nobody trains, whoever trains the course too may be asked.
      form: (of) => ({
        courseId: String(of.open.courseId),
        sessionId: String(of.open.session.id),
        trainerIds: [String(trainersOf(of)[1])],
        role: "lead",
        answerBy: "2027-01-30",
      }),
      by: team,
    },
    askAgain: {
      form: (of) => ({ requestId: key(of, "waiting"), answerBy: "2027-01-31" }),
      by: team,
    },
    replaceTrainer: {
      form: (of) => ({
        courseId: String(of.open.courseId),
        personId: String(trainersOf(of)[0]),
        byPersonId: String(trainersOf(of)[1]),
        reason: "Ill",
      }),
      by: team,
    },
    takeBackRequest: { form: (of) => ({ requestId: key(of, "waiting") }), by: team },
    settleRequest: { form: (of) => ({ requestId: key(of, "declined") }), by: team },
    acceptRequest: { form: (of) => ({ requestId: key(of, "waiting") }), ...answers },
    declineRequest: { form: (of) => ({ requestId: key(of, "waiting"), reason: "Ill" }), ...answers },
    proposeInstead: {
      form: (of) => ({ requestId: key(of, "waiting"), otherPersonId: String(trainersOf(of)[1]) }),
      ...answers,
    },
  };
}
